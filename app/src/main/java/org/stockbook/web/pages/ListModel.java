package org.stockbook.web.pages;

import java.util.List;
import org.stockbook.web.parts.ActionModel;
import org.stockbook.web.parts.TableModel;

/**
 * A list ready to be rendered.
 *
 * @param next address of the following rows, empty at the end
 * @param count what is said of the number of rows
 * @param sums what the line of totals says: the number of rows, and the currency of what is added up
 * @param summary where the number of all rows and their totals are found, empty where they are here
 * @param hidden address parameters that a form must carry along
 * @param newLink where a new record is made, empty where none can be
 * @param facts the paths of records that have something to show at the side
 * @param bulk what may be done with many rows at once, as JSON; empty for nothing
 */
public record ListModel(TableModel table, String next, String count, String sums, String summary, String words, List<Chip> chips, List<Choice> columns, List<Hidden> hidden,
        String exportLink, String resetLink, boolean filtered, List<ViewTab> views, List<ActionModel> actions, String newLink, FilterPane pane, List<String> facts, String bulk) {
    public ListModel {
        chips = List.copyOf(chips);
        columns = List.copyOf(columns);
        hidden = List.copyOf(hidden);
        views = List.copyOf(views);
        actions = List.copyOf(actions);
        facts = List.copyOf(facts);
    }

    /** A filter in force. */
    public record Chip(String label, String expression, String removeLink, boolean total, boolean unreadable) {}

    /** A column of the page, and whether it is shown now. */
    public record Choice(String name, String text, boolean filterable, boolean shown) {}

    public record Hidden(String name, String value) {}

    /**
     * A view under its name.
     *
     * @param forgetLink where its owner takes it away, empty for views that are not theirs
     */
    public record ViewTab(String text, String link, boolean current, String forgetLink) {}
}
