package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.Valuations;
import org.stockbook.costs.Valuations.Grouping;
import org.stockbook.costs.Valuations.Line;
import org.stockbook.costs.Valuations.Movement;
import org.stockbook.inventory.InventoryAttention;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** What stock was worth, by groups, and whether the general ledger says the same (spec: reconciliation; ui, section 12). */
@Configuration(proxyBeanMethods = false)
class ValuationPage {
    private static final Map<String, Grouping> GROUPINGS = Map.of("postingGroup", Grouping.POSTING_GROUP, "category", Grouping.CATEGORY, "location", Grouping.LOCATION);

    private final Valuations valuations;
    private final ReconcileInventory reconcile;
    private final InventoryAttention attention;
    private final Permissions permissions;

    ValuationPage(Valuations valuations, ReconcileInventory reconcile, InventoryAttention attention, Permissions permissions) {
        this.valuations = valuations;
        this.reconcile = reconcile;
        this.attention = attention;
        this.permissions = permissions;
    }

    @Bean
    @Order(30)
    ReportPage inventoryValuationPage() {
        return new ReportPage("inventory-valuation", Area.FINANCE, Permission.READ_COSTS, List.of(
                ReportParameter.date("asOf"), ReportParameter.optionalDate("periodFrom"), ReportParameter.moment("knownAt"),
                ReportParameter.choice("groupBy", List.of("postingGroup", "category", "location")), ReportParameter.code("locationCode", "locations"),
                ReportParameter.flag("withExpected")), this::valuation);
    }

    private Report valuation(ReportRequest request) {
        var to = request.date("asOf").orElse(request.workDate());
        var from = request.date("periodFrom").filter(date -> !date.isAfter(to)).orElse(YearMonth.from(to).atDay(1));
        var grouping = GROUPINGS.getOrDefault(request.text("groupBy"), Grouping.POSTING_GROUP);
        var lines = valuations.value(new Valuations.Request(from, to, request.moment("knownAt"), request.text("locationCode"), grouping, request.isSet("withExpected")));
        var total = sum(lines);
        var value = new Report.Figure("value-on", Map.of("date", to), total.closing().amount(), Kind.AMOUNT, CostLinks.valueEntries(to));
        var banner = request.moment("knownAt").map(moment -> new Message(Tone.INFO, "valuation.known-at", Map.of("moment", moment), "/inventory-valuation?asOf=" + to));
        var table = new Report.Table("valuation", Optional.empty(), columns(from, to), lines(lines, total));
        var comparable = request.moment("knownAt").isEmpty() && request.text("locationCode").isEmpty() && !request.isSet("withExpected");
        return comparable && permissions.has(Permission.READ_GENERAL_LEDGER) ? compared(to, value, table)
                : new Report(Optional.empty(), banner, List.of(value), List.of(table), List.of());
    }

    /** The same beside the general ledger: the answer, both figures, and what proves it. */
    private Report compared(LocalDate to, Report.Figure value, Report.Table table) {
        var reconciled = reconcile.asOf(to);
        var compared = reconciled.reconciliation().comparison(AccountType.INVENTORY);
        var ledger = compared.ledgerTotal().value();
        var badge = ReconciliationTables.badge(compared.isShared() ? compared.difference().isZero() : ledger.compareTo(value.value()) == 0);
        var link = "/inventory-reconciliation?asOf=" + to;
        var figure = new Report.Figure("general-ledger", Map.of(), ledger, Kind.AMOUNT, link);
        var summary = ReconciliationTables.summary(reconciled);
        var beside = new Report.Table(summary.name(), Optional.of(new Message(Tone.NEUTRAL, "valuation.reconciliation", Map.of("date", to), link)), summary.columns(), summary.lines());
        return new Report(Optional.of(badge), Optional.empty(), List.of(value, figure), List.of(table, beside), ReconciliationTables.proofs(reconciled, attention.counts()));
    }

