package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.stockbook.inventory.InventoryAttention;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;

/** Stock by share of cost, and its reconciliation with the general ledger (spec: reconciliation). */
@Configuration(proxyBeanMethods = false)
class CostReportPages {

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
