package org.stockbook.scenario.expectation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which entry here is the one that had some number when the scenario was recorded: what rows of checkpoints found out. Numbers
 * differ where entries are left out, for instance those that only an additional reporting currency has.
 */
final class RecordedNumbers {
    private static final int LEFT_OUT = 0;

    private final Map<String, Map<Integer, Integer>> entries = new HashMap<>();

    void found(String ledger, int recorded, int entryNo) {
        of(ledger).put(recorded, entryNo);
    }

    /** The row of this number is not compared, or has no entry. */
    void leftOut(String ledger, int recorded) {
        of(ledger).put(recorded, LEFT_OUT);
    }

    boolean isLeftOut(String ledger, int recorded) {
        return of(ledger).getOrDefault(recorded, recorded) == LEFT_OUT;
    }

    /** The number of the entry here; empty where no row has told. */
    Optional<Integer> entryNo(String ledger, int recorded) {
        return Optional.ofNullable(of(ledger).get(recorded));
    }

    private Map<Integer, Integer> of(String ledger) {
        return entries.computeIfAbsent(ledger, _ -> new HashMap<>());
    }
}
