package org.stockbook.items;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.items.ItemUse.Fact;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** What may not be, and what may not change once something exists (spec: items, sections 1.2, 1.4 to 1.6, 2.1, 4). */
@Component
public class ItemCheck implements RecordCheck {
    private static final List<String> NOT_NEGATIVE = List.of("unitPrice", "standardCost", "indirectCostPercent", "netWeight", "grossWeight", "unitVolume", "unitsPerParcel",
            "reorderPoint", "reorderQuantity");
    private static final List<String> OTHER_UNITS = List.of("purchaseUnitOfMeasureCode", "salesUnitOfMeasureCode", "putAwayUnitOfMeasureCode");
    private static final Set<Fact> LOCK_THE_TYPE = Set.of(Fact.ENTRIES, Fact.JOURNAL_LINES, Fact.DOCUMENT_LINES, Fact.STOCKKEEPING_UNITS);

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
        var taken = items.taken(changes.stream().filter(change -> change.isNew() || change.changes("number")).map(change -> change.text("number")).toList());
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            if (taken.contains(change.text("number"))) {
                issues.add(change.issue("number", "items.already-exists", Map.of("item", change.text("number"), "key", change.text("number"))));
            }
            issues.addAll(shape(change, serial));
            issues.addAll(units(change, units.getOrDefault(change.textBefore("number"), Map.of())));
            issues.addAll(guards(change, uses.getOrDefault(change.textBefore("number"), ItemUse.Use.NONE)));
        }
        return issues;
    }

    private static List<RecordIssue> shape(RecordChange change, Set<String> serial) {
        var issues = new ArrayList<RecordIssue>();
        NOT_NEGATIVE.stream().filter(field -> change.names(field) && change.value(field).filter(value -> ((BigDecimal) value).signum() < 0).isPresent())
                .forEach(field -> issues.add(malformed(change, field, change.text(field) + " < 0")));
        if (!change.text("gtin").matches("[0-9]{0,14}")) {
            issues.add(malformed(change, "gtin", change.text("gtin")));
        }
        if (!change.text("blockReason").isEmpty() && !change.flag("blocked")) {
            issues.add(change.issue("blockReason", "api.field-read-only", Map.of("field", "blockReason")));
        }
        if (change.text("costingMethod").equals("specific") && !serial.contains(change.text("itemTrackingCode"))) {
            issues.add(change.issue("costingMethod", "costing.specific-needs-serial-tracking", Map.of("item", change.text("number"))));
        }
        var replenishment = change.text("replenishmentSystem");
        if (replenishment.equals("transfer")) {
            issues.add(malformed(change, "replenishmentSystem", replenishment));
        }
        if (change.text("assemblyPolicy").equals("assembleToOrder") && !replenishment.equals("assembly")) {
            issues.add(malformed(change, "assemblyPolicy", "assembleToOrder: " + replenishment));
        }
        var stocked = change.text("type").isEmpty() || change.text("type").equals("inventory");
        if (!stocked && (replenishment.equals("assembly") || replenishment.equals("productionOrder"))) {
            issues.add(malformed(change, "replenishmentSystem", replenishment));
        }
        return issues;
    }

    private static RecordIssue malformed(RecordChange change, String field, String reason) {
        return change.issue(field, "api.malformed", Map.of("field", field, "reason", reason));
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
                .filter(change::changes)
                .filter(field -> !field.equals("unitCost") || !change.text("costingMethod").equals("standard"))
                .flatMap(field -> use.has(Fact.ENTRIES) ? Stream.of(change.issue(field, "items.has-entries", item))
                        : use.has(Fact.PURCHASES) && !field.equals("itemTrackingCode") ? Stream.of(change.issue(field, "items.on-purchase", item)) : Stream.of());
        // An item's base unit is fixed once entries exist, since even closed ones would change their meaning.
        var base = Stream.of("baseUnitOfMeasureCode")
                .filter(field -> change.changes(field) && use.has(Fact.ENTRIES) && !change.textBefore(field).isEmpty())
                .map(field -> change.issue(field, "items.has-open-entries", item));
        var type = Stream.of("type").filter(field -> change.changes(field) && use.facts().stream().anyMatch(LOCK_THE_TYPE::contains))
                .map(field -> change.issue(field, "items.type-in-use", Map.of("item", change.textBefore("number"), "where", where(use))));
        var indirect = Stream.of("indirectCostPercent").filter(field -> change.changes(field) && use.has(Fact.COST_NOT_ADJUSTED))
                .map(field -> change.issue(field, "costing.not-adjusted", item));
        return Stream.of(withEntries, base, type, indirect).flatMap(issues -> issues).toList();
    }

    private static String where(ItemUse.Use use) {
        return use.has(Fact.ENTRIES) ? "itemLedgerEntries"
                : use.has(Fact.JOURNAL_LINES) ? "itemJournalLines" : use.has(Fact.DOCUMENT_LINES) ? use.documents() : "stockkeepingUnits";
    }
}
