package org.stockbook.items.attributes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** The type of an attribute stays while it has values, and names differ by more than capitals (spec: items, section 10). */
@Component
public class AttributeCheck implements RecordCheck {
    private final ItemAttributes attributes;

    AttributeCheck(ItemAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var used = attributes.withValues(changes.stream().filter(change -> change.changes("type")).map(change -> change.textBefore("name")).toList());
        var named = attributes.named(changes.stream().map(change -> change.text("name")).toList());
        return changes.stream().<RecordIssue>mapMulti((change, issues) -> {
            if (change.changes("type") && used.contains(change.textBefore("name"))) {
                issues.accept(change.issue("type", "items.attribute-type-in-use", Map.of("attribute", change.textBefore("name"))));
            }
            var other = named.get(change.text("name").toLowerCase(Locale.ROOT));
            if (other != null && other.id() != change.id()) {
                issues.accept(change.issue("name", "items.attribute-duplicate", Map.of("attribute", change.text("name"))));
            }
        }).toList();
    }
}
