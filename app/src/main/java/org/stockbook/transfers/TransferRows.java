package org.stockbook.transfers;

import java.util.Set;
import org.stockbook.platform.rows.RowSource;

/** Transfers as rows, for lists, look-ups and the API. */
public interface TransferRows {
    /** Open orders. */
    RowSource orders();

    /** Lines of open orders. */
    RowSource lines();

    /**
     * Posted shipments, receipts and direct transfers.
     *
     * @param types as stored, for instance {@code TRANSFER_SHIPMENT}
     */
    RowSource posted(Set<String> types);

    /**
     * The lines of posted transfers.
     *
     * @param type as stored, for instance {@code TRANSFER_SHIPMENT}
     */
    RowSource postedLines(String type);

    RowSource routes();
}
