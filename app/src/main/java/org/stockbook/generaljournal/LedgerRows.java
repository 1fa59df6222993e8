package org.stockbook.generaljournal;

import org.stockbook.platform.rows.RowSource;

/** What journals and invoices left in the ledgers of partners and VAT, as rows. */
public interface LedgerRows {
    RowSource vendorLedgerEntries();

    RowSource customerLedgerEntries();

    RowSource vatEntries();
}
