package org.stockbook.finance.dimensions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stockbook.finance.dimensions.DimensionPairs.Pair;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Two different dimensions have one rule, whichever of them is named first (spec: finance, section 9). */
public record DimensionPairCheck(DimensionPairs known) implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var pairs = known.pairs().stream().map(DimensionPairCheck::key).collect(Collectors.toSet());
        return changes.stream().flatMap(change -> issue(change, pairs.contains(change.text("dimension2Code") + "," + change.text("dimension1Code")))).toList();
    }

    private static String key(Pair pair) {
        return pair.first() + "," + pair.second();
    }

    private static Stream<RecordIssue> issue(RecordChange change, boolean isThereTheOtherWayRound) {
        var second = change.text("dimension2Code");
        if (!second.isEmpty() && second.equals(change.text("dimension1Code"))) {
            return Stream.of(change.issue("dimension2Code", "finance.dimension-pair-equal", Map.of("dimension", second)));
        }
        return isThereTheOtherWayRound
                ? Stream.of(change.issue("dimension2Code", "common.already-exists", Map.of("key", second + "," + change.text("dimension1Code"))))
                : Stream.empty();
    }
}
