package org.stockbook.kernel.documents.posting;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.amounts.LineAmounts;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** An invoice or credit memo as it is posted. */
public record PostedInvoice(DocumentType type, DocumentNo no, List<Line> lines, InvoiceBooking booking) {
    public PostedInvoice {
        lines = List.copyOf(lines);
    }

    /**
     * One of its lines; it has the number of the document line.
     *
     * @param source the document line as it was before posting
     * @param amounts what it comes to; empty for text
     * @param parts which receipts or shipments it invoices
     * @param postings positions in the plan's posting lines whose value entries belong to this line
     */
    public record Line(DocumentLine source, Optional<LineAmounts> amounts, List<Part> parts, List<Integer> postings) {
        public Line {
            parts = List.copyOf(parts);
            postings = List.copyOf(postings);
        }

        public LineNo no() {
            return source.no();
        }
    }

    /** So much of a posted receipt or shipment line is invoiced; unit of the line. */
    public record Part(PostedLineKey handled, UnitQuantity quantity) {}
}
