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
import org.stockbook.costs.CostSpecifications;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.Valuations;
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

/** Inventory valuation and its reconciliation with the general ledger (spec: reconciliation). */
@Configuration(proxyBeanMethods = false)
class CostReportPages {

    @Bean
    @Order(30)
    ReportPage valuationPage(Valuations valuations, ReconcileInventory reconcile, Permissions permissions) {
        return new ReportPage("inventory-valuation", Area.FINANCE, Permission.READ_COSTS, List.of(
                ReportParameter.date("asOf"), ReportParameter.optionalDate("periodFrom"), ReportParameter.moment("knownAt"), ReportParameter.code("locationCode", "locations")),
                request -> valuation(request, valuations, reconcile, permissions.has(Permission.READ_GENERAL_LEDGER)));
    }

    private static Report valuation(ReportRequest request, Valuations valuations, ReconcileInventory reconcile, boolean ledgerVisible) {
        var to = request.date("asOf").orElse(request.workDate());
        var from = request.date("periodFrom").filter(date -> !date.isAfter(to)).orElse(YearMonth.from(to).atDay(1));
        var lines = valuations.value(new Valuations.Request(from, to, request.moment("knownAt"), request.text("locationCode")));
        var total = sum(lines);
        var comparable = request.moment("knownAt").isEmpty() && request.text("locationCode").isEmpty() && ledgerVisible;
        var figures = new ArrayList<>(List.of(new Report.Figure("value-on", Map.of("date", to), total.closing().amount(), Kind.AMOUNT, CostLinks.valueEntries(to))));
        var badge = Optional.<Message>empty();
        if (comparable) {
            var compared = reconcile.asOf(to).reconciliation().comparison(AccountType.INVENTORY);
            var ledger = compared.ledgerTotal().value();
            badge = Optional.of(ReconciliationTables.badge(
                    compared.isShared() ? compared.difference().isZero() : ledger.compareTo(total.closing().amount()) == 0));
            figures.add(new Report.Figure("general-ledger", Map.of(), ledger, Kind.AMOUNT, "/inventory-reconciliation?asOf=" + to));
        }
        var banner = request.moment("knownAt").map(moment -> new Message(Tone.INFO, "valuation.known-at", Map.of("moment", moment), "/inventory-valuation?asOf=" + to));
        return new Report(badge, banner, figures, List.of(new Report.Table("valuation", Optional.empty(), columns(from, to), lines(lines, total))), List.of());
    }

    private static List<PageColumn> columns(LocalDate from, LocalDate to) {
        return List.of(PageColumn.code("number").linked(row -> CostLinks.item(row.text("item"))), PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("openingQuantity", Kind.QUANTITY).with(Trait.MUTED),
                PageColumn.of("openingAmount", Kind.AMOUNT).linked(row -> drill(row, ".." + from.minusDays(1))),
                PageColumn.of("increaseQuantity", Kind.QUANTITY).with(Trait.MUTED), PageColumn.of("increaseAmount", Kind.AMOUNT).linked(row -> drill(row, from + ".." + to)),
                PageColumn.of("decreaseQuantity", Kind.QUANTITY).with(Trait.MUTED), PageColumn.of("decreaseAmount", Kind.AMOUNT).linked(row -> drill(row, from + ".." + to)),
                PageColumn.of("closingQuantity", Kind.QUANTITY).with(Trait.MUTED).with(Trait.BALANCE), PageColumn.of("closingAmount", Kind.AMOUNT).linked(row -> drill(row, ".." + to)),
                PageColumn.of("unitCost", Kind.UNIT_AMOUNT).with(Trait.MUTED).linked(row -> explained(row.text("item"))),
                PageColumn.of("postedAmount", Kind.AMOUNT).linked(row -> drill(row, ".." + to)));
    }

    private static String drill(Row row, String dates) {
        return row.text("item").isEmpty() ? "" : CostLinks.valueEntriesOfItem(row.text("item"), dates);
    }

