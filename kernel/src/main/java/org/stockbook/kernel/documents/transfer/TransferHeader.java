package org.stockbook.kernel.documents.transfer;

import java.time.LocalDate;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;

/**
 * What holds for all lines of a transfer order (spec: transfer, section 2).
 *
 * @param posting date of the next posting
 */
public record TransferHeader(DocumentNo no, LocationCode from, LocationCode to, TransferRoute route, LocalDate posting) {
    public TransferHeader withPosting(LocalDate date) {
        return new TransferHeader(no, from, to, route, date);
    }
}
