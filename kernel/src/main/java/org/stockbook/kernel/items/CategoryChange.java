package org.stockbook.kernel.items;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of an item's attributes when another category holds for it (spec: items, section 9).
 *
 * @param removed attributes that go, whatever value the item has for them
 * @param added values that come
 */
public record CategoryChange(Set<AttributeName> removed, Map<AttributeName, String> added) {
    public static final CategoryChange NOTHING = new CategoryChange(Set.of(), Map.of());

    public CategoryChange {
        removed = Set.copyOf(removed);
        added = Map.copyOf(added);
    }

    /** What to do with attributes that only the former category gave. */
    public enum Former {
        REMOVE,
        KEEP
    }

    /**
     * The change from what held before to what holds now, for one item.
     *
     * @param before effective values of the old category
     * @param now effective values of the new one
     * @param own the attributes the item has
     */
    public static CategoryChange of(Map<AttributeName, String> before, Map<AttributeName, String> now, Set<AttributeName> own, Former former) {
        var removed = new LinkedHashSet<AttributeName>();
        if (former == Former.REMOVE) {
            before.forEach((name, value) -> {
                if (!value.equals(now.get(name)) && own.contains(name)) {
                    removed.add(name);
                }
            });
        }
        var added = new LinkedHashMap<AttributeName, String>();
        now.forEach((name, value) -> {
            if (!value.equals(before.get(name)) && (!own.contains(name) || removed.contains(name))) {
                added.put(name, value);
            }
        });
        return new CategoryChange(removed, added);
    }
}
