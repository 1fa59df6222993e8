package org.stockbook.inventory.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.inventory.periods.CloseInventoryPeriods;
import org.stockbook.inventory.periods.InventoryPeriods;
import org.stockbook.inventory.periods.InventoryPeriods.Culprit;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;

/** Inventory periods, and what stands against closing one (spec: costing, section 10). */
@Configuration(proxyBeanMethods = false)
class PeriodPages {
    private static final String ONE = "inventoryPeriods/{endingDate}";

    @Bean
    @Order(45)
    ListPage inventoryPeriodsPage(InventoryRows rows) {
        var close = Permission.CLOSE_INVENTORY_PERIODS;
        return new ListPage("inventory-periods", Area.FINANCE, Permission.READ_INVENTORY, "inventoryPeriods", rows.periods(), List.of(
                PageColumn.of("endingDate", Kind.DATE).linked(row -> check(row.text("endingDate"))),
                PageColumn.text("name").with(Trait.FILLING),
                PageColumn.of("closed", Kind.FLAG),
                PageColumn.of("changedAt", Kind.MOMENT),
                PageColumn.code("changedBy"),
                PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> Links.register(row.text("registerNumber")))),
                List.of(Sort.descending("endingDate")), List.of()).withActions(List.of(
                        PageAction.ask("new-inventory-period", close, "inventoryPeriods", List.of(ReportParameter.date("endingDate"),
                                new ReportParameter("periodName", Kind.TEXT, "", List.of(), ""))),
                        PageAction.open("check-inventory-period", Permission.READ_INVENTORY, check("{endingDate}")),
                        PageAction.send("close-inventory-period", close, ONE + "/close").confirmed(),
                        PageAction.send("reopen-inventory-period", close, ONE + "/reopen").confirmed(),
                        PageAction.send("delete-inventory-period", close, ONE + "/delete").confirmed()));
    }

    private static String check(String endingDate) {
        return "/inventory-period-check?endingDate=" + endingDate;
    }

    @Bean
    @Order(46)
    ReportPage inventoryPeriodCheckPage(CloseInventoryPeriods periods) {
        return new ReportPage("inventory-period-check", Area.FINANCE, Permission.READ_INVENTORY, List.of(ReportParameter.date("endingDate")), request -> {
            var date = request.date("endingDate").orElse(request.workDate());
            var culprits = periods.check(date);
            var badge = culprits.isEmpty() ? Message.of(Tone.SUCCESS, "period.can-be-closed") : Message.of(Tone.WARNING, "period.cannot-be-closed");
            var figure = new Report.Figure("hindrances", Map.of(), BigDecimal.valueOf(culprits.size()), Kind.COUNT, "/inventory-periods");
            return new Report(Optional.of(badge), Optional.empty(), List.of(figure), List.of(table(culprits)), List.of());
        });
    }

    private static Report.Table table(List<Culprit> culprits) {
        return new Report.Table("hindrances", Optional.empty(), List.of(
                PageColumn.of("hindrance", Kind.CHOICE).linked(PeriodPages::wayOut),
                PageColumn.code("itemNumber").linked(row -> Links.item(row.text("itemNumber"))),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("itemLedgerEntryNumber", Kind.NUMBER).linked(row ->
                        row.text("itemLedgerEntryNumber").isEmpty() ? "" : Links.itemLedgerEntry(row.text("itemLedgerEntryNumber")))),
                culprits.stream().map(culprit -> Report.Line.of(row(culprit))).toList());
    }

    private static Row row(Culprit culprit) {
        var entry = culprit.kind() == InventoryPeriods.Kind.DECREASE_NOT_COVERED ? Long.toString(culprit.entry()) : "";
        LocalDate date = culprit.date();
        return new Row(Map.of("hindrance", word(culprit.kind()), "itemNumber", culprit.item().code(), "postingDate", date, "itemLedgerEntryNumber", entry));
    }

    static String word(InventoryPeriods.Kind kind) {
        return switch (kind) {
            case COSTS_NOT_ADJUSTED -> "costsNotAdjusted";
            case DECREASE_NOT_COVERED -> "decreaseNotCovered";
        };
    }

    /** Where the hindrance is removed: open costs where they show, a decrease without stock at its entry. */
    private static String wayOut(Row row) {
        return row.text("itemLedgerEntryNumber").isEmpty()
                ? Links.valueEntriesOfItem(row.text("itemNumber"))
                : Links.itemLedgerEntry(row.text("itemLedgerEntryNumber"));
    }
}
