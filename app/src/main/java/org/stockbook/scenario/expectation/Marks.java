package org.stockbook.scenario.expectation;

import java.util.HashMap;
import java.util.Map;

/** Remembered entry numbers; {@code start} is before the first entry. */
public final class Marks {
    private static final String START = "start";

    private final Map<String, Integer> entryNumbers = new HashMap<>();

    public Marks() {
        entryNumbers.put(START, 0);
    }

    public void set(String name, int entryNo) {
        entryNumbers.put(name, entryNo);
    }

    int of(String name) {
        var entryNo = entryNumbers.get(name);
        if (entryNo == null) {
            throw new NotUnderstood("mark " + name + " was never set");
        }
        return entryNo;
    }
}
