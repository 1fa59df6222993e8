package org.stockbook.platform.database;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of sums over another: both the check and the rebuilding follow from this one description.
 *
 * @param table where the sums are kept; several rows of a key add up
 * @param key the columns that rows are summed by, the same in table and source
 * @param figures what is summed
 * @param source the ledger, anything that may follow FROM
 */
public record KeptSum(String table, String key, List<Figure> figures, String source) {

    public KeptSum {
        figures = List.copyOf(figures);
    }

    /**
     * A column of sums.
     *
     * @param expression what is summed of each row of the source
     */
    public record Figure(String name, String expression) {
        /** A sum of the column of the same name. */
        public static Figure of(String name) {
            return new Figure(name, name);
        }
    }

    /** Rows of table name, key, kept figures and figures of the source, of keys where the two differ; empty text for no row. */
    public String differences() {
        return """
                SELECT '%1$s', coalesce(kept.key, source.key), coalesce(kept.figures, ''), coalesce(source.figures, '')
                FROM (SELECT ROW(%2$s)::text AS key, ROW(%3$s)::text AS figures FROM %1$s GROUP BY %2$s HAVING %6$s) AS kept
                FULL JOIN (SELECT ROW(%2$s)::text AS key, ROW(%4$s)::text AS figures FROM %5$s GROUP BY %2$s HAVING %7$s) AS source
                ON source.key = kept.key WHERE kept.figures IS DISTINCT FROM source.figures"""
                .formatted(table, key, sums(names()), sums(expressions()), source, anyNotZero(names()), anyNotZero(expressions()));
    }

    /** A row of zeros says the same as no row. */
    private static String anyNotZero(List<String> expressions) {
        return expressions.stream().map(expression -> "sum(" + expression + ") <> 0").collect(Collectors.joining(" OR "));
    }

    private List<String> names() {
        return figures.stream().map(Figure::name).toList();
    }

    private List<String> expressions() {
        return figures.stream().map(Figure::expression).toList();
    }

    /** Replaces all rows; whoever wants to write them waits until the transaction ends. */
    public void rebuild(RoundTrip trip) {
        trip.update("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
        trip.update("DELETE FROM " + table);
        trip.update("INSERT INTO %s (%s, %s) SELECT %s, %s FROM %s GROUP BY %s".formatted(
                table, key, String.join(", ", names()), key, sums(expressions()), source, key));
    }

    private static String sums(List<String> expressions) {
        return expressions.stream().map(expression -> "sum(" + expression + ")").collect(Collectors.joining(", "));
    }
}
