package org.stockbook.items;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Factors and precisions of an item's units, and units in use (spec: items, sections 2.1 and 2.2). */
@Component
public class ItemUnitCheck implements RecordCheck {
    private static final List<String> MEANING = List.of("code", "quantityPerUnit", "quantityRoundingPrecision");

    private final ItemUse items;

    ItemUnitCheck(ItemUse items) {
        this.items = items;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var numbers = changes.stream().map(ItemUnitCheck::item).distinct().toList();
        var uses = items.of(numbers);
        var units = items.units(numbers);
        var onDocuments = items.unitsOnDocuments(numbers);
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            var use = Optional.ofNullable(uses.get(item(change)));
            var changesMeaning = change.after().isEmpty() || MEANING.stream().anyMatch(change::changes);
            if (changesMeaning && onDocuments.getOrDefault(item(change), Set.of()).contains(change.textBefore("code"))) {
                issues.add(inUse(change, change.after().isEmpty() ? "code" : "quantityPerUnit", use.map(ItemUse.Use::documents).orElse("")));
            } else if (change.changes("code")) {
                use.filter(item -> isInUse(item, change)).ifPresent(_ -> issues.add(inUse(change, "code", "items")));
            }
            if (change.after().isEmpty()) {
                use.filter(item -> isInUse(item, change)).ifPresent(_ -> issues.add(inUse(change, "code", "items")));
            } else {
                issues.addAll(factor(change, use.map(ItemUse.Use::baseUnit).orElse(""), units.getOrDefault(item(change), Map.of())));
            }
        }
        return issues;
    }

    private static String item(RecordChange change) {
        return change.after().isEmpty() ? change.textBefore("itemNumber") : change.text("itemNumber");
    }

    private static boolean isInUse(ItemUse.Use use, RecordChange change) {
        return use.baseUnit().equals(change.textBefore("code")) || use.otherUnits().contains(change.textBefore("code"));
    }

    private static RecordIssue inUse(RecordChange change, String field, String where) {
        return change.issue(field, "items.unit-in-use", Map.of("key", change.textBefore("code"), "where", where));
    }

    private static List<RecordIssue> factor(RecordChange change, String baseUnit, Map<String, ItemUse.ItemUnit> units) {
        var issues = new ArrayList<RecordIssue>();
        var factor = (BigDecimal) change.value("quantityPerUnit").orElse(BigDecimal.ONE);
        if (factor.signum() <= 0) {
            issues.add(change.issue("quantityPerUnit", "api.malformed", Map.of("field", "quantityPerUnit", "reason", factor + " <= 0")));
        }
        var precision = (BigDecimal) change.value("quantityRoundingPrecision").orElse(BigDecimal.ZERO);
        if (precision.signum() < 0 || precision.compareTo(BigDecimal.ONE) > 0) {
            issues.add(change.issue("quantityRoundingPrecision", "api.malformed", Map.of("field", "quantityRoundingPrecision", "reason", precision + " (0..1)")));
        }
        if (change.text("code").equals(baseUnit) && factor.compareTo(BigDecimal.ONE) != 0) {
            issues.add(change.issue("quantityPerUnit", "items.base-unit-factor", Map.of("unit", baseUnit, "factor", factor)));
        }
        var step = Optional.ofNullable(units.get(baseUnit)).map(ItemUse.ItemUnit::precision).orElse(BigDecimal.ZERO);
        if (step.signum() > 0 && factor.remainder(step).signum() != 0) {
            issues.add(change.issue("quantityPerUnit", "items.unit-factor-not-aligned", Map.of("factor", factor, "precision", step)));
        }
        if (change.text("code").equals(baseUnit) && precision.signum() > 0) {
            units.forEach((code, unit) -> {
                if (unit.factor().remainder(precision).signum() != 0) {
                    issues.add(change.issue("quantityRoundingPrecision", "items.unit-factor-not-aligned", Map.of("factor", unit.factor(), "precision", precision, "unit", code)));
                }
            });
        }
        return issues;
    }
}
