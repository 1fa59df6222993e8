package org.stockbook.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.PageColumn.Trait;

/**
 * A list or a ledger's entries: read-only rows with filters, order, totals, links and export (spec: ui, section 2.2, types L and E).
 *
 * @param collection its name in the API, for instance {@code itemLedgerEntries}
 * @param order the order it opens with
 * @param scopes total filters it understands: {@code asOf}, {@code locationCode}
 * @param views supplied with the page, in their order
 * @param actions about the current row, or about the list where their address names no value
 */
public record ListPage(
        String path, Area area, Permission permission, String collection, RowSource rows, List<PageColumn> columns, List<Sort> order, List<String> scopes,
        List<SuppliedView> views, List<PageAction> actions)
        implements Page {

    /**
     * A filter and order under a name, the text {@code view.<name>}.
     *
     * @param query as the address of the list has it, for instance {@code inventory=<0&sort=-inventory}, not encoded
     */
    public record SuppliedView(String name, String query) {}

    /**
     * A list that only programs read; people find its rows on another page (spec: api, section 11).
     *
     * @param lines what stands below each of its rows, where these do not say so by their first column
     * @param above the list below whose rows it stands itself
     */
    public record ForPrograms(ListPage list, Optional<Lines> lines, Optional<Lines> above) {
        public ForPrograms(ListPage list) {
            this(list, Optional.empty(), Optional.empty());
        }

        public ForPrograms withLines(String collection, String from, String to) {
            return new ForPrograms(list, Optional.of(new Lines(collection, from, to)), above);
        }

        /** @param from the value of a row of the other list that the rows of this one name */
        public ForPrograms below(String collection, String from, String to) {
            return new ForPrograms(list, lines, Optional.of(new Lines(collection, from, to)));
        }
    }

    /**
     * A list below each row of another.
     *
     * @param from the value of a row that its lines name
     * @param to where they name it; neither need be shown
     */
    public record Lines(String collection, String from, String to) {}

    public ListPage(
            String path, Area area, Permission permission, String collection, RowSource rows, List<PageColumn> columns, List<Sort> order, List<String> scopes) {
        this(path, area, permission, collection, rows, columns, order, scopes, List.of(), List.of());
    }

    public ListPage {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        scopes = List.copyOf(scopes);
        views = List.copyOf(views);
        actions = List.copyOf(actions);
    }

    public ListPage withViews(List<SuppliedView> newViews) {
        return new ListPage(path, area, permission, collection, rows, columns, order, scopes, newViews, actions);
    }

    public ListPage withActions(List<PageAction> newActions) {
        return new ListPage(path, area, permission, collection, rows, columns, order, scopes, views, newActions);
    }

    /** This page with one column made anew. */
    public ListPage withColumn(String name, UnaryOperator<PageColumn> made) {
        var changed = columns.stream().map(column -> column.name().equals(name) ? made.apply(column) : column).toList();
        return new ListPage(path, area, permission, collection, rows, changed, order, scopes, views, actions);
    }

    /** This page as a user may see it: without figures that are not for them. */
    public ListPage visibleTo(SignedInUser user) {
        var visible = columns.stream().filter(column -> column.isFor(user)).toList();
        return new ListPage(path, area, permission, collection, rows, visible, order, scopes, views, actions);
    }

    /** Whether its rows are entries or posted documents: then they are found by what documents say of themselves (spec: ui, section 5). */
    public boolean holdsWhatWasPosted() {
        return column("postingDate").isPresent()
                && (collection.endsWith("Entries") && column("documentNumber").isPresent() || collection.startsWith("posted") && column("number").isPresent());
    }

    public List<PageColumn> shown() {
        return columns.stream().filter(PageColumn::isShown).toList();
    }

    public Optional<PageColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public Set<String> totalled() {
        return columns.stream().filter(column -> column.is(Trait.TOTALLED)).map(PageColumn::name).collect(Collectors.toUnmodifiableSet());
    }
}
