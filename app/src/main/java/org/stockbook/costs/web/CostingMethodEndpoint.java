package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.costs.ChangeCostingMethod;
import org.stockbook.costs.ChangeCostingMethod.Outcome;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.PageAction;
import org.stockbook.web.Problem;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.Views;

/** Another costing method for an item with entries, in the API and as an action of pages. */
@RestController
@RequestMapping(path = "/api/v1/costingMethodChanges", produces = MediaType.APPLICATION_JSON_VALUE)
class CostingMethodEndpoint {
    private final ChangeCostingMethod change;
    private final Views views;
    private final Permissions permissions;

    CostingMethodEndpoint(ChangeCostingMethod change, Views views, Permissions permissions) {
        this.change = change;
        this.views = views;
        this.permissions = permissions;
    }

    /** @param item proposed, empty for none */
    static PageAction action(String item) {
        return PageAction.ask("change-costing-method", Permission.CHANGE_ITEMS, "costingMethodChanges", List.of(
                new ReportParameter("itemNumber", Kind.CODE, "items", List.of(), item), new ReportParameter("oldNumber", Kind.TEXT, "", List.of(), ""),
                ReportParameter.choice("costingMethod", List.of("fifo", "lifo", "average", "specific", "standard")),
                new ReportParameter("standardCost", Kind.UNIT_AMOUNT, "", List.of(), ""), ReportParameter.date("postingDate")));
    }

    @PostMapping
    Map<String, Object> change(@RequestBody Optional<Map<String, Object>> given) {
        permissions.require(Permission.CHANGE_ITEMS);
        permissions.require(Permission.POST_ITEM_JOURNAL);
        var body = Body.of(given, Set.of("itemNumber", "oldNumber", "costingMethod", "standardCost", "postingDate"));
        var request = new ChangeCostingMethod.Request(
                new ItemNo(required(body, "itemNumber")), new ItemNo(required(body, "oldNumber")), method(required(body, "costingMethod")), standardCost(body),
                body.date("postingDate").orElseGet(() -> views.current().workDate()));
        return switch (change.change(request)) {
            case Outcome.Changed changed -> Map.of("itemNumber", request.item().code(), "oldNumber", request.oldNumber().code(),
                    "registerNumber", changed.register(), "quantity", changed.moved().value(), "amount", changed.value().value(),
                    "link", CostLinks.item(request.item().code()));
            case Outcome.Refused refused -> throw Problem.of(422, refused.code(), refused.parameters());
        };
    }

    private static String required(Body body, String field) {
        return body.text(field).orElseThrow(() -> Problem.of(422, "common.field-required", Map.of("field", field)));
    }

    private static CostingMethod method(String word) {
        return Arrays.stream(CostingMethod.values()).filter(method -> method.name().equals(word.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> Problem.of(400, "api.malformed", Map.of("reason", "costingMethod")));
    }

    private static Optional<UnitCost> standardCost(Body body) {
        try {
            return body.text("standardCost").map(text -> UnitCost.of(new BigDecimal(text)));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw Problem.of(400, "api.malformed", Map.of("reason", "standardCost"));
        }
    }
}
