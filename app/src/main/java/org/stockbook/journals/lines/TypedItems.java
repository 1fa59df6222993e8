package org.stockbook.journals.lines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.items.FindItem;
import org.stockbook.items.FoundItem;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.kernel.items.ReferenceChoice.Audience;

/**
 * Takes what was typed or scanned in the item field for the item it means: a reference, a bar code or words of a description that fit one
 * item only (spec: items, sections 6 and 11). What is ambiguous or unknown stays as it was typed and is reported on the line.
 */
@Component
public class TypedItems {
    private final FindItem find;

    TypedItems(FindItem find) {
        this.find = find;
    }

    public List<JournalLineChange> named(List<? extends JournalLineChange> changes) {
        var typed = changes.stream().map(change -> change.values().getOrDefault(JournalField.ITEM, "")).filter(text -> !text.isBlank()).distinct().toList();
        var found = typed.isEmpty() ? Map.<String, FoundItem>of() : find.find(typed, Audience.ANYBODY, LocalDate.now(Clock.systemDefaultZone()));
        return changes.stream().<JournalLineChange>map(change -> switch (change) {
            case JournalLineChange.Added added -> new JournalLineChange.Added(added.after(), named(added.values(), found));
            case JournalLineChange.Edited edited -> new JournalLineChange.Edited(edited.id(), edited.version(), named(edited.values(), found));
            case JournalLineChange.Deleted deleted -> deleted;
        }).toList();
    }

    private static Map<JournalField, String> named(Map<JournalField, String> values, Map<String, FoundItem> found) {
        var item = Optional.ofNullable(values.get(JournalField.ITEM)).flatMap(text -> Optional.ofNullable(found.get(text)));
        if (item.isEmpty() || !(item.get() instanceof FoundItem.One one)) {
            return values;
        }
        var named = new EnumMap<JournalField, String>(values);
        named.put(JournalField.ITEM, one.item().code());
        if (!one.variant().isBlank()) {
            named.putIfAbsent(JournalField.VARIANT, one.variant().code());
        }
        one.unit().ifPresent(unit -> named.putIfAbsent(JournalField.UNIT, unit.code()));
        if (!one.description().isEmpty()) {
            named.putIfAbsent(JournalField.DESCRIPTION, one.description());
        }
        return named;
    }
}
