package org.stockbook.items.catalog;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.items.CatalogItems;
import org.stockbook.items.CatalogItems.VendorItem;
import org.stockbook.items.ItemUse;
import org.stockbook.kernel.items.CatalogNumber;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumber;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordCompletion;
import org.stockbook.platform.records.RecordIssue;

/** Entries of the catalogue: numbered by a series, one per article of a vendor, and locked once they are items (spec: nonstock, section 1.1). */
@Component
public class CatalogRules implements RecordCompletion, RecordCheck {
    private static final Set<String> LOCKED = Set.of("manufacturerCode", "vendorNumber", "vendorItemNumber", "displayName", "unitOfMeasureCode", "publishedCost",
            "negotiatedCost", "unitPrice", "grossWeight", "netWeight", "barCode", "itemTemplateCode");
    private static final List<String> NOT_NEGATIVE = List.of("publishedCost", "negotiatedCost", "unitPrice", "grossWeight", "netWeight");

    private final CatalogItems catalog;
    private final ItemUse items;
    private final TakeNumber numbers;

    CatalogRules(CatalogItems catalog, ItemUse items, TakeNumber numbers) {
        this.catalog = catalog;
        this.items = items;
        this.numbers = numbers;
    }

    @Override
    public List<RecordChange> complete(List<RecordChange> changes) {
        var series = catalog.setup().entrySeries();
        return changes.stream().map(change -> change.isNew() && change.text("number").isEmpty()
                && numbers.take(series, LocalDate.now(Clock.systemDefaultZone())) instanceof NextNumber.Taken taken ? change.giving("number", taken.number()) : change).toList();
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var rule = catalog.setup().rule();
        var taken = catalog.taken(changes.stream().map(CatalogRules::vendorItem).filter(one -> !one.number().isEmpty()).toList());
        var existing = items.taken(changes.stream().filter(change -> !change.isNew()).flatMap(change -> number(rule, change).stream()).toList());
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            NOT_NEGATIVE.stream().filter(field -> change.value(field).filter(value -> ((BigDecimal) value).signum() < 0).isPresent())
                    .forEach(field -> issues.add(change.issue(field, "api.malformed", Map.of("field", field, "reason", change.text(field) + " < 0"))));
            var other = taken.getOrDefault(vendorItem(change), "");
            if (!other.isEmpty() && !other.equals(change.textBefore("number")) && !change.text("vendorItemNumber").isEmpty()) {
                issues.add(change.issue("vendorItemNumber", "nonstock.vendor-item-exists", Map.of("vendor", change.text("vendorNumber"), "number", change.text("vendorItemNumber"))));
            }
            var converted = !change.textBefore("itemNumber").isEmpty() || number(rule, change).stream().anyMatch(existing::contains);
            if (!change.isNew() && converted) {
                LOCKED.stream().filter(change::changes).filter(field -> !field.equals("displayName") || !change.textBefore(field).isEmpty()).sorted().limit(1)
                        .forEach(field -> issues.add(change.issue(field, "nonstock.already-converted", Map.of("entry", change.text("number")))));
            }
        }
        return issues;
    }

    private static VendorItem vendorItem(RecordChange change) {
        return new VendorItem(change.text("vendorNumber"), change.text("vendorItemNumber"));
    }

    /** The number that the article would get, if it does not come from a series. */
    private static List<String> number(CatalogNumber rule, RecordChange change) {
        var names = new CatalogNumber.Names(change.textBefore("vendorItemNumber"), change.textBefore("manufacturerCode"), change.textBefore("number"));
        return rule.of(names) instanceof CatalogNumber.Result.Numbered(var item) ? List.of(item.code()) : List.of();
    }
}
