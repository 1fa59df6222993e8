package org.stockbook.finance.dimensions;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stockbook.finance.dimensions.DimensionPairs.ValuePair;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordCompletion;
import org.stockbook.platform.records.RecordIssue;

/** A pair of values stands under the pair of their dimensions and names them in its order (spec: finance, section 9). */
public record ValuePairRules(DimensionPairs known) implements RecordCompletion, RecordCheck {
    @Override
    public List<RecordChange> complete(List<RecordChange> changes) {
        var pairs = pairs();
        return changes.stream().map(change -> change.isNew() && pairs.contains(turned(change)) ? turn(change) : change).toList();
    }

    private Set<String> pairs() {
        return known.pairs().stream().map(pair -> pair.first() + "," + pair.second()).collect(Collectors.toSet());
    }

    private static String turned(RecordChange change) {
        return change.text("dimension2Code") + "," + change.text("dimension1Code");
    }

    private static RecordChange turn(RecordChange change) {
        return change.giving("dimension1Code", change.text("dimension2Code")).giving("dimension1ValueCode", change.text("dimension2ValueCode"))
                .giving("dimension2Code", change.text("dimension1Code")).giving("dimension2ValueCode", change.text("dimension1ValueCode"));
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var pairs = pairs();
        var taken = known.valuePairs().stream().map(ValuePairRules::key).collect(Collectors.toCollection(HashSet::new));
        return changes.stream().filter(RecordChange::isNew).flatMap(change -> issue(change, pairs, taken)).toList();
    }

    private static String key(ValuePair pair) {
        return String.join(",", pair.first(), pair.firstValue(), pair.second(), pair.secondValue());
    }

    private static Stream<RecordIssue> issue(RecordChange change, Set<String> pairs, Set<String> taken) {
        var first = change.text("dimension1Code");
        var second = change.text("dimension2Code");
        if (first.isEmpty() || second.isEmpty()) {
            return Stream.empty();
        }
        if (!pairs.contains(first + "," + second)) {
            return Stream.of(change.issue("dimension2Code", "api.reference-not-found", Map.of("field", "dimensionCombination", "value", first + ", " + second)));
        }
        var key = String.join(",", first, change.text("dimension1ValueCode"), second, change.text("dimension2ValueCode"));
        return taken.add(key) ? Stream.empty() : Stream.of(change.issue("dimension2ValueCode", "common.already-exists", Map.of("key", key)));
    }
}
