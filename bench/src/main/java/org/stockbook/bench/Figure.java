package org.stockbook.bench;

/**
 * What was measured, beside its floor.
 *
 * @param what the case within the benchmark
 * @param measured the median, in the unit
 * @param floor the median of the floor in the same run, in the unit
 * @param unit of both
 * @param ratio measured to floor
 * @param target what is asked for
 * @param met whether the target was reached
 */
record Figure(String what, double measured, double floor, String unit, double ratio, String target, boolean met) {

    /** Work per second: the more the better, at least a share of the floor. */
    static Figure rate(String what, double measured, double floor, Share share) {
        var ratio = measured / floor;
        return new Figure(what, measured, floor, share.unit(), ratio, "ratio >= %.2f".formatted(share.least()), ratio >= share.least());
    }

    /** Milliseconds: the fewer the better, at most so many. */
    static Figure milliseconds(String what, double measured, double floor, double most) {
        return new Figure(what, measured, floor, "ms", measured / floor, "<= %.0f ms".formatted(most), measured <= most);
    }

    /** A figure for which nothing is asked. */
    static Figure plain(String what, double measured, double floor, String unit) {
        return new Figure(what, measured, floor, unit, measured / floor, "-", true);
    }

    /**
     * How much of the floor's rate is asked for.
     *
     * @param least from 0 to 1
     */
    record Share(String unit, double least) {}
}
