package org.stockbook.finance;

import org.stockbook.platform.rows.RowSource;

/** The general ledger and its accounts as rows, for lists, look-ups and the API. */
public interface FinanceRows {
    RowSource generalLedgerEntries();

    RowSource generalLedgerRegisters();

    /** Accounts with their balance. */
    RowSource accounts();

    RowSource reasonCodes();

    RowSource accountingPeriods();
}
