package org.stockbook.scenario.expectation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pairs rows with entries, each entry once, so that as many rows as possible find one: a row that says little leaves the only
 * entry that fits another row to that one.
 */
final class Pairing {
    private static final int NONE = -1;

    private final int[] rowOfEntry;
    private final Map<Integer, int[]> fitting = new HashMap<>();

    Pairing(List<ExpectedRow> rows, List<ObjectNode> entries, BiPredicate<ExpectedRow, ObjectNode> fits) {
        rowOfEntry = new int[entries.size()];
        Arrays.fill(rowOfEntry, NONE);
        for (var row = 0; row < rows.size(); row++) {
            var expected = rows.get(row);
            var suitable = new int[entries.size()];
            var count = 0;
            for (var entry = 0; entry < entries.size(); entry++) {
                if (fits.test(expected, entries.get(entry))) {
                    suitable[count++] = entry;
                }
            }
            fitting.put(row, Arrays.copyOf(suitable, count));
            place(row, new HashSet<>());
        }
    }

    /** Takes a free entry, or one whose row can take another. */
    private boolean place(int row, Set<Integer> tried) {
        for (var entry : fitting.getOrDefault(row, new int[0])) {
            if (tried.add(entry) && (rowOfEntry[entry] == NONE || place(rowOfEntry[entry], tried))) {
                rowOfEntry[entry] = row;
                return true;
            }
        }
        return false;
    }

    /** The entry of a row, by its place in the list. */
    OptionalInt entryOf(int row) {
        return IntStream.range(0, rowOfEntry.length).filter(entry -> rowOfEntry[entry] == row).findFirst();
    }

    boolean isTaken(int entry) {
        return rowOfEntry[entry] != NONE;
    }
}
