package org.stockbook.platform.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where rows come from. */
public interface RowSource {
    /** The rows of a page with what is said of all rows. */
    Rows read(RowRequest request);

    /** The rows of a page alone: nothing is counted or summed behind them. */
    Rows page(RowRequest request);

    /** The number of all rows of the criterion and their totals, without any of the rows. */
    Rows summary(RowRequest request);

    /** Passes every row of the criterion on, one by one, in constant memory and one snapshot; skip, top and totals do not count. */
    void stream(RowRequest request, Consumer<Row> receiver);

    /** The words that a column of few words can have anywhere in the list, not only on its first page; empty where nobody knows them. */
    default List<String> words(String column) {
        return List.of();
    }

    /**
     * How many rows of a request have each word of some columns, those without one under the empty word; nothing where there are more rows than are
     * counted while somebody looks on.
     */
    default Map<String, Map<String, Long>> counts(RowRequest request, Set<String> columns) {
        return Map.of();
    }
}
