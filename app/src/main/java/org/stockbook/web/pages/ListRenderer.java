package org.stockbook.web.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
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
import org.stockbook.web.parts.ActionRenderer;
import org.stockbook.web.parts.Cell;
import org.stockbook.web.parts.CellWriter;
import org.stockbook.web.parts.FilterExpression;
import org.stockbook.web.parts.Placeholders;
import org.stockbook.web.parts.TableModel;
import org.stockbook.web.shell.Shells;

/** Reads the rows that an address asks for and makes them ready to be rendered. */
@Component
class ListRenderer {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final ActionRenderer actions;
    private final RecordForms forms;
    private final ListViews views;
    private final Shells shells;
    private final ListWords words;
    private final CardRenderer cards;
    private final BulkActions bulk;

    ListRenderer(ActionRenderer actions, RecordForms forms, ListViews views, Shells shells, ListWords words, CardRenderer cards, BulkActions bulk) {
        this.bulk = bulk;
        this.cards = cards;
        this.words = words;
        this.shells = shells;
        this.actions = actions;
        this.forms = forms;
        this.views = views;
    }

    ListModel model(ListPage page, View view, ListAddress address, int skip) {
        var request = request(page, view, address);
        var found = page.rows().page(request.page(skip, RowRequest.PAGE + 1)).rows();    // one more than are shown says whether others follow
        var rows = found.subList(0, Math.min(found.size(), RowRequest.PAGE));
        var others = found.size() > rows.size();
        var together = bulk.declaration(page, view);
        var totals = others || skip > 0 || rows.isEmpty() ? Map.<String, BigDecimal>of() : totals(page, request);
        var table = table(page, view, address, new Shown(rows, together.isEmpty() ? _ -> "" : bulk.address(page), totals, others));
        var next = others ? address.with("fragment", "rows").with("skip", Integer.toString(skip + rows.size())).link() : "";
        var summary = others ? address.with("fragment", "summary").with("decimals", table.tails()).link() : "";
        var count = view.text(others ? "list.count-more" : "list.count", Map.of("count", rows.size()));
        return new ListModel(table, next, count, sums(page, view, count, totals), summary, address.words(), chips(page, view, address),
                choices(page, view, address), hidden(address), address.with("format", "csv").link(), address.reset().link(), address.isFiltered(),
                views.tabs(page, view, address), actions.models(view, page.actions()), newLink(page, view), pane(page, view, address, rows), factsBeside(table, cards.pathsWithFacts(view)), together);
    }

    private static Map<String, BigDecimal> totals(ListPage page, RowRequest request) {
        return page.totalled().isEmpty() ? Map.of() : page.rows().summary(request.totalling(page.totalled())).totals();
    }

    /**
     * What a page says of all its rows when it stands, because counting and summing many takes longer than showing the first.
     *
     * @param tails the decimals of the rows shown, below which those of the totals stand
     */
    ListSummary summary(ListPage page, View view, ListAddress address, String tails) {
        var summary = page.rows().summary(request(page, view, address).totalling(page.totalled()));
        var table = table(page, view, address, new Shown(List.of(), _ -> "", summary.totals(), false)).below(tails);
        var count = view.text(summary.countIsExact() ? "list.count" : "list.count-more", Map.of("count", Math.min(summary.count(), RowRequest.COUNTED)));
        return new ListSummary(count, sums(page, view, count, summary.totals()), table);
    }

    /** How many rows each tab of the page has, in their order: what is counted exactly as far as lists count, and said so beyond. */
    List<String> counts(ListPage page, View view) {
        return views.addresses(page, view).stream().map(target -> {
            var summary = page.rows().summary(request(page, view, target));
            return view.formats().integer(Math.min(summary.count(), RowRequest.COUNTED)) + (summary.countIsExact() ? "" : "+");
        }).toList();
    }

    /** How many rows each word of the pane would leave, as name, word and number: the other filters hold, that of its own column does not. */
    List<String> wordCounts(ListPage page, View view, ListAddress address) {
        var facets = FilterPane.of(page, view, address, words.of(page, Rows.NONE)).facets();
        var names = facets.stream().map(FilterPane.Facet::name).collect(Collectors.partitioningBy(address.parameters()::containsKey, Collectors.toSet()));
        var found = new HashMap<>(page.rows().counts(request(page, view, address), names.getOrDefault(false, Set.of())));
        names.getOrDefault(true, Set.of()).forEach(name -> found.putAll(page.rows().counts(request(page, view, address.with(name, "")), Set.of(name))));
        return facets.stream().filter(facet -> found.containsKey(facet.name())).flatMap(facet -> Stream.concat(facet.words().stream(), facet.more().stream())
                .map(word -> String.join("\t", facet.name(), word.value(), view.formats().integer(found.getOrDefault(facet.name(), Map.of())
                        .getOrDefault(word.value().equals("''") ? "" : word.value(), 0L))))).toList();
    }

    /** A list whose rows lead to no record of which something is known has no side. */
    private static List<String> factsBeside(TableModel table, List<String> paths) {
        return table.lines().stream().flatMap(line -> line.cells().stream()).anyMatch(cell -> paths.stream().anyMatch(path -> cell.link().startsWith("/" + path + "/"))) ? paths : List.of();
    }

    /** Nothing to narrow, nothing to narrow it by. */
    private FilterPane pane(ListPage page, View view, ListAddress address, List<Row> rows) {
        if (rows.isEmpty() && !address.isFiltered()) {
            return new FilterPane(List.of(), List.of());
        }
        return FilterPane.of(page, view, address, words.of(page, new Rows(rows, rows.size(), Map.of())));
    }

