package org.stockbook.platform.rows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of rows.
 *
 * @param count number of rows of the whole criterion, at most one more than {@link RowRequest#COUNTED}
 * @param totals sums over the whole criterion
 * @param last where the last row of the page stands in its order
 */
public record Rows(List<Row> rows, long count, Map<String, BigDecimal> totals, Optional<Position> last) {
    public static final Rows NONE = new Rows(List.of(), 0, Map.of());

    public Rows {
        rows = List.copyOf(rows);
        totals = Map.copyOf(totals);
    }

    public Rows(List<Row> rows, long count, Map<String, BigDecimal> totals) {
        this(rows, count, totals, Optional.empty());
    }

    public boolean countIsExact() {
        return count <= RowRequest.COUNTED;
    }
}
