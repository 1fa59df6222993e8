package org.stockbook.finance.web;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.finance.FiscalYears;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.OnceOnly;
import org.stockbook.web.calls.Shape;

/** Making and closing fiscal years (spec: finance, section 7). */
@RestController
@RequestMapping(path = "/api/v1/accountingPeriods", produces = MediaType.APPLICATION_JSON_VALUE)
class FiscalYearEndpoint {
    private final FiscalYears years;
    private final OnceOnly once;
    private final Permissions permissions;

    FiscalYearEndpoint(FiscalYears years, OnceOnly once, Permissions permissions) {
        this.once = once;
        this.years = years;
        this.permissions = permissions;
    }

    /** Says to programs what the calls take and give. */
    @Configuration(proxyBeanMethods = false)
    static class Description {
        @Bean
        OpenApiCustomizer fiscalYearCalls() {
            return description -> {
                var year = new Shape().dates("startingDate", "endingDate").required("startingDate", "endingDate").closed();
                var calls = new CallDescription("accountingPeriods", description.getPaths());
                calls.add(HttpMethod.POST, "/createYear", calls.operation("createYear", "200", year)
                        .requestBody(CallDescription.body(new Shape().dates("startingDate").counts("numberOfPeriods", "monthsPerPeriod").asRequest().closed())));
                calls.add(HttpMethod.POST, "/closeYear", CallDescription.keyed(calls.operation("closeYear", "200", year)));
            };
        }
    }

    @PostMapping("/createYear")
    Map<String, Object> create(@RequestBody YearRequest request) {
        permissions.require(Permission.CHANGE_FINANCE_SETUP);
        var start = request.startingDate().orElseThrow(() -> Problem.of(422, "common.field-required", Map.of("field", "startingDate")));
        return answer(years.create(start, request.numberOfPeriods(), request.monthsPerPeriod()));
    }

    @PostMapping("/closeYear")
    ResponseEntity<String> close(@RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        return once.answer(Permission.CHANGE_FINANCE_SETUP, key, "closeYear", () -> answer(years.close()));
    }

    private static Map<String, Object> answer(FiscalYears.Outcome outcome) {
        return switch (outcome) {
            case FiscalYears.Outcome.Done(var first, var last) -> Map.of("startingDate", first, "endingDate", last);
            case FiscalYears.Outcome.Refused(var code) -> throw Problem.of(422, code, Map.of("field", "startingDate", "value", "", "reason", ""));
        };
    }

    /** A year to be made; twelve periods of a month where nothing is said. */
    record YearRequest(Optional<LocalDate> startingDate, int numberOfPeriods, int monthsPerPeriod) {
        YearRequest {
            startingDate = startingDate == null ? Optional.empty() : startingDate;
            numberOfPeriods = numberOfPeriods == 0 ? 12 : numberOfPeriods;
            monthsPerPeriod = monthsPerPeriod == 0 ? 1 : monthsPerPeriod;
        }
    }
}
