package org.stockbook.documents.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.items.ConvertCatalogItem;
import org.stockbook.items.FindItem;
import org.stockbook.items.FoundItem;
import org.stockbook.items.RemoveUnusedCatalogItems;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.items.ReferenceChoice.Audience;
import org.stockbook.kernel.items.ReferenceChoice.Kind;
import org.stockbook.platform.records.RecordOutcome;

/**
 * Takes what was typed or scanned as the item of a line for the item it means to the partner of the document: a reference, a bar code or
 * words of a description that fit one item only (spec: items, sections 6 and 11). Anything else stays as it was typed.
 */
@Component
class LineItems {
    private final FindItem find;
    private final ConvertCatalogItem catalogue;
    private final RemoveUnusedCatalogItems unused;

    LineItems(FindItem find, ConvertCatalogItem catalogue, RemoveUnusedCatalogItems unused) {
        this.find = find;
        this.catalogue = catalogue;
        this.unused = unused;
    }

    /** Changes with the items that are meant, and why some of them mean none. */
    record Named(List<LineChange> changes, List<DocumentIssue> issues) {}

    Named named(DocumentHeader header, List<LineChange> changes) {
        var typed = changes.stream().filter(LineItems::isAboutAnItem).flatMap(change -> change.object().stream()).filter(text -> !text.isBlank()).distinct().toList();
        if (typed.isEmpty()) {
            return new Named(changes, List.of());
        }
        var found = new LinkedHashMap<>(find.find(typed, audience(header), on(header)));
        var issues = new ArrayList<DocumentIssue>();
        var kept = new ArrayList<LineChange>();
        for (var change : changes) {
            var text = change.object().orElse("");
            if (isAboutAnItem(change) && found.get(text) instanceof FoundItem.Several) {
                var issue = new DocumentIssue(change.line(), "items.reference-ambiguous", Map.of("field", "lineObjectNumber", "value", text));
                change.keeping(issue).ifPresentOrElse(kept::add, () -> issues.add(issue));
                continue;
            }
            kept.add(change);
            if (isAboutAnItem(change) && found.get(text) instanceof FoundItem.None && header.side() == TradeSide.SALES) {
                issues.addAll(fromCatalogue(header, change, text, found));
            }
        }
        return new Named(kept.stream().map(change -> isAboutAnItem(change) ? named(change, found) : change).toList(), issues);
    }

    /** What the catalogue offers becomes an item when it is first sold; not on returns, and on invoices it is an item already (spec: nonstock, section 2.2). */
    private List<DocumentIssue> fromCatalogue(DocumentHeader header, LineChange change, String text, Map<String, FoundItem> found) {
        if (!catalogue.offers(text) || header.kind() == DocumentKind.INVOICE) {
            return List.of();
        }
        if (header.kind().isReturn()) {
            return List.of(new DocumentIssue(change.line(), "nonstock.not-on-returns", Map.of("entry", text)));
        }
        if (change.line() != 0) {
            return List.of(new DocumentIssue(change.line(), "nonstock.line-not-empty", Map.of("entry", text)));
        }
        return switch (catalogue.take(text)) {
            case RecordOutcome.Saved saved -> {
                found.put(text, new FoundItem.One(new ItemNo(saved.rows().getFirst().text("number")), VariantCode.BLANK, Optional.empty(), ""));
                yield List.of();
            }
            case RecordOutcome.Refused(var issues) -> issues.stream().map(issue -> new DocumentIssue(change.line(), issue.code(), issue.parameters())).toList();
            case RecordOutcome.NotThere _, RecordOutcome.ChangedByAnother _ -> List.of();
        };
    }

    /** Lines are gone: items that were made from the catalogue for them go too, unless something else needs them (spec: nonstock, section 2.4). */
    void forget(List<DocumentLine> lines) {
        var items = lines.stream().map(DocumentLine::subject).filter(LineSubject.OfItem.class::isInstance).map(subject -> LineChanges.objectOf(subject)).distinct().toList();
        if (!items.isEmpty()) {
            unused.remove(items);
        }
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
                change.unitPrice(), change.lineDiscount(), change.unitCost(), change.toHandle(), change.toInvoice(), change.appliesTo(), change.appliesFrom(), change.surplus(),
                change.returnReason(), change.typed());
    }
}
