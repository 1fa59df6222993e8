package org.stockbook.web.api;

import java.util.List;
import java.util.Optional;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.PageColumn;

/**
 * A collection of the API: what its rows hold, where they come from and who may read them. Made from a declared list, a declared kind of
 * record, or both.
 *
 * @param key the columns that name a row, for instance {@code number}
 * @param order the order without any other
 * @param scopes what figures may be made to count, for instance {@code asOf}
 * @param navigation what its rows lead to
 * @param single there is exactly one row
 * @param ids how its rows and what they name are known by ids
 */
record Resource(String collection, Permission permission, List<PageColumn> columns, RowSource rows, List<String> key, List<Sort> order, List<String> scopes,
        List<Navigation> navigation, boolean single, Identification ids) {

    /**
     * A way from a row to others.
     *
     * @param name as in {@code expand}
     * @param collection where it leads
     * @param from the column of this row that says which
     * @param to the column over there that it must equal
     * @param many whether several rows may be there
     */
    record Navigation(String name, String collection, String from, String to, boolean many) {}

    /** What a change names in If-Match. */
    static final String ETAG = "etag";

    private static final String VERSION = "version";

    Resource {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        order = List.copyOf(order);
        scopes = List.copyOf(scopes);
        navigation = List.copyOf(navigation);
    }

    /** This collection as a user may see it: without figures that are not for them. */
    Resource visibleTo(SignedInUser user) {
        var visible = columns.stream().filter(column -> column.isFor(user)).toList();
        return new Resource(collection, permission, visible, rows, key, order, scopes, navigation, single,
                ids.seeing(name -> visible.stream().anyMatch(column -> column.name().equals(name))));
    }

    Optional<PageColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether rows have a column of that name, ids and versions among them. */
    boolean shows(String name) {
        return column(name).isPresent() || behind(name).isPresent();
    }

    /** The column behind what nobody stores under its name: an id, or the version that a change must name. */
    Optional<String> behind(String name) {
        return name.equals(ETAG) && hasEtag() ? Optional.of(VERSION) : ids.behind(name);
    }

    /** Whether rows are versions of records and do not say so by themselves. */
    boolean hasEtag() {
        return column(VERSION).isPresent() && column(ETAG).isEmpty();
    }

    Optional<Navigation> navigation(String name) {
        return navigation.stream().filter(way -> way.name().equals(name)).findFirst();
    }
}
