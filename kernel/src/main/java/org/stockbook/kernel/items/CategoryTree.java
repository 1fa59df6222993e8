package org.stockbook.kernel.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Categories below categories, each with attributes of its own; what is below inherits them (spec: items, section 9).
 *
 * @param parents each category with the one above it, {@link CategoryCode#NONE} for roots
 * @param own the values that each category sets itself
 */
public record CategoryTree(Map<CategoryCode, CategoryCode> parents, Map<CategoryCode, Map<AttributeName, String>> own) {
    public CategoryTree {
        parents = Map.copyOf(parents);
        own = Map.copyOf(own);
    }

    /**
     * A category at its place when the tree is read from top to bottom.
     *
     * @param indentation 0 for roots
     */
    public record Place(CategoryCode category, int indentation) {}

    /** The attributes that hold for a category: its own and those of all above it, the nearest winning. */
    public Map<AttributeName, String> effective(CategoryCode category) {
        var effective = new LinkedHashMap<AttributeName, String>();
        pathTo(category).forEach(step -> effective.putAll(Optional.ofNullable(own.get(step)).orElse(Map.of())));
        return effective;
    }

    /** From the root to the category itself; nothing for no category. A circle is cut where it closes. */
    private List<CategoryCode> pathTo(CategoryCode category) {
        var path = new LinkedHashSet<CategoryCode>();
        var step = category;
        while (!step.isNone() && path.add(step)) {
            step = parents.getOrDefault(step, CategoryCode.NONE);
        }
        return List.copyOf(path).reversed();
    }

    public boolean isOwnAncestor(CategoryCode category) {
        var seen = new HashSet<CategoryCode>();
        var above = parents.getOrDefault(category, CategoryCode.NONE);
        while (!above.isNone() && seen.add(above)) {
            if (above.equals(category)) {
                return true;
            }
            above = parents.getOrDefault(above, CategoryCode.NONE);
        }
        return false;
    }

    /** The category and everything below it. */
    public Set<CategoryCode> withDescendants(CategoryCode category) {
        var found = new LinkedHashSet<>(Set.of(category));
        var before = 0;
        while (found.size() > before) {
            before = found.size();
            parents.forEach((child, parent) -> {
                if (found.contains(parent)) {
                    found.add(child);
                }
            });
        }
        return found;
    }

    /** Depth first, alphabetical among brothers and sisters. */
    public List<Place> inOrder() {
        var places = new ArrayList<Place>();
        below(CategoryCode.NONE, 0, places);
        return places;
    }

    private void below(CategoryCode parent, int indentation, List<Place> places) {
        parents.entrySet().stream().filter(entry -> entry.getValue().equals(parent)).map(Map.Entry::getKey).sorted(Comparator.naturalOrder()).forEach(child -> {
            places.add(new Place(child, indentation));
            below(child, indentation + 1, places);
        });
    }
}
