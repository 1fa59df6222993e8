package org.stockbook.platform.rows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One page of rows.
 *
 * @param count number of rows of the whole criterion, at most one more than {@link RowRequest#COUNTED}
 * @param totals sums over the whole criterion
 */
public record Rows(List<Row> rows, long count, Map<String, BigDecimal> totals) {
    public static final Rows NONE = new Rows(List.of(), 0, Map.of());

    public Rows {
        rows = List.copyOf(rows);
        totals = Map.copyOf(totals);
    }

    public boolean countIsExact() {
        return count <= RowRequest.COUNTED;
    }
}
