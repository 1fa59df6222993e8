package org.stockbook.finance.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.finance.FiscalYears;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Making and closing fiscal years (spec: finance, section 7). */
@RestController
@RequestMapping(path = "/api/v1/accountingPeriods", produces = MediaType.APPLICATION_JSON_VALUE)
class FiscalYearEndpoint {
    private final FiscalYears years;
    private final Permissions permissions;

    FiscalYearEndpoint(FiscalYears years, Permissions permissions) {
        this.years = years;
        this.permissions = permissions;
    }

    @PostMapping("/createYear")
    Map<String, Object> create(@RequestBody YearRequest request) {
        permissions.require(Permission.CHANGE_FINANCE_SETUP);
        return answer(years.create(request.startingDate(), request.numberOfPeriods(), request.monthsPerPeriod()));
    }

    @PostMapping("/closeYear")
    Map<String, Object> close() {
        permissions.require(Permission.CHANGE_FINANCE_SETUP);
        return answer(years.close());
    }

    private static Map<String, Object> answer(FiscalYears.Outcome outcome) {
        return switch (outcome) {
            case FiscalYears.Outcome.Done(var first, var last) -> Map.of("startingDate", first, "endingDate", last);
            case FiscalYears.Outcome.Refused(var code) -> throw Problem.of(422, code, Map.of("field", "startingDate", "value", "", "reason", ""));
        };
    }

    /** A year to be made; twelve periods of a month where nothing is said. */
    record YearRequest(LocalDate startingDate, int numberOfPeriods, int monthsPerPeriod) {
        YearRequest {
            if (startingDate == null) {
                throw Problem.of(422, "common.field-required", Map.of("field", "startingDate"));
            }
            numberOfPeriods = numberOfPeriods == 0 ? 12 : numberOfPeriods;
            monthsPerPeriod = monthsPerPeriod == 0 ? 1 : monthsPerPeriod;
        }
    }
}
