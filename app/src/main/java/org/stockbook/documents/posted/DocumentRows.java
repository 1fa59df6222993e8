package org.stockbook.documents.posted;

import java.util.Set;
import org.stockbook.platform.rows.RowSource;

/** Open and posted documents as rows, for lists, look-ups and the API. */
public interface DocumentRows {
    /**
     * Open documents of a kind.
     *
     * @param kind as stored, for instance {@code PURCHASE_ORDER}
     */
    RowSource open(String kind);

    /**
     * The lines of open documents of a kind.
     *
     * @param kind as stored, for instance {@code PURCHASE_ORDER}
     */
    RowSource lines(String kind);

    /**
     * Posted documents of some types.
     *
     * @param types as stored, for instance {@code PURCHASE_RECEIPT}
     */
    RowSource posted(Set<String> types);

    /**
     * The lines of posted documents.
     *
     * @param type as stored, for instance {@code PURCHASE_RECEIPT}
     */
    RowSource postedLines(String type);
}
