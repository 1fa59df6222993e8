package org.stockbook.items.references;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Something else stands in for an item, never the item itself (spec: items, section 8). */
@Component
public class SubstitutionRules implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        return changes.stream().<RecordIssue>mapMulti((change, issues) -> {
            var item = change.text("substituteItemNumber");
            var catalogItem = change.text("substituteCatalogItemNumber");
            if (item.isEmpty() == catalogItem.isEmpty()) {
                issues.accept(change.issue("substituteItemNumber", "common.field-required", Map.of("field", "substituteItemNumber")));
            } else if (item.equals(change.text("itemNumber")) && change.text("substituteVariantCode").equals(change.text("variantCode"))) {
                issues.accept(change.issue("substituteItemNumber", "items.substitute-self", Map.of("item", item)));
            }
        }).toList();
    }
}
