package org.stockbook.documents;

import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.PostedNumbers;
import org.stockbook.organisation.NextNumber;
import org.stockbook.platform.database.SetupVersion;

/** Numbers of posted documents, taken from the series of their kind in the posting transaction (spec: purchasing, section 2.7). */
@Component
class DocumentNumbers {
    /** Stand-ins while nothing is sure yet, and in previews. */
    static final PostedNumbers PROVISIONAL = new PostedNumbers(new DocumentNo("***"), new DocumentNo("***"));

    private final DocumentSeries series;

    DocumentNumbers(DocumentSeries series) {
        this.series = series;
    }

    /** The numbers, or why there are none. */
    sealed interface Answer {
        record Taken(PostedNumbers numbers) implements Answer {}

        record Missing(DocumentIssue issue) implements Answer {}
    }

    /** @param setups how far they had come when the settings were read */
    Answer take(DocumentHeader header, DocumentPlan plan, DocumentSettings settings, SetupVersion setups) {
        var documented = header.kind().isPostedInParts() || settings.handlingOnInvoice();
        var purposes = new ArrayList<String>();
        plan.handling().filter(_ -> documented).ifPresent(handling -> purposes.add(handling.type().name()));
        var handled = purposes.size();
        plan.invoice().ifPresent(invoice -> purposes.add(invoice.type().name()));
        var taken = new ArrayList<DocumentNo>();
        for (var next : series.next(purposes, header.dates().posting(), setups)) {
            switch (next) {
                case NextNumber.Taken number -> taken.add(new DocumentNo(number.number()));
                case NextNumber.None none -> {
                    return missing(none);
                }
            }
        }
        return new Answer.Taken(new PostedNumbers(
                handled == 0 ? DocumentNo.BLANK : taken.getFirst(), handled == taken.size() ? DocumentNo.BLANK : taken.getLast()));
    }

    private static Answer missing(NextNumber.None none) {
        return new Answer.Missing(new DocumentIssue(0, none.code(), Map.copyOf(none.parameters())));
    }
}
