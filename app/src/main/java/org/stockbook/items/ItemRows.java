package org.stockbook.items;

import org.stockbook.platform.rows.RowSource;

/** What belongs to items as rows, for lists, look-ups and the API. */
public interface ItemRows {
    RowSource unitsOfMeasure();

    /**
     * Items with every field of their card, what is on hand and what it is worth. Scopes: {@code attributes} as conditions,
     * {@code attributeColumn} names the attribute in the column {@code attributeValue}, {@code category} with everything below it.
     */
    RowSource items();

    /** What attributes items have, with the figure or the day that a value stands for. */
    RowSource attributes();

    /** Categories in the order of their tree, with their level and the number of their items. */
    RowSource categories();
}
