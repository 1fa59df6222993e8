package org.stockbook.finance;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupVersion;

/** The ledgers of VAT, vendors and customers, and the setups that invoices find their accounts in (spec: finance, section 4). */
public interface InvoiceLedgers {
    /** The setups as they stood when they had come so far, which the transaction that is running has asked before. */
    InvoiceAccounts accounts(SetupVersion setups);

    /** Writes VAT entries and the partner entry when the round trip runs. */
    void append(InvoiceEntries entries, RoundTrip trip);

    /** Whether a posted invoice of a partner is paid or applied in part. */
    boolean isApplied(TradeSide side, DocumentNo invoice);

    /** Closes a posted invoice and the credit memo that cancels it against each other. */
    void close(TradeSide side, DocumentNo invoice, DocumentNo creditMemo);
}
