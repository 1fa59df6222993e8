package org.stockbook.items.references;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.items.ItemUse;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordCompletion;
import org.stockbook.platform.records.RecordIssue;

/** A reference names a unit of the item, fits its type and ends after it starts (spec: items, section 6). */
@Component
public class ReferenceRules implements RecordCompletion, RecordCheck {
    private static final String UNIT = "unitOfMeasureCode";

    private final ItemUse items;

    ReferenceRules(ItemUse items) {
        this.items = items;
    }

    /** A blank unit becomes the base unit; a partner says what type it is. */
    @Override
    public List<RecordChange> complete(List<RecordChange> changes) {
        var uses = items.of(changes.stream().map(change -> change.text("itemNumber")).distinct().toList());
        return changes.stream().map(change -> {
            var completed = change;
            if (change.text(UNIT).isEmpty() && uses.containsKey(change.text("itemNumber"))) {
                completed = completed.giving(UNIT, uses.getOrDefault(change.text("itemNumber"), ItemUse.Use.NONE).baseUnit());
            }
            if (change.isNew() && !change.names("referenceType")) {
                completed = completed.giving("referenceType",
                        !change.text("vendorNumber").isEmpty() ? "vendor" : !change.text("customerNumber").isEmpty() ? "customer" : "none");
            }
            return completed;
        }).toList();
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var units = items.units(changes.stream().map(change -> change.text("itemNumber")).distinct().toList());
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            issues.addAll(partner(change, "vendor", "vendorNumber"));
            issues.addAll(partner(change, "customer", "customerNumber"));
            var known = units.getOrDefault(change.text("itemNumber"), Map.of());
            if (!change.text(UNIT).isEmpty() && !known.isEmpty() && !known.containsKey(change.text(UNIT))) {
                issues.add(change.issue(UNIT, "items.unit-unknown", Map.of("unit", change.text(UNIT), "item", change.text("itemNumber"))));
            }
            var start = change.value("startingDate").map(LocalDate.class::cast);
            var end = change.value("endingDate").map(LocalDate.class::cast);
            if (start.isPresent() && end.filter(date -> date.isBefore(start.get())).isPresent()) {
                issues.add(change.issue("endingDate", "common.date-order", Map.of("from", start.get(), "to", end.orElse(start.get()))));
            }
        }
        return issues;
    }

    private static List<RecordIssue> partner(RecordChange change, String type, String field) {
        var wanted = change.text("referenceType").equals(type);
        if (wanted && change.text(field).isEmpty()) {
            return List.of(change.issue(field, "common.field-required", Map.of("field", field)));
        }
        return !wanted && !change.text(field).isEmpty() ? List.of(change.issue(field, "api.field-read-only", Map.of("field", field))) : List.of();
    }
}
