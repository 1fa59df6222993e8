package org.stockbook.platform.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows, in which order, from where.
 *
 * @param words searched in the columns of text, empty for none
 * @param totals columns to be summed over all rows of the criterion, not just this page
 * @param scope what figures count, not which rows are shown: {@code asOf}, {@code knownAt}, {@code locationCode} (spec: ui, section 5, total filters)
 * @param columns the only ones wanted; none for all
 * @param after the row behind which to begin, in this order
 */
public record RowRequest(
        Criterion criterion, String words, List<Sort> order, int skip, int top, Set<String> totals, Map<String, String> scope, Set<String> columns, Optional<Position> after) {
    /** Rows on one page of a list. */
    public static final int PAGE = 100;
    /** The exact number of rows is counted up to here; beyond, lists say "10,000+". */
    public static final int COUNTED = 10_000;

    public RowRequest {
        order = List.copyOf(order);
        totals = Set.copyOf(totals);
        scope = Map.copyOf(scope);
        columns = Set.copyOf(columns);
    }

    public static RowRequest of(Criterion criterion) {
        return new RowRequest(criterion, "", List.of(), 0, PAGE, Set.of(), Map.of(), Set.of(), Optional.empty());
    }

    public RowRequest restrictedTo(Criterion newCriterion) {
        return new RowRequest(newCriterion, words, order, skip, top, totals, scope, columns, after);
    }

    public RowRequest orderedBy(List<Sort> newOrder) {
        return new RowRequest(criterion, words, newOrder, skip, top, totals, scope, columns, after);
    }

    public RowRequest page(int newSkip, int newTop) {
        return new RowRequest(criterion, words, order, newSkip, newTop, totals, scope, columns, after);
    }

    public RowRequest totalling(Set<String> newTotals) {
        return new RowRequest(criterion, words, order, skip, top, newTotals, scope, columns, after);
    }

    public RowRequest searching(String newWords) {
        return new RowRequest(criterion, newWords, order, skip, top, totals, scope, columns, after);
    }

    public RowRequest within(Map<String, String> newScope) {
        return new RowRequest(criterion, words, order, skip, top, totals, newScope, columns, after);
    }

    public RowRequest selecting(Set<String> newColumns) {
        return new RowRequest(criterion, words, order, skip, top, totals, scope, newColumns, after);
    }

    public RowRequest behind(Position position) {
        return new RowRequest(criterion, words, order, skip, top, totals, scope, columns, Optional.of(position));
    }

    public RowRequest fromTheFirst() {
        return new RowRequest(criterion, words, order, skip, top, totals, scope, columns, Optional.empty());
    }

    /** Whether the rows wanted show this column. */
    boolean wants(String column) {
        return columns.isEmpty() || columns.contains(column);
    }
}
