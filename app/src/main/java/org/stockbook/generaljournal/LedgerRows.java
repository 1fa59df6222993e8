package org.stockbook.generaljournal;

import org.stockbook.platform.rows.RowSource;

/** What stands in journals, and what journals and invoices left in the ledgers of partners and VAT, as rows. */
public interface LedgerRows {
    RowSource journals();

    /** Lines of all batches; what was typed and cannot be read stands in no column. */
    RowSource journalLines();

    RowSource vendorLedgerEntries();

    RowSource customerLedgerEntries();

    RowSource vatEntries();
}
