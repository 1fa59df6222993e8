package org.stockbook.kernel.generaljournal;

import java.time.LocalDate;
import org.stockbook.kernel.code.DocumentNo;

/**
 * The paper behind a journal line. Lines of one posting date and number are one document, which balances.
 *
 * @param external the partner's own number, empty where there is none
 * @param due when a partner has to pay or be paid
 * @param closing belongs to the fictitious day after the posting date that closes a year (spec: finance, section 7)
 */
public record JournalDocument(Kind kind, DocumentNo no, String external, LocalDate postingDate, LocalDate documentDate, LocalDate due, boolean closing) {
    /** What the paper is. */
    public enum Kind {
        NONE,
        PAYMENT,
        INVOICE,
        CREDIT_MEMO,
        REFUND
    }
}
