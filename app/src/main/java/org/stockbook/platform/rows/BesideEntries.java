package org.stockbook.platform.rows;

import java.util.Set;
import org.jooq.JoinType;

/** Tables that say what an entry's keys mean: each entry has its row in all of them. */
public final class BesideEntries {
    private BesideEntries() {}

    /**
     * How to join them. From the outside, so that the database leaves out whatever a million entries are counted and summed without; from the inside
     * only where the order is theirs, for then it may begin there and find the first entries without sorting all.
     *
     * @param columns whose values stand in these tables
     */
    public static JoinType joined(RowRequest request, Set<String> columns) {
        return request.order().stream().anyMatch(sort -> columns.contains(sort.column())) ? JoinType.JOIN : JoinType.LEFT_OUTER_JOIN;
    }
}
