package org.stockbook.finance;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;

/** The ledgers of VAT, vendors and customers, and the setups that invoices find their accounts in (spec: finance, section 4). */
public interface InvoiceLedgers {
    /** The setups as they stand in the transaction that is running. */
    InvoiceAccounts accounts();

    /** Writes VAT entries and the partner entry in the transaction that is running. */
    void append(InvoiceEntries entries);

    /** Whether a posted invoice of a partner is paid or applied in part. */
    boolean isApplied(TradeSide side, DocumentNo invoice);

    /** Closes a posted invoice and the credit memo that cancels it against each other. */
    void close(TradeSide side, DocumentNo invoice, DocumentNo creditMemo);
}
