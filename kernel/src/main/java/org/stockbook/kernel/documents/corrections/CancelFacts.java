package org.stockbook.kernel.documents.corrections;

import java.util.List;
import org.stockbook.kernel.documents.DocumentHeader;

/**
 * A posted invoice that somebody wants to cancel or correct (spec: purchasing, section 8).
 *
 * @param header of the credit memo to be, with its number and posting date
 * @param applied paid or applied in part
 * @param corrected cancelled before, or itself a correction
 * @param blocked partner, item, variant or account must not be posted now
 * @param combined its lines were taken over from receipts or shipments of other documents
 * @param dateRefused the posting date or inventory period is closed
 */
public record CancelFacts(
        DocumentHeader header,
        List<InvoicedLine> lines,
        boolean applied,
        boolean corrected,
        boolean blocked,
        boolean combined,
        boolean dateRefused) {

    public CancelFacts {
        lines = List.copyOf(lines);
    }
}
