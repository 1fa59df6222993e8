package org.stockbook.journals.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Says to programs what the application worksheet takes and gives (spec: api, section 11). */
@Configuration(proxyBeanMethods = false)
class ApplicationDescription {
    private static final String ONE = "/number:{item}";
    private static final String IN = "inboundItemEntryNumber";
    private static final String OUT = "outboundItemEntryNumber";

    @Bean
    OpenApiCustomizer applicationWorksheetCalls() {
        return description -> {
            var edited = new Shape().counts("itemRegisterNumber", "valueEntries", "generalLedgerEntries").required("itemRegisterNumber", "valueEntries", "generalLedgerEntries").closed();
            var pair = new Shape().counts(OUT, IN).required(OUT, IN).closed();
            var change = new Shape().with("unapply", Shape.listOf(Shape.count())).with("apply", Shape.listOf(pair)).closed();
            var calls = new CallDescription("applicationWorksheets", description.getPaths());
            calls.add(HttpMethod.POST, ONE + "/unapply", keyed(calls.operation("unapply", "200", edited)).requestBody(body(change)));
            calls.add(HttpMethod.POST, ONE + "/unapply/{application}", keyed(calls.operation("unapplyOne", "200", edited)));
            calls.add(HttpMethod.POST, ONE + "/reapply", keyed(calls.operation("reapply", "200", edited)).requestBody(body(change)));
            calls.add(HttpMethod.POST, ONE + "/move/{application}/{decrease}", keyed(calls.operation("move", "200", edited)).requestBody(body(new Shape().counts(IN).required(IN).closed())));
        };
    }
}
