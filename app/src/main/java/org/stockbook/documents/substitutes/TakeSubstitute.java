package org.stockbook.documents.substitutes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.EditDocument.Change;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.documents.editing.LineChange.LineType;
import org.stockbook.documents.substitutes.Substitute.Choice;
import org.stockbook.items.ConvertCatalogItem;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.records.RecordOutcome;

/** Puts a substitute in the place of the item of a sales line, which keeps its quantity and its location and gets a new price (spec: items, section 8). */
@Service
public class TakeSubstitute {
    private final Substitutes substitutes;
    private final EditDocument edit;
    private final ChangeDocument documents;
    private final ConvertCatalogItem catalogue;

    TakeSubstitute(Substitutes substitutes, EditDocument edit, ChangeDocument documents, ConvertCatalogItem catalogue) {
        this.substitutes = substitutes;
        this.edit = edit;
        this.documents = documents;
        this.catalogue = catalogue;
    }

    /** Only what is offered for the line can be chosen, and only while nothing of the line is shipped. */
    @Transactional
    public DocumentChanged take(Change change, LineNo no, Choice choice) {
        return edit.locked(change, stored -> {
            var line = line(stored, no);
            if (line.isEmpty()) {
                return refused(no, "api.reference-not-found", Map.of("field", "sequence", "value", no.value()));
            }
            if (stored.status() != DocumentStatus.OPEN || !line.get().progress().handled().isZero()) {
                return refused(no, "common.status-not-open", Map.of());
            }
            if (choice.item().isEmpty() && choice.catalogItem().isEmpty()) {
                return refused(no, "common.field-required", Map.of("field", "itemNumber"));
            }
            var field = choice.item().isEmpty() ? "catalogItemNumber" : "itemNumber";
            return substitutes.of(change.key()).stream().filter(offer -> offer.line().equals(no) && offer.is(choice)).findFirst()
                    .map(offer -> replace(change, line.get(), offer))
                    .orElseGet(() -> refused(no, "api.reference-not-found", Map.of("field", field, "value", choice.item().isEmpty() ? choice.catalogItem() : choice.item())));
        });
    }

    private static Optional<DocumentLine> line(StoredDocument stored, LineNo no) {
        return stored.document().lines().stream().filter(line -> line.no().equals(no)).findFirst();
    }

    /** What the catalogue offers becomes an item first. */
    private DocumentChanged replace(Change change, DocumentLine line, Substitute offer) {
        if (!offer.item().isEmpty()) {
            return replace(change, line, offer, offer.item());
        }
        return switch (catalogue.take(offer.catalogItem())) {
            case RecordOutcome.Saved saved -> replace(change, line, offer, saved.rows().getFirst().text("number"));
            case RecordOutcome.Refused(var issues) -> new DocumentChanged.Refused(issues.stream().map(issue -> new DocumentIssue(line.no().value(), issue.code(), issue.parameters())).toList());
            case RecordOutcome.NotThere _, RecordOutcome.ChangedByAnother _ ->
                refused(line.no(), "api.reference-not-found", Map.of("field", "catalogItemNumber", "value", offer.catalogItem()));
        };
    }

    private DocumentChanged replace(Change change, DocumentLine line, Substitute offer, String item) {
        var unit = Optional.of(offer.unit()).filter(code -> !code.isEmpty());
        return documents.substitute(new Change(change.key(), 0, change.user()), new LineChange(
                line.no().value(), Optional.of(LineType.ITEM), Optional.of(item), Optional.of(offer.variant()), Optional.empty(), Optional.of(line.location().code()), unit,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), AsTyped.NOTHING));
    }

    private static DocumentChanged refused(LineNo line, String code, Map<String, Object> parameters) {
        return new DocumentChanged.Refused(List.of(new DocumentIssue(line.value(), code, parameters)));
    }
}
