package org.stockbook.transfers;

import org.stockbook.platform.rows.RowSource;

/** Transfers as rows, for lists, look-ups and the API. */
public interface TransferRows {
    /** Open orders. */
    RowSource orders();

    /** Posted shipments, receipts and direct transfers. */
    RowSource posted();

    RowSource routes();
}
