package org.stockbook.finance.web;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.finance.AccountMovements.Period;
import org.stockbook.finance.TrialBalance;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Views;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;
import org.stockbook.web.calls.TotalOptions;

/** The trial balance to programs: what moved on each account in a period and what stands on it at the end (spec: api, sections 4 and 11). */
@RestController
class TrialBalanceEndpoint {
    /** Before any entry. */
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final TrialBalance balances;
    private final Permissions permissions;
    private final Views views;

    TrialBalanceEndpoint(TrialBalance balances, Permissions permissions, Views views) {
        this.balances = balances;
        this.permissions = permissions;
        this.views = views;
    }

    /** Says to programs what the call takes and gives. */
    @Configuration(proxyBeanMethods = false)
    static class Description {
        @Bean
        OpenApiCustomizer trialBalances() {
            return description -> {
                var line = new Shape().texts("number", "display", "accountType").figures("totalDebit", "totalCredit", "netChange", "balanceAtDateDebit", "balanceAtDateCredit")
                        .required("number", "display", "accountType", "totalDebit", "totalCredit", "netChange", "balanceAtDateDebit", "balanceAtDateCredit").closed();
                var answer = new Shape().dates("periodFrom", TotalFilters.AS_OF).with("value", Shape.listOf(line)).required("periodFrom", TotalFilters.AS_OF, "value").closed();
                var calls = new CallDescription("trialBalances", description.getPaths());
                calls.add(HttpMethod.GET, "", calls.operation("list", "200", answer)
                        .addParametersItem(CallDescription.query(TotalFilters.DATES, "The days whose movements count, such as 2026-01-01..2026-06-30; balances are those of the last"))
                        .addParametersItem(CallDescription.query(TotalFilters.AS_OF, "The day of the balances, instead of a period"))
                        .addParametersItem(CallDescription.query(TotalFilters.KNOWN_AT, "Only what was registered up to this moment (UTC)"))
                        .addParametersItem(CallDescription.query(TotalFilters.DIMENSIONS, "The dimension values whose entries count, such as DEPARTMENT:SALES|ADM,AREA:EAST")));
            };
        }
    }

    @GetMapping(path = "/api/v1/trialBalances", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> read(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_GENERAL_LEDGER);
        var options = TotalOptions.of(given, TotalFilters.OF_ACCOUNTS);
        var filters = TotalFilters.of(options);
        var to = filters.to().orElseGet(() -> views.current().workDate());
        var from = filters.from().orElseGet(() -> options.getOrDefault(TotalFilters.DATES, "").isEmpty() ? to.withDayOfMonth(1) : BEGINNING);
        var lines = balances.lines(new Period(from, to, false, filters.knownAt(), filters.dimensions()));
        return Map.of("periodFrom", from, TotalFilters.AS_OF, to, "value", lines.stream().map(TrialBalanceEndpoint::line).toList());
    }

    private static Map<String, Object> line(TrialBalance.Line line) {
        var row = new LinkedHashMap<String, Object>();
        var words = line.account().type().toLowerCase(Locale.ROOT).split("_");
        row.put("number", line.account().number());
        row.put("display", line.account().name());
        row.put("accountType", words.length == 1 ? words[0] : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1));
        row.put("totalDebit", line.debit().value());
        row.put("totalCredit", line.credit().value());
        row.put("netChange", line.netChange().value());
        row.put("balanceAtDateDebit", line.balance().max(Amount.ZERO).value());
        row.put("balanceAtDateCredit", line.balance().negated().max(Amount.ZERO).value());
        return row;
    }
}
