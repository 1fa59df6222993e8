package org.stockbook.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.items.FindItem;
import org.stockbook.items.FoundItem;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.items.ReferenceChoice.Audience;
import org.stockbook.kernel.items.ReferenceChoice.Kind;

/**
 * Takes what was typed or scanned as the item of a line for the item it means to the partner of the document: a reference, a bar code or
 * words of a description that fit one item only (spec: items, sections 6 and 11). Anything else stays as it was typed.
 */
@Component
class LineItems {
    private final FindItem find;

    LineItems(FindItem find) {
        this.find = find;
    }

    List<LineChange> named(DocumentHeader header, List<LineChange> changes) {
        var typed = changes.stream().filter(LineItems::isAboutAnItem).flatMap(change -> change.object().stream()).filter(text -> !text.isBlank()).distinct().toList();
        if (typed.isEmpty()) {
            return changes;
        }
        var found = find.find(typed, audience(header), on(header));
        return changes.stream().map(change -> isAboutAnItem(change) ? named(change, found) : change).toList();
    }

    private static boolean isAboutAnItem(LineChange change) {
        return change.type().isEmpty() || change.type().filter(type -> type == LineChange.LineType.ITEM).isPresent();
    }

    private static Audience audience(DocumentHeader header) {
        return new Audience(header.side() == TradeSide.SALES ? Kind.CUSTOMER : Kind.VENDOR, Optional.of(header.partner().no()));
    }

    private static LocalDate on(DocumentHeader header) {
        return header.dates().posting();
    }

    private static LineChange named(LineChange change, Map<String, FoundItem> found) {
        var item = change.object().flatMap(text -> Optional.ofNullable(found.get(text)));
        if (item.isEmpty() || !(item.get() instanceof FoundItem.One one)) {
            return change;
        }
        var variant = one.variant().isBlank() ? change.variant() : change.variant().or(() -> Optional.of(one.variant().code()));
        var unit = change.unit().or(() -> one.unit().map(code -> code.code()));
        var description = one.description().isEmpty() ? change.description() : change.description().or(() -> Optional.of(one.description()));
        return new LineChange(change.line(), change.type(), Optional.of(one.item().code()), variant, description, change.location(), unit, change.quantity(),
                change.unitPrice(), change.lineDiscount(), change.unitCost(), change.toHandle(), change.toInvoice(), change.appliesTo(), change.appliesFrom());
    }
}
