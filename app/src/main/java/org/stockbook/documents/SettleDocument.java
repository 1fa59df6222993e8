package org.stockbook.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.Documents.OpenPartnerEntry;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.generaljournal.ApplyEntries;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentHeader;

/** Settles what a document has just booked for its partner against the posted document that it names (spec: purchasing, section 4.3). */
@Component
class SettleDocument {
    private final Documents documents;
    private final ApplyEntries entries;

    SettleDocument(Documents documents, ApplyEntries entries) {
        this.documents = documents;
        this.entries = entries;
    }

    /** Why a document cannot be settled as it says; empty where it can, or names none. */
    Optional<DocumentIssue> refusal(StoredDocument stored) {
        var header = stored.document().header();
        var named = stored.particulars().appliesTo();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var open = open(header, named);
        if (open.isEmpty()) {
            return Optional.of(new DocumentIssue(0, "api.reference-not-found", Map.of("field", "appliesToDocumentNumber", "value", named)));
        }
        return open.stream().filter(entry -> entry.postingDate().isAfter(header.dates().posting())).findFirst()
                .map(later -> new DocumentIssue(0, "purchasing.application-date", Map.of("date", later.postingDate())));
    }

    private List<OpenPartnerEntry> open(DocumentHeader header, String posted) {
        return documents.openEntries(header.side(), header.partner().billing(), new DocumentNo(posted));
    }

    /** Settles at most the smaller remaining amount; refused where both are on one side, or are worth different rates of a currency. */
    Optional<DocumentIssue> settle(StoredDocument stored, DocumentNo posted) {
        var header = stored.document().header();
        var named = stored.particulars().appliesTo();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        for (var own : open(header, posted.code())) {
            for (var other : open(header, named)) {
                if (entries.settle(header.side(), own.no(), other.no()) instanceof ApplyEntries.Outcome.Refused refused) {
                    return Optional.of(new DocumentIssue(0, refused.code(), Map.of("document", named)));
                }
            }
        }
        return Optional.empty();
    }
}
