package org.stockbook.documents.partners;

import java.util.List;
import java.util.Map;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/**
 * Vendors and customers with entries or documents stay (spec: purchasing, section 1).
 *
 * @param collection vendors or customers
 */
public record PartnerDeletionCheck(PartnerUse use, String collection) implements RecordCheck {

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var used = use.used(collection, changes.stream().map(change -> change.textBefore("number")).toList());
        return changes.stream()
                .filter(change -> used.contains(change.textBefore("number")))
                .map(change -> change.issue("number", "common.in-use", Map.of("key", change.textBefore("number"), "where", collection)))
                .toList();
    }
}
