package org.stockbook.items;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** An item on a journal or with entries stays (spec: items, section 15; years are not closed yet, so every entry is of an open one). */
@Component
public class ItemDeletionCheck implements RecordCheck {
    private final ItemUse items;

    ItemDeletionCheck(ItemUse items) {
        this.items = items;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var uses = items.of(changes.stream().map(change -> change.textBefore("number")).toList());
        return changes.stream().flatMap(change -> {
            var use = uses.get(change.textBefore("number"));
            var item = Map.of("item", change.textBefore("number"));
            return use == null ? List.<RecordIssue>of().stream()
                    : use.journalLines() ? List.of(change.issue("", "items.on-journal", item)).stream()
                    : use.entries() ? List.of(change.issue("", "items.entries-open-year", item)).stream() : List.<RecordIssue>of().stream();
        }).toList();
    }
}
