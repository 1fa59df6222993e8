package org.stockbook.costs.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.costs.CostRows;
import org.stockbook.costs.NightlyCosts;
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
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;

/** What is open of costs and what may be done about it (spec: ui, section 12, cost adjustment and posting cost). */
@Configuration(proxyBeanMethods = false)
class CostWorkPages {
    private static final ReportParameter POST_TO_LEDGER = ReportParameter.choice("postToGeneralLedger", List.of("true", "false"));

    @Bean
    @Order(33)
    ListPage itemsToAdjustPage(CostRows rows) {
        return new ListPage("items-to-adjust", Area.FINANCE, Permission.READ_COSTS, "itemsToAdjust", rows.itemsToAdjust(), List.of(
                PageColumn.code("itemNumber").linked(row -> CostLinks.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("costingMethod", Kind.CHOICE),
                PageColumn.of("reason", Kind.CHOICE),
                PageColumn.of("openFrom", Kind.DATE).linked(row -> CostLinks.valueEntriesOfItem(row.text("itemNumber"), row.text("openFrom") + "..")),
                PageColumn.of("markedAt", Kind.MOMENT),
                PageColumn.text("error"),
                PageColumn.of("unitCost", Kind.UNIT_AMOUNT).with(Trait.COST).linked(row -> CostLinks.explainedItem(row.text("itemNumber"))),
                PageColumn.text("exclusionReason"),
                PageColumn.code("excludedBy").with(Trait.HIDDEN),
                PageColumn.of("excludedAt", Kind.MOMENT).with(Trait.HIDDEN)),
                List.of(Sort.ascending("itemNumber")), List.of())
                .withViews(List.of(new ListPage.SuppliedView("failed", "reason=failed"), new ListPage.SuppliedView("excluded", "reason=excluded")))
                .withActions(List.of(
                        PageAction.ask("adjust-costs", Permission.ADJUST_COSTS, "costAdjustmentRuns", List.of(
                                ReportParameter.code("itemNumbers", "items"), ReportParameter.code("itemCategoryCode", "itemCategories"), POST_TO_LEDGER)),
                        PageAction.ask("exclude-item", Permission.ADJUST_COSTS, "itemsToAdjust/{itemNumber}/exclude",
                                List.of(new ReportParameter("exclusionReason", Kind.TEXT, "", List.of(), ""))),
                        PageAction.send("include-item", Permission.ADJUST_COSTS, "itemsToAdjust/{itemNumber}/include"),
                        PageAction.open("show-runs", Permission.READ_COSTS, "/cost-adjustment-runs")));
    }

    @Bean
    @Order(34)
    ListPage costAdjustmentRunsPage(CostRows rows) {
        return new ListPage("cost-adjustment-runs", Area.FINANCE, Permission.READ_COSTS, "costAdjustmentRuns", rows.costAdjustmentRuns(), List.of(
                PageColumn.of("runNumber", Kind.NUMBER).linked(row -> "/cost-adjustment-runs/" + row.text("runNumber")),
                PageColumn.of("runStatus", Kind.CHOICE),
                PageColumn.of("startedAt", Kind.MOMENT),
                PageColumn.of("finishedAt", Kind.MOMENT),
                PageColumn.code("userName"),
                PageColumn.of("origin", Kind.CHOICE),
                PageColumn.text("scope").with(Trait.FILLING),
                PageColumn.of("itemsTotal", Kind.COUNT),
                PageColumn.of("itemsDone", Kind.COUNT),
                PageColumn.of("itemsFailed", Kind.COUNT),
                PageColumn.of("entriesWritten", Kind.COUNT),
                PageColumn.of("costWritten", Kind.AMOUNT)),
                List.of(Sort.descending("runNumber")), List.of())
                .withActions(List.of(
                        PageAction.ask("adjust-costs", Permission.ADJUST_COSTS, "costAdjustmentRuns", List.of(
                                ReportParameter.code("itemNumbers", "items"), ReportParameter.code("itemCategoryCode", "itemCategories"), POST_TO_LEDGER)),
                        PageAction.send("cancel-run", Permission.ADJUST_COSTS, "costAdjustmentRuns/{runNumber}/cancel"),
                        PageAction.open("show-nightly", Permission.READ_COSTS, "/nightly-cost-work")));
    }

    @Bean
    @Order(35)
    ListPage pendingCostPage(CostRows rows) {
        return new ListPage("pending-cost", Area.FINANCE, Permission.READ_COSTS, "pendingValueEntries", rows.pendingValueEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).linked(row -> CostLinks.valueEntry(row.text("entryNumber"))),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("itemLedgerEntryType", Kind.CHOICE),
                PageColumn.of("valueEntryType", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(row -> CostLinks.documents(row.text("documentNumber"), row.text("postingDate"))),
                PageColumn.code("itemNumber").linked(row -> CostLinks.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("locationCode"),
                PageColumn.of("openActual", Kind.AMOUNT).with(Trait.TOTALLED).linked(row -> CostLinks.explained(row.text("itemLedgerEntryNumber"))),
                PageColumn.of("openExpected", Kind.AMOUNT).with(Trait.TOTALLED).with(Trait.MUTED),
                PageColumn.of("itemLedgerEntryNumber", Kind.NUMBER).with(Trait.HIDDEN)),
                List.of(Sort.ascending("entryNumber")), List.of())
                .withActions(List.of(
                        PageAction.open("test-cost-posting", Permission.POST_COST_TO_GENERAL_LEDGER, "/post-inventory-cost"),
                        postCost(),
                        PageAction.open("show-postings", Permission.READ_COSTS, "/inventory-cost-postings")));
    }

    static PageAction postCost() {
        return PageAction.ask("post-cost", Permission.POST_COST_TO_GENERAL_LEDGER, "inventoryCostPostings", List.of(
                ReportParameter.choice("method", List.of("perEntry", "perPostingGroup")),
                new ReportParameter("documentNumber", Kind.TEXT, "", List.of(), ""),
                ReportParameter.code("itemNumbers", "items"), ReportParameter.optionalDate("postingDateFrom"), ReportParameter.optionalDate("postingDateTo")));
    }

    @Bean
    @Order(36)
    ListPage inventoryCostPostingsPage(CostRows rows) {
        return new ListPage("inventory-cost-postings", Area.FINANCE, Permission.READ_COSTS, "inventoryCostPostings", rows.inventoryCostPostings(), List.of(
                PageColumn.of("runNumber", Kind.NUMBER).linked(row -> "/inventory-cost-postings/" + row.text("runNumber")),
                PageColumn.of("runStatus", Kind.CHOICE),
                PageColumn.of("startedAt", Kind.MOMENT),
                PageColumn.of("finishedAt", Kind.MOMENT),
                PageColumn.code("userName"),
                PageColumn.of("origin", Kind.CHOICE),
                PageColumn.text("scope").with(Trait.FILLING),
                PageColumn.of("itemsTotal", Kind.COUNT),
                PageColumn.of("itemsDone", Kind.COUNT),
                PageColumn.of("entriesPosted", Kind.COUNT),
                PageColumn.of("linesWritten", Kind.COUNT),
                PageColumn.of("entriesSkipped", Kind.COUNT),
                PageColumn.of("debitAmount", Kind.AMOUNT)),
                List.of(Sort.descending("runNumber")), List.of()).withActions(List.of(postCost()));
    }

    @Bean
    @Order(37)
    ListPage booksProvenPage(CostRows rows) {
        return new ListPage("books-proven", Area.FINANCE, Permission.VERIFY_BOOKS, "verifications", rows.verifications(), List.of(
                PageColumn.of("verificationNumber", Kind.NUMBER).linked(row -> "/books-proven/" + row.text("verificationNumber")),
                PageColumn.of("result", Kind.CHOICE),
                PageColumn.of("startedAt", Kind.MOMENT),
                PageColumn.of("finishedAt", Kind.MOMENT),
                PageColumn.code("userName").with(Trait.FILLING),
                PageColumn.of("origin", Kind.CHOICE),
                PageColumn.of("itemsChecked", Kind.COUNT),
                PageColumn.of("entriesChecked", Kind.COUNT),
                PageColumn.of("findings", Kind.COUNT)),
                List.of(Sort.descending("verificationNumber")), List.of())
                .withActions(List.of(PageAction.send("verify-now", Permission.VERIFY_BOOKS, "verifications"),
                        PageAction.open("show-nightly", Permission.READ_COSTS, "/nightly-cost-work")));
    }

    @Bean
    @Order(38)
    ReportPage nightlyCostWorkPage(NightlyCosts nightly) {
        return new ReportPage("nightly-cost-work", Area.SETUP, Permission.READ_COSTS, List.of(), _ -> {
            var settings = nightly.settings();
            var columns = List.of(PageColumn.of("step", Kind.CHOICE).with(Trait.FILLING), PageColumn.text("startsAt"), PageColumn.of("enabled", Kind.FLAG));
            var lines = List.of(
                    step("night", settings.startsAt().toString(), settings.enabled()), step("adjustCosts", "", settings.adjustCosts()),
                    step("postCostToGeneralLedger", "", settings.postCostToGeneralLedger()), step("verifyBooks", "", settings.verifyBooks()));
            var change = new PageAction("change-nightly", "", Permission.ADJUST_COSTS, new PageAction.Act.Ask("PATCH", "setups/nightlyCostWork", List.of(
                    flag("enabled", settings.enabled()), new ReportParameter("startsAt", Kind.TEXT, "", List.of(), settings.startsAt().toString()),
                    flag("adjustCosts", settings.adjustCosts()), flag("postCostToGeneralLedger", settings.postCostToGeneralLedger()),
                    flag("verifyBooks", settings.verifyBooks()))), Optional.empty());
            return Report.of(List.of(new Report.Table("nightly", Optional.empty(), columns, lines))).acting(List.of(change));
        });
    }

    private static Report.Line step(String step, String time, boolean enabled) {
        return Report.Line.of(new Row(Map.of("step", step, "startsAt", time, "enabled", enabled)));
    }

    private static ReportParameter flag(String name, boolean value) {
        return new ReportParameter(name, Kind.CHOICE, "", List.of("true", "false"), Boolean.toString(value));
    }
}
