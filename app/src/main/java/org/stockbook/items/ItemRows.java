package org.stockbook.items;

import org.stockbook.platform.rows.RowSource;

/** What belongs to items as rows, for lists, look-ups and the API. */
public interface ItemRows {
    RowSource unitsOfMeasure();
}
