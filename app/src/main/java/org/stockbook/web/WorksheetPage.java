package org.stockbook.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stockbook.platform.security.Permission;

/**
 * A journal or worksheet: an editable grid over draft lines, with a post panel (spec: ui, section 2.2, type J). The grid talks to the API:
 * {@code /api/v1/<batches>/{batch}/<lines>}, {@code .../bulk}, {@code .../preview} and {@code .../post}.
 *
 * @param posting what a user needs to post
 * @param actions about the batch that is open, which their addresses name as {@code {batch}}
 */
public record WorksheetPage(
        String path, Area area, Permission permission, Permission posting, String batches, String lines, List<Column> columns, String itemsCollection,
        List<PageAction> actions) implements Page {

    public WorksheetPage {
        columns = List.copyOf(columns);
        actions = List.copyOf(actions);
    }

    public WorksheetPage(
            String path, Area area, Permission permission, Permission posting, String batches, String lines, List<Column> columns, String itemsCollection) {
        this(path, area, permission, posting, batches, lines, columns, itemsCollection, List.of());
    }

    public WorksheetPage withActions(List<PageAction> newActions) {
        return new WorksheetPage(path, area, permission, posting, batches, lines, columns, itemsCollection, newActions);
    }

    /** How a cell is typed and shown. */
    public enum CellKind {
        TEXT,
        CODE,
        DATE,
        CHOICE,
        QUANTITY,
        UNIT_AMOUNT,
        AMOUNT,
        NUMBER
    }

    /** What sets a cell apart. */
    public enum CellTrait {
        /** Enter moves through these cells only. */
        QUICK_ENTRY,
        /** A new line takes the value of the line above. */
        FROM_ABOVE,
        /** Filled by the server, never typed. */
        READ_ONLY,
        FILLING,
        MUTED,
        /** Offered, not shown until the reader asks for it or a line holds something in it. */
        HIDDEN
    }

    /**
     * A column of the grid; its heading is the text {@code column.<name>}.
     *
     * @param collection API collection that its values are looked up in, empty for none
     * @param choices words to choose from, each the text {@code choice.<name>.<word>}
     */
    public record Column(String name, CellKind kind, Set<CellTrait> traits, String collection, List<String> choices) {
        public Column {
            traits = Set.copyOf(traits);
            choices = List.copyOf(choices);
        }

        public static Column of(String name, CellKind kind, CellTrait... traits) {
            return new Column(name, kind, Set.of(traits), "", List.of());
        }

        public Column hidden() {
            var more = EnumSet.of(CellTrait.HIDDEN);
            more.addAll(traits);
            return new Column(name, kind, more, collection, choices);
        }

        public Column lookedUpIn(String newCollection) {
            return new Column(name, kind, traits, newCollection, choices);
        }

        public Column choosing(List<String> newChoices) {
            return new Column(name, kind, traits, collection, newChoices);
        }
    }
}
