package org.stockbook.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** The first date of a range is not after its last; a blank end is open (spec: finance, section 6). */
public record DateRangeCheck(String from, String to) implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        return changes.stream()
                .filter(change -> change.value(from).isPresent() && change.value(to).isPresent())
                .filter(change -> ((LocalDate) change.value(from).get()).isAfter((LocalDate) change.value(to).get()))
                .map(change -> change.issue(to, "common.date-order", Map.of("from", change.value(from).get(), "to", change.value(to).get())))
                .toList();
    }
}
