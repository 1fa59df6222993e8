package org.stockbook.inventory.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Says to programs what calls about inventory periods take and give (spec: api, section 11). */
@Configuration(proxyBeanMethods = false)
class PeriodDescription {
    private static final String ONE = "/{endingDate}";

    @Bean
    OpenApiCustomizer inventoryPeriodCalls() {
        return description -> {
            var period = new Shape().dates("endingDate").texts("name").flags("closed").required("endingDate", "name", "closed").closed();
            var hindrance = new Shape().texts("hindrance", "itemNumber").dates("postingDate").counts("itemLedgerEntryNumber").required("hindrance", "itemNumber", "postingDate").closed();
            var calls = new CallDescription("inventoryPeriods", description.getPaths());
            calls.add(HttpMethod.POST, "", calls.operation("create", "201", Shape.valuesOf(period)).requestBody(body(new Shape().dates("endingDate").texts("name", "periodName").closed())));
            calls.add(HttpMethod.GET, ONE + "/hindrances", calls.operation("hindrances-of", "200", Shape.valuesOf(hindrance)));
            calls.add(HttpMethod.POST, ONE + "/close", keyed(calls.operation("close", "200", Shape.valuesOf(period))));
            calls.add(HttpMethod.POST, ONE + "/reopen", keyed(calls.operation("reopen", "200", Shape.valuesOf(period))));
            calls.add(HttpMethod.DELETE, ONE, calls.operation("delete", "200", Shape.valuesOf(period)));
            calls.add(HttpMethod.POST, ONE + "/delete", calls.operation("deleteFromPage", "200", Shape.valuesOf(period)));
        };
    }
}
