package org.stockbook.finance.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.finance.AccountMovements.Period;
import org.stockbook.finance.FinanceRows;
import org.stockbook.finance.TrialBalance;
import org.stockbook.kernel.measure.Amount;
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
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** The trial balance and the fiscal years (spec: finance, sections 7 and 13). */
@Configuration(proxyBeanMethods = false)
class TrialBalancePages {

    @Bean
    @Order(39)
    ReportPage trialBalancePage(TrialBalance balances) {
        return new ReportPage("trial-balance", Area.FINANCE, Permission.READ_GENERAL_LEDGER, List.of(
                ReportParameter.optionalDate("periodFrom"), ReportParameter.date("asOf"), ReportParameter.choice("closingEntries", List.of("without", "with"))),
                request -> report(request, balances));
    }

    private static Report report(ReportRequest request, TrialBalance balances) {
        var to = request.date("asOf").orElse(request.workDate());
        var from = request.date("periodFrom").filter(date -> !date.isAfter(to)).orElse(YearMonth.from(to).atDay(1));
        var lines = balances.lines(new Period(from, to, request.text("closingEntries").equals("with")));
        var sum = lines.stream().filter(line -> line.account().isPosting()).map(TrialBalance.Line::balance).reduce(Amount.ZERO, Amount::plus);
        var badge = sum.isZero() ? Report.Message.of(Tone.SUCCESS, "trial-balance.balanced") : Report.Message.of(Tone.DANGER, "trial-balance.not-balanced");
        var figures = List.of(new Report.Figure("trial-balance-sum", Map.of("date", to), sum.value(), Kind.AMOUNT, ""));
        var shown = lines.stream().map(line -> new Report.Line(style(line), row(line, from, to))).toList();
        return new Report(Optional.of(badge), Optional.empty(), figures, List.of(new Report.Table("trial-balance", Optional.empty(), columns(), shown)), List.of());
    }

    private static List<PageColumn> columns() {
        return List.of(PageColumn.code("accountNumber"), PageColumn.text("name").with(Trait.FILLING),
                PageColumn.of("debitAmount", Kind.AMOUNT).linked(row -> row.text("movementsLink")), PageColumn.of("creditAmount", Kind.AMOUNT).linked(row -> row.text("movementsLink")),
                PageColumn.of("netChange", Kind.AMOUNT), PageColumn.of("balance", Kind.AMOUNT).linked(row -> row.text("balanceLink")));
    }

    private static Style style(TrialBalance.Line line) {
        return switch (line.account().type()) {
            case "HEADING", "BEGIN_TOTAL" -> Style.GROUP;
            case "TOTAL", "END_TOTAL" -> Style.TOTAL;
            default -> Style.NORMAL;
        };
    }

    private static Row row(TrialBalance.Line line, LocalDate from, LocalDate to) {
        var values = new LinkedHashMap<String, Object>();
        var number = line.account().number();
        values.put("accountNumber", number);
        values.put("name", line.account().name());
        if (!style(line).equals(Style.GROUP)) {
            values.put("debitAmount", line.debit().value());
            values.put("creditAmount", line.credit().value());
            values.put("netChange", line.netChange().value());
            values.put("balance", line.balance().value());
        }
        var entries = "/general-ledger-entries?accountNumber=" + number + "&postingDate=";
        values.put("movementsLink", line.account().isPosting() ? entries + from + ".." + to : "");
        values.put("balanceLink", line.account().isPosting() ? entries + ".." + to : "");
        return new Row(values);
    }

    @Bean
    @Order(46)
    ListPage accountingPeriodsPage(FinanceRows rows) {
        return new ListPage("accounting-periods", Area.FINANCE, Permission.READ_ORGANISATION, "accountingPeriods", rows.accountingPeriods(), List.of(
                PageColumn.of("startingDate", Kind.DATE),
                PageColumn.text("displayName").with(Trait.FILLING),
                PageColumn.of("newFiscalYear", Kind.FLAG),
                PageColumn.of("closed", Kind.FLAG)), List.of(Sort.descending("startingDate")), List.of())
                .withActions(List.of(
                        PageAction.ask("create-fiscal-year", Permission.CHANGE_FINANCE_SETUP, "accountingPeriods/createYear", List.of(
                                ReportParameter.date("startingDate"), new ReportParameter("numberOfPeriods", Kind.COUNT, "", List.of(), "12"),
                                new ReportParameter("monthsPerPeriod", Kind.COUNT, "", List.of(), "1"))),
                        PageAction.send("close-fiscal-year", Permission.CHANGE_FINANCE_SETUP, "accountingPeriods/closeYear").confirmed(),
                        PageAction.ask("close-income-statement", Permission.EDIT_GENERAL_JOURNAL, "journals/closeIncomeStatement", List.of(
                                new ReportParameter("documentNumber", Kind.CODE, "", List.of(), "")))));
    }
}
