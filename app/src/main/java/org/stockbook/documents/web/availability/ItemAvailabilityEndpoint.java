package org.stockbook.documents.web.availability;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.figures.ItemAvailability;
import org.stockbook.documents.figures.ItemAvailability.By;
import org.stockbook.documents.figures.ItemAvailability.Request;
import org.stockbook.documents.figures.ItemAvailability.Span;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;
import org.stockbook.web.calls.TotalOptions;

/** What of an item is and will be there, to programs (spec: api, section 11). */
@RestController
class ItemAvailabilityEndpoint {
    private static final String ITEM = "itemNumber";
    private static final String BY = "by";
    private static final String SPAN = "period";
    /** What is planned now has no history, so nobody can ask how it was known earlier. */
    private static final List<String> KNOWN = List.of(ITEM, BY, SPAN, TotalFilters.AS_OF, TotalFilters.DATES, TotalFilters.LOCATIONS, TotalFilters.VARIANTS);

    private final ItemAvailability availability;
    private final Permissions permissions;

    ItemAvailabilityEndpoint(ItemAvailability availability, Permissions permissions) {
        this.availability = availability;
        this.permissions = permissions;
    }

    /** Says to programs what the call takes and gives. */
    @Configuration(proxyBeanMethods = false)
    static class Description {
        @Bean
        OpenApiCustomizer itemAvailabilityCalls() {
            return description -> {
                var row = new Shape().texts("locationCode", "variantCode", "unitOfMeasureCode", "documentKind", "documentNumber", "partnerName").dates("periodFrom", "periodTo", "plannedDate")
                        .figures("quantityPerUnit", "quantity", "inventory", "plannedReceipts", "plannedIssues", "projectedInventory").required("projectedInventory").closed();
                var calls = new CallDescription("itemAvailability", description.getPaths());
                calls.add(HttpMethod.GET, "", calls.operation("list", "200", Shape.valuesOf(row))
                        .addParametersItem(CallDescription.query(ITEM, "The item").required(true))
                        .addParametersItem(CallDescription.query(BY, "period, event, location, variant or unit; location unless told"))
                        .addParametersItem(CallDescription.query(SPAN, "day, week, month, quarter or year, where it is by period; month unless told"))
                        .addParametersItem(CallDescription.query(TotalFilters.AS_OF, "What is planned after this day does not count"))
                        .addParametersItem(CallDescription.query(TotalFilters.DATES, "The planned days shown; what is planned before counts as there"))
                        .addParametersItem(CallDescription.query(TotalFilters.LOCATIONS, "The places that count, such as EAST|WEST"))
                        .addParametersItem(CallDescription.query(TotalFilters.VARIANTS, "The variants that count, such as RED|BLUE")));
            };
        }
    }

    @GetMapping(path = "/api/v1/itemAvailability", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> read(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_INVENTORY);
        var options = TotalOptions.of(given, KNOWN);
        var item = options.getOrDefault(ITEM, "").toUpperCase(Locale.ROOT);
        var by = word(BY, options.getOrDefault(BY, "location"), By.values());
        var span = word(SPAN, options.getOrDefault(SPAN, "month"), Span.values());
        var request = new Request(item, by, span, TotalFilters.of(options));
        if (!availability.knows(item)) {
            throw Problem.of(422, "api.reference-not-found", Map.of("field", ITEM, "value", item));
        }
        return Map.of("value", availability.rows(request).stream().map(Row::values).toList());
    }

    private static <T extends Enum<T>> T word(String field, String value, T[] words) {
        return Stream.of(words).filter(word -> word.name().toLowerCase(Locale.ROOT).equals(value)).findFirst()
                .orElseThrow(() -> Problem.of(400, "api.word-unknown", Map.of("field", field, "value", value,
                        "allowed", Stream.of(words).map(word -> word.name().toLowerCase(Locale.ROOT)).toList())));
    }
}
