package org.stockbook.items;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** What may not be, and what may not change once something exists (spec: items, sections 1.2, 1.4 to 1.6, 2.1, 4). */
@Component
public class ItemCheck implements RecordCheck {
    private static final List<String> NOT_NEGATIVE = List.of("unitPrice", "standardCost", "indirectCostPercent", "netWeight", "grossWeight", "unitVolume", "unitsPerParcel");
    private static final List<String> OTHER_UNITS = List.of("purchaseUnitOfMeasureCode", "salesUnitOfMeasureCode", "putAwayUnitOfMeasureCode");
    private static final ItemUse.Use UNUSED = new ItemUse.Use(false, false, false, false, true, "", Set.of());

    private final ItemUse items;

    ItemCheck(ItemUse items) {
        this.items = items;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var numbers = changes.stream().filter(change -> !change.isNew()).map(change -> change.textBefore("number")).toList();
        var uses = items.of(numbers);
        var units = items.units(numbers);
        var serial = items.serialSpecificTrackingCodes();
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            var use = uses.getOrDefault(change.textBefore("number"), UNUSED);
            issues.addAll(shape(change, serial));
            issues.addAll(units(change, units.getOrDefault(change.textBefore("number"), Map.of())));
            issues.addAll(guards(change, use));
        }
        return issues;
    }

    private static List<RecordIssue> shape(RecordChange change, Set<String> serial) {
        var issues = new ArrayList<RecordIssue>();
        NOT_NEGATIVE.stream().filter(field -> change.names(field) && change.value(field).filter(value -> ((BigDecimal) value).signum() < 0).isPresent())
                .forEach(field -> issues.add(change.issue(field, "api.malformed", Map.of("field", field, "reason", change.text(field) + " < 0"))));
        if (!change.text("gtin").matches("[0-9]{0,14}")) {
            issues.add(change.issue("gtin", "api.malformed", Map.of("field", "gtin", "reason", change.text("gtin"))));
        }
        if (!change.text("blockReason").isEmpty() && !change.flag("blocked")) {
            issues.add(change.issue("blockReason", "api.field-read-only", Map.of("field", "blockReason")));
        }
        if (change.text("costingMethod").equals("specific") && !serial.contains(change.text("itemTrackingCode"))) {
            issues.add(change.issue("costingMethod", "costing.specific-needs-serial-tracking", Map.of("item", change.text("number"))));
        }
        if (change.text("replenishmentSystem").equals("transfer")) {
            issues.add(change.issue("replenishmentSystem", "api.malformed", Map.of("field", "replenishmentSystem", "reason", "transfer")));
        }
        return issues;
    }

    /** The base unit has factor 1; the others are units of the item. */
    private static List<RecordIssue> units(RecordChange change, Map<String, ItemUse.ItemUnit> units) {
        var issues = new ArrayList<RecordIssue>();
        var base = change.text("baseUnitOfMeasureCode");
        Optional.ofNullable(units.get(base)).filter(unit -> unit.factor().compareTo(BigDecimal.ONE) != 0)
                .ifPresent(unit -> issues.add(change.issue("baseUnitOfMeasureCode", "items.base-unit-factor", Map.of("unit", base, "factor", unit.factor()))));
        OTHER_UNITS.stream()
                .filter(field -> change.names(field) && !change.text(field).isEmpty() && !change.text(field).equals(base) && !units.containsKey(change.text(field)))
                .forEach(field -> issues.add(change.issue(field, "items.unit-unknown", Map.of("unit", change.text(field), "item", change.text("number")))));
        return issues;
    }

    private static List<RecordIssue> guards(RecordChange change, ItemUse.Use use) {
        var item = Map.of("item", change.textBefore("number"));
        var withEntries = Stream.of("costingMethod", "inventoryValueZero", "unitCost", "itemTrackingCode")
                .filter(field -> change.changes(field) && use.entries())
                .filter(field -> !field.equals("unitCost") || !change.text("costingMethod").equals("standard"))
                .map(field -> change.issue(field, "items.has-entries", item));
        // An item's base unit is fixed once entries exist, since even closed ones would change their meaning.
        var base = Stream.of("baseUnitOfMeasureCode")
                .filter(field -> change.changes(field) && use.entries() && !change.textBefore(field).isEmpty())
                .map(field -> change.issue(field, "items.has-open-entries", item));
        var type = Stream.of("type").filter(field -> change.changes(field) && isInUse(use))
                .map(field -> change.issue(field, "items.type-in-use", Map.of("item", change.textBefore("number"), "where", where(use))));
        var indirect = Stream.of("indirectCostPercent").filter(field -> change.changes(field) && !use.costAdjusted())
                .map(field -> change.issue(field, "costing.not-adjusted", item));
        return Stream.of(withEntries, base, type, indirect).flatMap(issues -> issues).toList();
    }

    private static boolean isInUse(ItemUse.Use use) {
        return use.entries() || use.journalLines() || use.stockkeepingUnits();
    }

    private static String where(ItemUse.Use use) {
        return use.entries() ? "itemLedgerEntries" : use.journalLines() ? "itemJournalLines" : "stockkeepingUnits";
    }
}
