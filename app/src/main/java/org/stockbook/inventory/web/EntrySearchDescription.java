package org.stockbook.inventory.web;

import static org.stockbook.web.calls.CallDescription.body;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Says to programs what a search for entries takes and gives (spec: api, section 11). */
@Configuration(proxyBeanMethods = false)
class EntrySearchDescription {
    @Bean
    OpenApiCustomizer entrySearchCalls() {
        return description -> {
            var found = new Shape().texts("collection", "filter").counts("count").required("collection", "filter", "count").closed();
            var search = new Shape().texts(EntrySearch.TEXTS.toArray(String[]::new)).dates("postingDate").closed();
            var calls = new CallDescription("entrySearches", description.getPaths());
            calls.add(HttpMethod.POST, "", calls.operation("search", "200", Shape.valuesOf(found)).requestBody(body(search)));
        };
    }
}
