package org.stockbook.items;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.items.ReferenceChoice;
import org.stockbook.kernel.items.ReferenceChoice.Audience;

/**
 * Finds the items that texts mean, wherever an item number may be typed or scanned: the number itself, else a reference or a bar code that
 * holds on the date, the partner's own before everybody's, else the words of a description (spec: items, sections 6 and 11).
 */
@Component
public class FindItem {
    private static final int SHORTEST_DESCRIPTION = 3;
    private static final int CANDIDATES = 8;

    private final ItemNames names;

    FindItem(ItemNames names) {
        this.names = names;
    }

    /**
     * What each text means, in at most three queries for all.
     *
     * @param audience the partner of the document, whose references count
     * @param on the date on which references must hold
     */
    public Map<String, FoundItem> find(Collection<String> texts, Audience audience, LocalDate on) {
        var found = new LinkedHashMap<String, FoundItem>();
        var left = new HashSet<>(texts);
        left.removeIf(String::isBlank);
        names.numbers(left.stream().map(FindItem::capitals).toList()).forEach(number -> left.stream().filter(text -> capitals(text).equals(number)).toList()
                .forEach(text -> take(text, FoundItem.One.of(number), found, left)));
        if (!left.isEmpty()) {
            byReference(left, audience, on, found);
        }
        var words = left.stream().filter(text -> text.strip().length() >= SHORTEST_DESCRIPTION).toList();
        if (!words.isEmpty()) {
            names.described(words, CANDIDATES).forEach((text, items) -> take(text, described(items), found, left));
        }
        left.forEach(text -> found.put(text, new FoundItem.None()));
        return found;
    }

    public FoundItem find(String text, Audience audience, LocalDate on) {
        return find(List.of(text), audience, on).getOrDefault(text, new FoundItem.None());
    }

    private void byReference(Set<String> left, Audience audience, LocalDate on, Map<String, FoundItem> found) {
        var references = names.references(left.stream().map(FindItem::capitals).toList(), on);
        List.copyOf(left).forEach(text -> {
            switch (ReferenceChoice.among(references.getOrDefault(capitals(text), List.of()), audience)) {
                case ReferenceChoice.Found(var reference) -> take(text, one(reference), found, left);
                case ReferenceChoice.Ambiguous(var candidates) -> take(text, new FoundItem.Several(candidates.stream().map(FindItem::one).toList()), found, left);
                case ReferenceChoice.Unknown _ -> { }
            }
        });
    }

    private static FoundItem.One one(ReferenceChoice.Reference reference) {
        return new FoundItem.One(reference.item(), reference.variant(), reference.unit(), reference.description());
    }

    private static FoundItem described(List<String> items) {
        return items.size() == 1 ? FoundItem.One.of(items.getFirst()) : new FoundItem.Several(items.stream().map(FoundItem.One::of).toList());
    }

    private static void take(String text, FoundItem item, Map<String, FoundItem> found, Set<String> left) {
        found.put(text, item);
        left.remove(text);
    }

    private static String capitals(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
