package org.stockbook.items.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.items.ConvertCatalogItem;
import org.stockbook.items.catalog.ImportPriceList;
import org.stockbook.items.catalog.ImportPriceList.Converted;
import org.stockbook.items.catalog.ImportPriceList.PriceList;
import org.stockbook.platform.exchange.CsvFile;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.exchange.Mapping;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** The catalogue: items made of it, one or many, and price lists (spec: nonstock, sections 2.1 and 2.5). */
@RestController
@RequestMapping(path = "/api/v1/catalogItems", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogEndpoint {
    private final ConvertCatalogItem convert;
    private final ImportPriceList prices;
    private final Views views;
    private final Permissions permissions;

    CatalogEndpoint(ConvertCatalogItem convert, ImportPriceList prices, Views views, Permissions permissions) {
        this.convert = convert;
        this.prices = prices;
        this.views = views;
        this.permissions = permissions;
    }

    @PostMapping("/number:{number}/createItem")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> createItem(@PathVariable String number) {
        return RecordAnswers.rows("catalogItems", convert.create(number)).getFirst();
    }

    record Selected(@Nullable List<String> numbers) {}

    /** Each in a transaction of its own; the answer says of each what became of it. */
    @PostMapping("/createItems")
    Map<String, Object> createItems(@RequestBody Selected selected) {
        permissions.require(Permission.CHANGE_ITEMS);
        var results = new ArrayList<Map<String, Object>>();
        for (var number : selected.numbers() == null ? List.<String>of() : selected.numbers()) {
            var result = new LinkedHashMap<String, Object>(Map.of("number", number));
            switch (convert.create(number)) {
                case RecordOutcome.Saved saved -> result.put("itemNumber", saved.rows().getFirst().text("number"));
                case RecordOutcome.Refused(var issues) -> result.put("errors", issues.stream().map(issue -> error(issue.field(), issue.code(), issue.parameters())).toList());
                case RecordOutcome.NotThere _, RecordOutcome.ChangedByAnother _ -> result.put("errors", List.of(error("number", "api.not-found", Map.of())));
            }
            results.add(result);
        }
        return Map.of("results", results);
    }

    private Map<String, Object> error(String field, String code, Map<String, Object> parameters) {
        return Map.of("field", field, "code", code, "message", views.current().text("error." + code, parameters));
    }

    /** A file with a heading that names fields of catalogue items; each row is taken on its own. */
    @PostMapping(path = "/importPriceList", consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Map<String, Object> importPriceList(@RequestParam(defaultValue = "") String vendorNumber, @RequestParam(defaultValue = "false") boolean updateItems, @RequestBody byte[] file) {
        permissions.require(Permission.CHANGE_ITEMS);
        if (vendorNumber.isBlank()) {
            throw Problem.of(422, "common.field-required", Map.of("field", "vendorNumber"));
        }
        var results = prices.take(new PriceList(vendorNumber, rows(file), updateItems ? Converted.UPDATE_ITEM : Converted.REPORT));
        return Map.of("results", results.stream().map(result -> Map.of("row", result.row() + 1, "result", result.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "number", result.entry(), "errors", result.issues().stream().map(issue -> error(issue.field(), issue.code(), issue.parameters())).toList())).toList());
    }

    private static List<Map<String, String>> rows(byte[] file) {
        try {
            var csv = CsvFile.parse("price list", file, Mapping.Format.FOUND_OUT);
            return csv.rows().stream().map(line -> {
                var row = new LinkedHashMap<String, String>();
                for (int at = 0; at < csv.heading().size() && at < line.values().size(); at++) {
                    row.put(csv.heading().get(at), line.values().get(at).strip());
                }
                return (Map<String, String>) row;
            }).toList();
        } catch (FileRefused refused) {
            throw Problem.of(422, "import.wrong-file", Map.of("file", refused.file(), "reason", refused.reason()));
        }
    }
}
