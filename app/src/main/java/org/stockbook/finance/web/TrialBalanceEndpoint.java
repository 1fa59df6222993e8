package org.stockbook.finance.web;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** The trial balance to programs: what moved on each account in a period and what stands on it at the end (spec: api, sections 4 and 11). */
@RestController
class TrialBalanceEndpoint {
    private static final String DATE_FILTER = "dateFilter";
    private static final String AS_OF = "asOf";

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
                var answer = new Shape().dates("periodFrom", AS_OF).with("value", Shape.listOf(line)).required("periodFrom", AS_OF, "value").closed();
                var calls = new CallDescription("trialBalances", description.getPaths());
                calls.add(HttpMethod.GET, "", calls.operation("list", "200", answer)
                        .addParametersItem(CallDescription.query(DATE_FILTER, "The days whose movements count, such as 2026-01-01..2026-06-30; balances are those of the last"))
                        .addParametersItem(CallDescription.query(AS_OF, "The day of the balances, instead of a period")));
            };
        }
    }

    @GetMapping(path = "/api/v1/trialBalances", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> read(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_GENERAL_LEDGER);
        var options = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> options.put(name.startsWith("$") ? name.substring(1) : name, value.strip()));
        options.keySet().stream().filter(name -> !Set.of(DATE_FILTER, AS_OF).contains(name)).findFirst().ifPresent(name -> {
            throw Problem.of(400, "api.unknown-field", Map.of("field", name));
        });
        var period = period(options);
        var lines = balances.lines(new Period(period.getFirst(), period.getLast(), false));
        return Map.of("periodFrom", period.getFirst(), AS_OF, period.getLast(), "value", lines.stream().map(TrialBalanceEndpoint::line).toList());
    }

    /** The first and the last day; without any, this month up to the work date. */
    private List<LocalDate> period(Map<String, String> options) {
        var filter = options.getOrDefault(DATE_FILTER, "");
        var ends = filter.split("\\.\\.", -1);
        if (filter.isEmpty()) {
            var to = date(AS_OF, options.getOrDefault(AS_OF, "")).orElseGet(() -> views.current().workDate());
            return List.of(YearMonth.from(to).atDay(1), to);
        }
        if (ends.length > 2 || options.containsKey(AS_OF)) {
            throw unreadable(DATE_FILTER, filter);
        }
        var to = date(DATE_FILTER, ends[ends.length - 1]).orElseGet(() -> views.current().workDate());
        var from = date(DATE_FILTER, ends[0]).orElse(LocalDate.of(1, 1, 1));
        if (from.isAfter(to)) {
            throw unreadable(DATE_FILTER, filter);
        }
        return List.of(from, to);
    }

    private static Optional<LocalDate> date(String option, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() > 0 && date.getYear() <= 9999);
        } catch (DateTimeException bad) {
            throw unreadable(option, text);
        }
    }

    private static Problem unreadable(String option, String text) {
        return Problem.of(400, "api.value-unreadable", Map.of("field", option, "value", text));
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
