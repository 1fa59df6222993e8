package org.stockbook.finance.dimensions;

import java.util.List;
import java.util.Map;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** The card of a default dimension is of the kind that it names (spec: finance, section 9). */
public record DefaultDimensionCheck() implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        return changes.stream()
                .filter(change -> !change.text("parent").isEmpty())
                .filter(change -> !change.text("parent").split(":", 2)[0].replace("_", "").equalsIgnoreCase(change.text("parentType")))
                .map(change -> change.issue("parent", "api.reference-mismatch", Map.of("field", "parent", "value", change.text("parent"))))
                .toList();
    }
}
