package org.stockbook.scenario.company;

import java.util.List;

/** What came of a step. */
public sealed interface Outcome {
    Outcome DONE = new Done();

    /** It was done. */
    record Done() implements Outcome {}

    /**
     * It was refused and left no trace.
     *
     * @param reasons stable codes with the facts behind them
     */
    record Refused(List<String> reasons) implements Outcome {
        public static Refused of(String reason) {
            return new Refused(List.of(reason));
        }
    }
}
