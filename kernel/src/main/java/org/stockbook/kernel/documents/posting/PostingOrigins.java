package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;

/** Where the entries of a document come from: its receipt or shipment, and its invoice. */
final class PostingOrigins {
    private final DocumentHeader header;
    private final PostedNumbers numbers;

    PostingOrigins(DocumentHeader header, PostedNumbers numbers) {
        this.header = header;
        this.numbers = numbers;
    }

    boolean documentsHandling() {
        return !numbers.handling().isBlank();
    }

    DocumentNo handlingNo() {
        return numbers.handling();
    }

    DocumentNo invoiceNo() {
        return numbers.invoice();
    }

    DocumentType handlingType() {
        var isReturn = header.kind().isReturn();
        return switch (header.side()) {
            case PURCHASE -> isReturn ? DocumentType.PURCHASE_RETURN_SHIPMENT : DocumentType.PURCHASE_RECEIPT;
            case SALES -> isReturn ? DocumentType.SALES_RETURN_RECEIPT : DocumentType.SALES_SHIPMENT;
        };
    }

    DocumentType invoiceType() {
        var isReturn = header.kind().isReturn();
        return switch (header.side()) {
            case PURCHASE -> isReturn ? DocumentType.PURCHASE_CREDIT_MEMO : DocumentType.PURCHASE_INVOICE;
            case SALES -> isReturn ? DocumentType.SALES_CREDIT_MEMO : DocumentType.SALES_INVOICE;
        };
    }

    /** Of a movement: its receipt or shipment, or the invoice where none is written. */
    Origin ofHandling(DocumentLine line) {
        return documentsHandling() ? of(line, handlingType(), numbers.handling()) : ofInvoice(line);
    }

    Origin ofInvoice(DocumentLine line) {
        return of(line, invoiceType(), numbers.invoice());
    }

    private Origin of(DocumentLine line, DocumentType type, DocumentNo no) {
        return new Origin(
                type,
                no,
                line.no().value(),
                header.external(),
                header.dates().document(),
                header.side() == TradeSide.PURCHASE ? PartnerType.VENDOR : PartnerType.CUSTOMER,
                header.partner().no(),
                OrderLine.NONE,
                line.dimensions(),
                line.description(),
                new SourceCode(header.side() == TradeSide.PURCHASE ? "PURCHASES" : "SALES"),
                header.reason(),
                line.returnReason().code(),
                JournalBatchName.BLANK);
    }
}
