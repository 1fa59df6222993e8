package org.stockbook.items;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** A category cannot be its own ancestor (spec: items, section 9). */
@Component
public class CategoryCheck implements RecordCheck {
    private final ItemUse items;

    CategoryCheck(ItemUse items) {
        this.items = items;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var parents = new HashMap<>(items.categories());
        changes.forEach(change -> parents.put(change.text("code"), change.text("parentCode")));
        return changes.stream()
                .filter(change -> isOwnAncestor(change.text("code"), parents))
                .map(change -> change.issue("parentCode", "items.category-cycle", Map.of("category", change.text("code"))))
                .toList();
    }

    private static boolean isOwnAncestor(String category, Map<String, String> parents) {
        var seen = new HashSet<String>();
        var ancestor = parents.getOrDefault(category, "");
        while (!ancestor.isEmpty() && seen.add(ancestor)) {
            if (ancestor.equals(category)) {
                return true;
            }
            ancestor = parents.getOrDefault(ancestor, "");
        }
        return false;
    }
}
