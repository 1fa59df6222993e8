package org.stockbook.organisation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Numbers that are to be counted up need digits, few enough to count with (spec: finance, section 8). */
public record SeriesLineCheck() implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        return changes.stream()
                .flatMap(change -> Stream.of("startingNumber", "endingNumber", "warningNumber")
                        .filter(field -> !change.text(field).isEmpty() && !change.text(field).matches(".*\\d.*") || change.text(field).matches(".*\\d{19,}.*"))
                        .map(field -> change.issue(field, "tracking.not-incrementable", Map.of("number", change.text(field)))))
                .toList();
    }
}
