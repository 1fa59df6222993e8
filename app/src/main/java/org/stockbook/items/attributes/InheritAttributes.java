package org.stockbook.items.attributes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.items.AttributeName;
import org.stockbook.kernel.items.CategoryChange;
import org.stockbook.kernel.items.CategoryChange.Former;
import org.stockbook.kernel.items.CategoryCode;
import org.stockbook.kernel.items.CategoryTree;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordEffect;

/** Items take the attributes of their category when it changes, and when their category moves below another (spec: items, section 9). */
@Component
public class InheritAttributes {
    private final ItemAttributes attributes;

    InheritAttributes(ItemAttributes attributes) {
        this.attributes = attributes;
    }

    /** For items whose category was given or changed. */
    public RecordEffect ofItems() {
        return changes -> {
            var moved = changes.stream().filter(change -> change.isNew() ? !category(change).isNone() : change.changes("itemCategoryCode")).toList();
            if (!moved.isEmpty()) {
                var tree = attributes.tree();
                var steps = new LinkedHashMap<String, Step>();
                moved.forEach(change -> steps.put(change.text("number"), new Step(
                        tree.effective(new CategoryCode(change.textBefore("itemCategoryCode"))), tree.effective(category(change)))));
                apply(steps);
            }
        };
    }

    private static CategoryCode category(RecordChange change) {
        return new CategoryCode(change.text("itemCategoryCode"));
    }

    /** For categories that moved below another one; everything below them moves along. */
    public RecordEffect ofCategories() {
        return changes -> {
            var moved = changes.stream().filter(change -> change.changes("parentCode")).toList();
            if (!moved.isEmpty()) {
                move(moved, attributes.tree());
            }
        };
    }

    private void move(List<RecordChange> moved, CategoryTree now) {
        var formerParents = new HashMap<>(now.parents());
        moved.forEach(change -> formerParents.put(new CategoryCode(change.text("code")), new CategoryCode(change.textBefore("parentCode"))));
        var before = new CategoryTree(formerParents, now.own());
        var below = moved.stream().flatMap(change -> now.withDescendants(new CategoryCode(change.text("code"))).stream()).distinct().toList();
        var steps = new LinkedHashMap<String, Step>();
        attributes.itemsOf(below).forEach((item, category) -> steps.put(item, new Step(before.effective(category), now.effective(category))));
        apply(steps);
    }

    /** Without anybody to ask, attributes that only the former category gave go. */
    private void apply(Map<String, Step> steps) {
        var own = attributes.ofItems(steps.keySet());
        var byItem = new LinkedHashMap<String, CategoryChange>();
        steps.forEach((item, step) -> {
            var has = Optional.ofNullable(own.get(item)).orElse(Map.of()).keySet();
            var change = CategoryChange.of(step.before(), step.now(), has, Former.REMOVE);
            if (!change.equals(CategoryChange.NOTHING)) {
                byItem.put(item, change);
            }
        });
        attributes.change(byItem);
    }

    private record Step(Map<AttributeName, String> before, Map<AttributeName, String> now) {}
}