    /** Groups in bold with their sums, their items below, the whole at the end. */
    private static List<Report.Line> lines(List<Line> lines, Line total) {
        var byGroup = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line -> byGroup.computeIfAbsent(line.postingGroup(), _ -> new ArrayList<>()).add(line));
        var shown = new ArrayList<Report.Line>();
        byGroup.forEach((group, members) -> {
            shown.add(new Report.Line(Style.GROUP, row(sum(members), group, members.getFirst().postingGroupName(), false)));
            members.forEach(line -> shown.add(Report.Line.of(row(line, line.item().code(), line.description(), true))));
        });
        if (!shown.isEmpty()) {
            shown.add(new Report.Line(Style.TOTAL, row(total, "", "", false)));
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

    /** Quantities of different items are never added up. */
    private static Row row(Line line, String number, String description, boolean quantities) {
        var values = new LinkedHashMap<String, Object>();
        values.put("number", number);
        values.put("item", quantities ? number : "");
        values.put("description", description);
        put(values, "opening", line.opening(), quantities);
        put(values, "increase", line.increases(), quantities);
        put(values, "decrease", line.decreases(), quantities);
        put(values, "closing", line.closing(), quantities);
        values.put("postedAmount", line.postedToGeneralLedger());
        if (quantities && line.closing().quantity().signum() != 0) {
            values.put("unitCost", line.closing().amount().divide(line.closing().quantity(), 5, RoundingMode.HALF_UP));
        }
        return new Row(values);
    }

    private static void put(Map<String, Object> values, String name, Movement movement, boolean quantities) {
        if (quantities) {
            values.put(name + "Quantity", movement.quantity());
        }
        values.put(name + "Amount", movement.amount());
    }

    /** Stock by share of cost, as of a date and as known at a moment. */
    @Bean
    @Order(30)
    ReportPage costSpecificationPage(CostSpecifications specifications) {
        return new ReportPage("cost-specification", Area.FINANCE, Permission.READ_COSTS,
                List.of(ReportParameter.date("asOf"), ReportParameter.moment("knownAt")), request -> {
            var asOf = request.date("asOf").orElse(request.workDate());
            var lines = specifications.specify(asOf, request.moment("knownAt"));
            var columns = List.of(PageColumn.code("itemNumber").linked(row -> CostLinks.item(row.text("itemNumber"))), PageColumn.text("description").with(Trait.FILLING),
                    PageColumn.of("quantity", Kind.QUANTITY).with(Trait.MUTED).with(Trait.BALANCE), PageColumn.of("directAmount", Kind.AMOUNT),
                    PageColumn.of("revaluationAmount", Kind.AMOUNT), PageColumn.of("roundingAmount", Kind.AMOUNT), PageColumn.of("indirectAmount", Kind.AMOUNT),
                    PageColumn.of("varianceAmount", Kind.AMOUNT), PageColumn.of("amount", Kind.AMOUNT).linked(row -> explained(row.text("itemNumber"))),
                    PageColumn.of("unitCost", Kind.UNIT_AMOUNT).linked(row -> explained(row.text("itemNumber"))));
            var shown = new ArrayList<>(lines.stream().map(line -> Report.Line.of(shares(line))).toList());
            var total = lines.stream().map(CostSpecifications.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!shown.isEmpty()) {
                shown.add(new Report.Line(Style.TOTAL, new Row(Map.of("amount", total))));
            }
            var banner = request.moment("knownAt").map(moment -> new Message(Tone.INFO, "valuation.known-at", Map.of("moment", moment), "/cost-specification?asOf=" + asOf));
            return new Report(Optional.empty(), banner, List.of(new Report.Figure("value-on", Map.of("date", asOf), total, Kind.AMOUNT, "")),
                    List.of(new Report.Table("specification", Optional.empty(), columns, shown)), List.of());
        });
    }

    private static String explained(String item) {
        return item.isEmpty() ? "" : CostLinks.explainedItem(item);
    }

    private static Row shares(CostSpecifications.Line line) {
        var values = new LinkedHashMap<String, Object>();
        values.put("itemNumber", line.item().code());
        values.put("description", line.description());
        values.put("quantity", line.quantity());
        values.put("directAmount", line.direct());
        values.put("revaluationAmount", line.revaluation());
        values.put("roundingAmount", line.rounding());
        values.put("indirectAmount", line.indirect());
        values.put("varianceAmount", line.variance());
        values.put("amount", line.amount());
        values.put("unitCost", line.quantity().signum() == 0 ? BigDecimal.ZERO : line.amount().divide(line.quantity(), 5, RoundingMode.HALF_UP));
        return new Row(values);
    }

    @Bean
    @Order(31)
    ReportPage reconciliationPage(ReconcileInventory reconcile, InventoryAttention attention) {
        return new ReportPage("inventory-reconciliation", Area.FINANCE, Permission.READ_GENERAL_LEDGER, List.of(ReportParameter.date("asOf")), request -> {
            var reconciled = reconcile.asOf(request.date("asOf").orElse(request.workDate()));
            return new Report(Optional.of(ReconciliationTables.badge(reconciled.agrees())), Optional.empty(),
                    List.of(new Report.Figure("difference", Map.of(), reconciled.difference().value(), Kind.AMOUNT, "")),
                    List.of(ReconciliationTables.matrix(reconciled)), ReconciliationTables.proofs(reconciled, attention.counts()));
        });
    }
}
