package org.stockbook.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Repetitions of one measurement. */
final class Samples {
    private static final double NANOSECONDS_OF_MILLISECOND = 1e6;

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** Runs something and adds the milliseconds it took. */
    <T> T time(Callable<T> work) throws Exception {
        var started = System.nanoTime();
        var result = work.call();
        values.add((System.nanoTime() - started) / NANOSECONDS_OF_MILLISECOND);
        return result;
    }

    /** The one in the middle; robust against a neighbour who takes the processor for a moment. */
    double median() {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** What so many of a hundred stay below. */
    double percentile(int percent) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
