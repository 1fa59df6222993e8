package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.CostRefusalValues;
import org.stockbook.inventory.PendingCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.PostCostToGeneralLedger.AccountSum;
import org.stockbook.inventory.PostCostToGeneralLedger.Skipped;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.measure.Amount;
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
import org.stockbook.web.ReportRequest;

/** The test report: what posting cost would bring to each account, and what it would leave and why (spec: reconciliation, section 5). */
@Configuration(proxyBeanMethods = false)
class PostCostPage {
    private static final DocumentNo TEST = new DocumentNo("TEST");

    @Bean
    @Order(35)
    ReportPage postInventoryCostPage(PostCostToGeneralLedger postCost) {
        return new ReportPage("post-inventory-cost", Area.FINANCE, Permission.POST_COST_TO_GENERAL_LEDGER, List.of(
                ReportParameter.choice("method", List.of("perEntry", "perPostingGroup")), ReportParameter.optionalDate("postingDateFrom"),
                ReportParameter.optionalDate("postingDateTo"), ReportParameter.code("itemNumber", "items")), request -> report(postCost.post(test(request), LongWork.SILENT)));
    }

    private static PostCostToGeneralLedger.Request test(ReportRequest request) {
        var method = request.text("method").equals("perPostingGroup") ? new PostingMethod.PerPostingGroup(TEST) : new PostingMethod.PerEntry();
        var items = request.text("itemNumber").isEmpty() ? Set.<ItemNo>of() : Set.of(new ItemNo(request.text("itemNumber")));
        var filter = new PendingCosts.Filter(items, request.date("postingDateFrom").orElse(LocalDate.MIN), request.date("postingDateTo").orElse(LocalDate.MAX));
        return new PostCostToGeneralLedger.Request(method, filter, true, RunLog.Origin.USER);
    }

    private static Report report(PostCostToGeneralLedger.Result result) {
        var badge = result.skipped().isEmpty()
                ? Message.of(Tone.SUCCESS, result.entries() == 0 ? "post-cost.nothing" : "post-cost.all")
                : new Message(Tone.WARNING, "post-cost.skipped", Map.of("count", result.skipped().size()), "");
        var accounts = new Report.Table("accounts", Optional.of(Message.of(Tone.NEUTRAL, "post-cost.accounts")), List.of(
                PageColumn.of("accountType", Kind.CHOICE).with(Trait.FILLING), PageColumn.code("accountNumber"),
                PageColumn.of("debitAmount", Kind.AMOUNT), PageColumn.of("creditAmount", Kind.AMOUNT)), accountLines(result.accounts()));
        var skipped = new Report.Table("skipped", Optional.of(Message.of(Tone.NEUTRAL, "card.run.skipped")), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).linked(row -> CostLinks.valueEntry(row.text("entryNumber"))),
                PageColumn.code("itemNumber").linked(row -> CostLinks.item(row.text("itemNumber"))), PageColumn.of("amount", Kind.AMOUNT),
                PageColumn.text("problem").with(Trait.FILLING)), result.skipped().stream().flatMap(PostCostPage::lines).toList());
        var figures = List.of(
                new Report.Figure("entriesPosted", Map.of(), BigDecimal.valueOf(result.entries()), Kind.COUNT, "/pending-cost"),
                new Report.Figure("linesWritten", Map.of(), BigDecimal.valueOf(result.lines()), Kind.COUNT, ""));
        return new Report(Optional.of(badge), Optional.empty(), figures, skipped.lines().isEmpty() ? List.of(accounts) : List.of(skipped, accounts), List.of())
                .acting(List.of(result.entries() == 0 ? CostWorkPages.postCost().refusedFor(Message.of(Tone.NEUTRAL, "post-cost.nothing")) : CostWorkPages.postCost()));
    }

    private static List<Report.Line> accountLines(List<AccountSum> sums) {
        var lines = new ArrayList<>(sums.stream().map(sum -> Report.Line.of(new Row(Map.of("accountType", ReconciliationTables.word(sum.type()),
                "accountNumber", sum.account().code(), "debitAmount", sum.debit().value(), "creditAmount", sum.credit().value())))).toList());
        if (!lines.isEmpty()) {
            lines.add(new Report.Line(Style.TOTAL, new Row(Map.of("accountType", "all",
                    "debitAmount", sums.stream().map(AccountSum::debit).reduce(Amount.ZERO, Amount::plus).value(),
                    "creditAmount", sums.stream().map(AccountSum::credit).reduce(Amount.ZERO, Amount::plus).value()))));
        }
        return lines;
    }

    /** One line for each reason. */
    private static Stream<Report.Line> lines(Skipped skipped) {
        var open = skipped.cost().open();
        return skipped.cost().reasons().stream().map(reason -> {
            var values = new LinkedHashMap<String, Object>();
            values.put("entryNumber", skipped.cost().entry().value());
            values.put("itemNumber", skipped.item().code());
            values.put("amount", open.actual().plus(open.expected()).value());
            values.put("problem", new Message(Tone.DANGER, "error." + reason.code(), CostRefusalValues.of(reason), ""));
            return Report.Line.of(new Row(values));
        });
    }
}