    private String newLink(ListPage page, View view) {
        var document = shells.document(page.path()).map(one -> view.user().may(one.change())).orElse(false);
        return document || forms.creatable(page.collection(), view).isPresent() ? "/" + page.path() + "/new" : "";
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

    /**
     * Rows with what stands below them.
     *
     * @param address how calls address a row; empty where nothing may be done with it
     * @param totals of the columns that can be added up
     * @param awaited whether totals are not known yet
     */
    private record Shown(List<Row> rows, Function<Row, String> address, Map<String, BigDecimal> totals, boolean awaited) {}

    /** How calls address all rows of the filter, as far as lists count. */
    List<String> addresses(ListPage page, View view, ListAddress address) {
        return bulk.declaration(page, view).isEmpty() ? List.of() : page.rows().page(request(page, view, address).page(0, RowRequest.COUNTED)).rows().stream().map(bulk.address(page)).toList();
    }

    private TableModel table(ListPage page, View view, ListAddress address, Shown found) {
        var writer = new CellWriter(view);
        var shown = opening(page, chosen(page, address));
        var heads = shown.stream().map(column -> sortable(writer.head(column), column, page, address)).toList();
        var lines = found.rows().stream().map(row -> new TableModel.Line("", writer.cells(shown, row), actions.values(page.actions(), row), found.address().apply(row))).toList();
        var totals = shown.stream()
                .map(column -> !column.is(Trait.TOTALLED) ? Cell.BLANK : Optional.ofNullable(found.totals().get(column.name()))
                        .map(total -> writer.total(column, total)).orElseGet(() -> found.awaited() ? writer.awaited(column) : Cell.BLANK))
                .toList();
        return new TableModel(view.text(page.titleKey()), "", page.path(), heads, lines, page.totalled().isEmpty() ? List.of() : totals);
    }

    /** The columns that the reader has chosen, else those of the page. */
    private static List<PageColumn> chosen(ListPage page, ListAddress address) {
        var chosen = address.columns().stream().flatMap(name -> page.column(name).stream()).toList();
        return chosen.isEmpty() ? page.shown() : chosen;
    }

    /** Master records without a page of their own are opened by their first column. */
    private List<PageColumn> opening(ListPage page, List<PageColumn> shown) {
        var key = forms.type(page.collection()).map(RecordType::key).orElse(List.of());
        var names = key.stream().map(RecordField::name).toList();
        return shown.stream().map(column -> names.isEmpty() || !column.name().equals(names.getLast()) ? column : column.linked(row -> {
            var own = column.link().apply(row);
            return own.isEmpty() ? "/" + page.path() + "/" + Placeholders.encoded(names.stream().map(row::text).collect(Collectors.joining(","))) : own;
        })).toList();
    }

    private static TableModel.Head sortable(TableModel.Head head, PageColumn column, ListPage page, ListAddress address) {
        if (column.is(Trait.FIXED)) {
            return head;
        }
        var order = address.order().isEmpty() ? page.order() : address.order();
        var level = order.stream().filter(sort -> sort.column().equals(column.name())).findFirst();
        var descending = level.map(Sort::descending).orElse(false);
        var link = address.with("sort", level.isPresent() && !descending ? "-" + column.name() : column.name()).link();
        return new TableModel.Head(head.name(), head.text(), head.style(), link, level.isEmpty() ? "" : descending ? "descending" : "ascending");
    }

    /** What is added up is in the currency of the books, whatever the rows are in. */
    private static String sums(ListPage page, View view, String count, Map<String, BigDecimal> totals) {
        var amounts = page.columns().stream().anyMatch(column -> column.kind() == Kind.AMOUNT && totals.containsKey(column.name()));
        var currency = amounts ? view.currency().get() : "";
        return currency.isEmpty() ? count : view.text("list.sums", Map.of("count", count, "currency", currency));
    }

    private static String labelled(View view, String key) {
        return view.text("list.chip", Map.of("heading", view.text(key)));
    }

    private static List<Chip> chips(ListPage page, View view, ListAddress address) {
        var chips = new ArrayList<Chip>();
        address.parameters().forEach((name, expression) -> {
            var without = address.with(name, "").link();
            if (page.scopes().contains(name)) {
                chips.add(new Chip(labelled(view, "parameter." + name), Arrays.stream(expression.split("\\|")).map(word -> FilterPane.wordOf(name, word, view)).collect(Collectors.joining(", ")), without, true, false));
            }
            page.column(name).ifPresent(column ->
                    chips.add(new Chip(labelled(view, column.key()), shown(view, column, expression), without, false, !isReadable(view, column, expression))));
        });
        return chips;
    }

    private static String shown(View view, PageColumn column, String expression) {
        if (column.kind() == Kind.DATE && isReadable(view, column, expression)) {
            return DAY.matcher(expression).replaceAll(day -> view.formats().date(LocalDate.parse(day.group())));
        }
        return Arrays.stream(expression.split("\\|")).map(word -> {
            var choice = "choice." + column.name() + "." + word;
            var flag = word.equals("true") ? "filter.word-yes" : "filter.no";
            return view.texts().has(choice) ? view.text(choice) : column.kind() == Kind.FLAG && (word.equals("true") || word.equals("false")) ? view.text(flag) : FilterPane.wordOf(column.name(), word, view);
        }).collect(Collectors.joining(", "));
    }

    private static List<Choice> choices(ListPage page, View view, ListAddress address) {
        var chosen = chosen(page, address);
        return page.columns().stream().map(column -> new Choice(column.name(), view.text(column.key()), !column.is(Trait.FIXED), chosen.contains(column))).toList();
    }

    private static List<Hidden> hidden(ListAddress address) {
        return address.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("search"))
                .map(parameter -> new Hidden(parameter.getKey(), parameter.getValue()))
                .toList();
    }
}
