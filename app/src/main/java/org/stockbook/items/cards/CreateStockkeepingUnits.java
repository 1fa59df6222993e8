package org.stockbook.items.cards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.items.CardSteps;
import org.stockbook.items.cards.ItemParts.StockkeepingKey;
import org.stockbook.items.cards.ItemParts.StockkeepingRequest;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Makes stockkeeping units for many places and variants at once, with the values of their items (spec: items, section 5). */
@Component
public class CreateStockkeepingUnits {
    private static final List<String> TAKEN_OVER = List.of("displayName", "standardCost", "unitCost", "shelfNumber", "replenishmentSystem", "vendorNumber", "vendorItemNumber",
            "leadTimeCalculation");

    private final ItemParts parts;
    private final FindRecord find;
    private final CardSteps steps;
    private final Permissions permissions;

    CreateStockkeepingUnits(ItemParts parts, FindRecord find, CardSteps steps, Permissions permissions) {
        this.parts = parts;
        this.find = find;
        this.steps = steps;
        this.permissions = permissions;
    }

    /** Whether those that are there get the values of their items again. */
    public enum Existing {
        KEEP,
        REPLACE
    }

    /** All or none. */
    public RecordOutcome create(StockkeepingRequest request, Existing existing) {
        permissions.require(Permission.CHANGE_ITEMS);
        return steps.all(() -> {
            var keys = parts.combinations(request).stream().filter(key -> existing == Existing.REPLACE || !key.exists()).toList();
            var cards = new LinkedHashMap<String, Row>();
            keys.stream().map(StockkeepingKey::item).distinct().forEach(item -> find.find("items", Map.of("number", item)).ifPresent(row -> cards.put(item, row)));
            var rows = steps.saved("stockkeepingUnits", Mode.CREATE_OR_CHANGE,
                    keys.stream().filter(key -> cards.containsKey(key.item())).map(key -> values(key, cards.getOrDefault(key.item(), new Row(Map.of())))).toList());
            var made = (int) keys.stream().filter(key -> !key.exists()).count();
            return new RecordOutcome.Saved(rows, made, rows.size() - made);
        });
    }

    /** The unit cost of one that exists belongs to its entries. */
    private static Map<String, Object> values(StockkeepingKey key, Row card) {
        var values = new LinkedHashMap<String, Object>(Map.of("itemNumber", key.item(), "variantCode", key.variant(), "locationCode", key.location()));
        TAKEN_OVER.stream().filter(field -> !key.exists() || !field.equals("unitCost")).forEach(field -> card.value(field).ifPresent(value -> values.put(field, value)));
        return values;
    }
}