    private static List<PageColumn> columns(LocalDate from, LocalDate to) {
        return List.of(PageColumn.code("number").linked(row -> CostLinks.item(row.text("item"))), PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("openingQuantity", Kind.QUANTITY).with(Trait.MUTED),
                PageColumn.of("openingAmount", Kind.AMOUNT).linked(row -> drill(row, ".." + from.minusDays(1))),
                PageColumn.of("increaseQuantity", Kind.QUANTITY).with(Trait.MUTED), PageColumn.of("increaseAmount", Kind.AMOUNT).linked(row -> drill(row, from + ".." + to)),
                PageColumn.of("decreaseQuantity", Kind.QUANTITY).with(Trait.MUTED), PageColumn.of("decreaseAmount", Kind.AMOUNT).linked(row -> drill(row, from + ".." + to)),
                PageColumn.of("closingQuantity", Kind.QUANTITY).with(Trait.MUTED).with(Trait.BALANCE), PageColumn.of("closingAmount", Kind.AMOUNT).linked(row -> drill(row, ".." + to)),
                PageColumn.of("unitCost", Kind.UNIT_AMOUNT).with(Trait.MUTED).linked(row -> row.text("item").isEmpty() ? "" : CostLinks.explainedItem(row.text("item"))),
                PageColumn.of("postedAmount", Kind.AMOUNT).linked(row -> drill(row, ".." + to)));
    }

    private static String drill(Row row, String dates) {
        return row.text("item").isEmpty() ? "" : CostLinks.valueEntriesOfItem(row.text("item"), dates);
    }

    /** Groups in bold with their sums, their items below, the whole at the end. */
    private static List<Report.Line> lines(List<Line> lines, Line total) {
        var byGroup = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line -> byGroup.computeIfAbsent(line.group(), _ -> new ArrayList<>()).add(line));
        var shown = new ArrayList<Report.Line>();
        byGroup.forEach((group, members) -> {
            Object name = group.isEmpty() ? Message.of(Tone.NEUTRAL, "valuation.without-group") : group;
            shown.add(new Report.Line(Style.GROUP, row(sum(members), name, members.getFirst().groupName())));
            members.forEach(line -> shown.add(Report.Line.of(itemRow(line))));
        });
        if (!shown.isEmpty()) {
            var count = new Message(Tone.NEUTRAL, "valuation.items", Map.of("count", lines.stream().map(Line::item).distinct().count()), "");
            shown.add(new Report.Line(Style.TOTAL, row(total, count, "")));
        }
        return shown;
    }

    private static Line sum(List<Line> lines) {
        var opening = Movement.NONE;
        var increases = Movement.NONE;
        var decreases = Movement.NONE;
        var expected = BigDecimal.ZERO;
        var posted = BigDecimal.ZERO;
        for (var line : lines) {
            opening = opening.plus(line.opening());
            increases = increases.plus(line.increases());
            decreases = decreases.plus(line.decreases());
            expected = expected.add(line.expected());
            posted = posted.add(line.postedToGeneralLedger());
        }
        return new Line("", "", new ItemNo("*"), "", opening, increases, decreases, expected, posted);
    }

    /** Amounts only: quantities of different items are never added up. */
    private static Row row(Line line, Object number, String description) {
        return new Row(amounts(line, number, description));
    }

    private static Map<String, Object> amounts(Line line, Object number, String description) {
        var values = new LinkedHashMap<String, Object>();
        values.put("number", number);
        values.put("item", "");
        values.put("description", description);
        values.put("openingAmount", line.opening().amount());
        values.put("increaseAmount", line.increases().amount());
        values.put("decreaseAmount", line.decreases().amount());
        values.put("closingAmount", line.closing().amount());
        values.put("postedAmount", line.postedToGeneralLedger());
        return values;
    }

    private static Row itemRow(Line line) {
        var values = amounts(line, line.item().code(), line.description());
        values.put("item", line.item().code());
        values.put("openingQuantity", line.opening().quantity());
        values.put("increaseQuantity", line.increases().quantity());
        values.put("decreaseQuantity", line.decreases().quantity());
        values.put("closingQuantity", line.closing().quantity());
        if (line.closing().quantity().signum() != 0) {
            values.put("unitCost", line.closing().amount().divide(line.closing().quantity(), 5, RoundingMode.HALF_UP));
        }
        return new Row(values);
    }
}
