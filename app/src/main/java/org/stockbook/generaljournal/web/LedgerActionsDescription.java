package org.stockbook.generaljournal.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Says to programs what reversing, applying and closing take and give (spec: api, section 11). */
@Configuration(proxyBeanMethods = false)
class LedgerActionsDescription {
    @Bean
    OpenApiCustomizer ledgerActionCalls() {
        return description -> {
            var paths = description.getPaths();
            var entries = new CallDescription("generalLedgerEntries", paths);
            entries.add(HttpMethod.POST, "/reverse", keyed(entries.operation("reverse", "200", new Shape().counts("generalLedgerRegisterNumber").required("generalLedgerRegisterNumber").closed()))
                    .requestBody(body(new Shape().counts("transactionNumber").required("transactionNumber").asRequest().closed())));
            List.of("vendorLedgerEntries", "customerLedgerEntries").forEach(collection -> describePartners(collection, paths));
            var journals = new CallDescription("journals", paths);
            journals.add(HttpMethod.POST, "/closeIncomeStatement", journals.operation("closeIncomeStatement", "200", new Shape().counts("lines").dates("closingDay").required("lines", "closingDay").closed())
                    .requestBody(body(new Shape().texts("batch", "documentNumber").closed())));
        };
    }

    private static void describePartners(String collection, Paths paths) {
        var calls = new CallDescription(collection, paths);
        var amount = new Shape().texts("amount").required("amount").closed();
        calls.add(HttpMethod.POST, "/apply", keyed(calls.operation("apply", "200", amount))
                .requestBody(body(new Shape().counts("entryNumber", "appliesToEntryNumber").asRequest().closed())));
        calls.add(HttpMethod.POST, "/unapply", keyed(calls.operation("unapply", "200", amount)).requestBody(body(new Shape().counts("entryNumber").asRequest().closed())));
    }
}
