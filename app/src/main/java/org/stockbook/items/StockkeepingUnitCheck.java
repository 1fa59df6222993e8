package org.stockbook.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        var issues = new ArrayList<RecordIssue>(circles(changes));
        for (var change : changes) {
            if (change.text("locationCode").isEmpty() && change.text("variantCode").isEmpty()) {
                issues.add(change.issue("locationCode", "items.sku-key-empty", Map.of("item", change.text("itemNumber"))));
            }
            if (change.changes("unitCost") && uses.containsKey(change.text("itemNumber")) && uses.get(change.text("itemNumber")).has(ItemUse.Fact.ENTRIES)) {
                issues.add(change.issue("unitCost", "items.has-entries", Map.of("item", change.text("itemNumber"))));
            }
        }
        return issues;
    }

    /** Goods that come from another place must come from somewhere in the end. */
    private List<RecordIssue> circles(List<RecordChange> changes) {
        var sources = new HashMap<>(items.transferSources(changes.stream().map(change -> change.text("itemNumber")).distinct().toList()));
        changes.forEach(change -> {
            if (change.text("replenishmentSystem").equals("transfer")) {
                sources.put(key(change, change.text("locationCode")), change.text("transferFromCode"));
            } else {
                sources.remove(key(change, change.text("locationCode")));
            }
        });
        return changes.stream().filter(change -> endsWhereItBegan(change, sources))
                .map(change -> change.issue("transferFromCode", "items.sku-transfer-circle", Map.of("item", change.text("itemNumber"), "location", change.text("locationCode"))))
                .toList();
    }

    private static ItemUse.StockkeepingKey key(RecordChange change, String location) {
        return new ItemUse.StockkeepingKey(change.text("itemNumber"), change.text("variantCode"), location);
    }

    private static boolean endsWhereItBegan(RecordChange change, Map<ItemUse.StockkeepingKey, String> sources) {
        var seen = new HashSet<String>();
        var place = change.text("locationCode");
        while (sources.containsKey(key(change, place))) {
            if (!seen.add(place)) {
                return true;
            }
            place = sources.getOrDefault(key(change, place), "");
        }
        return false;
    }
}
