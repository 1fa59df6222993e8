package org.stockbook.documents;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.PostedNumbers;
import org.stockbook.organisation.NextNumber;

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

    Answer take(DocumentHeader header, DocumentPlan plan, DocumentSettings settings) {
        var documented = header.kind().isPostedInParts() || settings.handlingOnInvoice();
        var handling = DocumentNo.BLANK;
        if (plan.handling().isPresent() && documented) {
            switch (next(plan.handling().get().type().name(), header)) {
                case NextNumber.Taken taken -> handling = new DocumentNo(taken.number());
                case NextNumber.None none -> {
                    return missing(none);
                }
            }
        }
        var invoice = DocumentNo.BLANK;
        if (plan.invoice().isPresent()) {
            switch (next(plan.invoice().get().type().name(), header)) {
                case NextNumber.Taken taken -> invoice = new DocumentNo(taken.number());
                case NextNumber.None none -> {
                    return missing(none);
                }
            }
        }
        return new Answer.Taken(new PostedNumbers(handling, invoice));
    }

    private NextNumber next(String purpose, DocumentHeader header) {
        return series.next(purpose, header.dates().posting());
    }

    private static Answer missing(NextNumber.None none) {
        return new Answer.Missing(new DocumentIssue(0, none.code(), Map.copyOf(none.parameters())));
    }
}
