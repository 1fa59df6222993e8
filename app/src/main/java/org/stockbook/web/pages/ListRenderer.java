package org.stockbook.web.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Rows;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.View;
import org.stockbook.web.pages.ListModel.Chip;
import org.stockbook.web.pages.ListModel.Choice;
import org.stockbook.web.pages.ListModel.Hidden;

/** Reads the rows that an address asks for and makes them ready to be rendered. */
@Component
class ListRenderer {

    ListModel model(ListPage page, View view, ListAddress address, int skip) {
        var request = request(page, view, address).page(skip, RowRequest.PAGE);
        var rows = page.rows().read(skip == 0 ? request.totalling(page.totalled()) : request);
        var shownSoFar = skip + rows.rows().size();
        var next = shownSoFar < rows.count() ? address.with("fragment", "rows").with("skip", Integer.toString(shownSoFar)).link() : "";
        return new ListModel(table(page, view, address, rows), next, count(view, rows), address.words(), chips(page, view, address),
                choices(page, view), hidden(address), address.with("format", "csv").link(), "/" + page.path(), !address.equals(bare(address)));
    }

    private static ListAddress bare(ListAddress address) {
        return new ListAddress(address.path(), Map.of());
    }

    /** What the address asks for; an expression that cannot be read restricts nothing and is shown as unreadable. */
    RowRequest request(ListPage page, View view, ListAddress address) {
        var criterion = Criterion.EVERYTHING;
        var scope = new HashMap<String, String>();
        for (var parameter : address.parameters().entrySet()) {
            if (page.scopes().contains(parameter.getKey())) {
                scope.put(parameter.getKey(), parameter.getValue());
            }
            var column = page.column(parameter.getKey());
            if (column.isPresent() && isReadable(view, column.get(), parameter.getValue())) {
                criterion = Criterion.all(criterion, new FilterExpression(view, column.get()).read(parameter.getValue()));
            }
        }
        var order = new ArrayList<Sort>(address.order());
        order.addAll(page.order());
        return RowRequest.of(criterion).searching(address.words()).orderedBy(order).within(scope);
    }

    private static boolean isReadable(View view, PageColumn column, String expression) {
        try {
            new FilterExpression(view, column).read(expression);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static TableModel table(ListPage page, View view, ListAddress address, Rows rows) {
        var writer = new CellWriter(view);
        var heads = page.shown().stream().map(column -> sortable(writer.head(column), column, page, address)).toList();
        var lines = rows.rows().stream().map(row -> new TableModel.Line("", writer.cells(page.shown(), row))).toList();
        var totals = page.shown().stream()
                .map(column -> rows.totals().containsKey(column.name())
                        ? writer.total(column, rows.totals().getOrDefault(column.name(), BigDecimal.ZERO))
                        : Cell.BLANK)
                .toList();
        return new TableModel(view.text(page.titleKey()), "", page.path(), heads, lines, page.totalled().isEmpty() ? List.of() : totals);
    }

    private static TableModel.Head sortable(TableModel.Head head, PageColumn column, ListPage page, ListAddress address) {
        if (column.is(Trait.FIXED)) {
            return head;
        }
        var order = address.order().isEmpty() ? page.order() : address.order();
        var current = order.getFirst().column().equals(column.name());
        var descending = current && order.getFirst().descending();
        var link = address.with("sort", current && !descending ? "-" + column.name() : column.name()).link();
        return new TableModel.Head(head.name(), head.text(), head.style(), link, !current ? "" : descending ? "descending" : "ascending");
    }

    private static String count(View view, Rows rows) {
        return view.text(rows.countIsExact() ? "list.count" : "list.count-more", Map.of("count", Math.min(rows.count(), RowRequest.COUNTED)));
    }

    private static List<Chip> chips(ListPage page, View view, ListAddress address) {
        var chips = new ArrayList<Chip>();
        address.parameters().forEach((name, expression) -> {
            var without = address.with(name, "").link();
            if (page.scopes().contains(name)) {
                chips.add(new Chip(view.text("parameter." + name), expression, without, true, false));
            }
            page.column(name).ifPresent(column ->
                    chips.add(new Chip(view.text(column.key()), shown(view, column, expression), without, false, !isReadable(view, column, expression))));
        });
        return chips;
    }

    private static String shown(View view, PageColumn column, String expression) {
        var choice = "choice." + column.name() + "." + expression;
        return view.texts().has(choice) ? view.text(choice) : expression;
    }

    private static List<Choice> choices(ListPage page, View view) {
        return page.columns().stream().filter(column -> !column.is(Trait.FIXED)).map(column -> new Choice(column.name(), view.text(column.key()))).toList();
    }

    private static List<Hidden> hidden(ListAddress address) {
        return address.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("search"))
                .map(parameter -> new Hidden(parameter.getKey(), parameter.getValue()))
                .toList();
    }
}
