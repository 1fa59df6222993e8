package org.stockbook.items;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.items.ItemUse.Fact;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Why an item stays, in the order of importance; the first reason is given (spec: items, section 15). */
@Component
public class ItemDeletionCheck implements RecordCheck {
    private static final List<Reason> REASONS = List.of(
            new Reason(Fact.JOURNAL_LINES, "items.on-journal"),
            new Reason(Fact.DOCUMENT_LINES, "items.on-document"),
            new Reason(Fact.ENTRIES_OF_OPEN_YEAR, "items.entries-open-year"),
            new Reason(Fact.NOT_INVOICED, "items.not-invoiced"),
            new Reason(Fact.OPEN_ENTRIES, "items.has-open-entries"),
            new Reason(Fact.COST_NOT_ADJUSTED, "costing.not-adjusted"));

    private final ItemUse items;

    ItemDeletionCheck(ItemUse items) {
        this.items = items;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var uses = items.of(changes.stream().map(change -> change.textBefore("number")).toList());
        return changes.stream().flatMap(change -> {
            var use = uses.getOrDefault(change.textBefore("number"), ItemUse.Use.NONE);
            return REASONS.stream().filter(reason -> use.has(reason.fact())).limit(1)
                    .map(reason -> change.issue("", reason.code(), Map.of("item", change.textBefore("number"), "where", use.documents())));
        }).toList();
    }

    private record Reason(Fact fact, String code) {}
}
