package org.stockbook.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** A stockkeeping unit is for a location, a variant or both (spec: items, section 5). */
@Component
public class StockkeepingUnitCheck implements RecordCheck {
    private final ItemUse items;

    StockkeepingUnitCheck(ItemUse items) {
        this.items = items;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var uses = items.of(changes.stream().filter(change -> change.changes("unitCost")).map(change -> change.text("itemNumber")).toList());
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            if (change.text("locationCode").isEmpty() && change.text("variantCode").isEmpty()) {
                issues.add(change.issue("locationCode", "items.sku-key-empty", Map.of("item", change.text("itemNumber"))));
            }
            if (change.changes("unitCost") && uses.containsKey(change.text("itemNumber")) && uses.get(change.text("itemNumber")).entries()) {
                issues.add(change.issue("unitCost", "items.has-entries", Map.of("item", change.text("itemNumber"))));
            }
        }
        return issues;
    }
}
