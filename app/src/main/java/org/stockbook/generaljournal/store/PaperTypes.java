package org.stockbook.generaljournal.store;

import java.util.Optional;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.JournalDocument.Kind;
import org.stockbook.kernel.origin.DocumentType;

/** The kinds of paper in the journal and the document types of the ledgers. */
final class PaperTypes {
    private PaperTypes() {}

    /** The type in the ledgers; invoices and credit memos of nobody have none. */
    static DocumentType type(Kind kind, Optional<TradeSide> side) {
        return switch (kind) {
            case NONE -> DocumentType.NONE;
            case PAYMENT -> DocumentType.PAYMENT;
            case REFUND -> DocumentType.REFUND;
            case INVOICE -> side.map(of -> of == TradeSide.PURCHASE ? DocumentType.PURCHASE_INVOICE : DocumentType.SALES_INVOICE).orElse(DocumentType.NONE);
            case CREDIT_MEMO ->
                side.map(of -> of == TradeSide.PURCHASE ? DocumentType.PURCHASE_CREDIT_MEMO : DocumentType.SALES_CREDIT_MEMO).orElse(DocumentType.NONE);
        };
    }
}
