package org.stockbook.commandline;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;

/** Says on standard error how far long work has come; standard output stays for results. */
public final class Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final PrintStream out;
    private final InstantSource clock;
    private final long started;
    private long lastLine;

    private Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.started = clock.millis();
        this.lastLine = started - BETWEEN_LINES.toMillis();
    }

    public static Progress onStandardError() {
        return new Progress(System.err, InstantSource.system());
    }

    /** A step that is always said. */
    public void step(String sentence) {
        lastLine = clock.millis();
        out.printf("%8.1f s  %s%n", (lastLine - started) / 1000d, sentence);
    }

    /** How far the present step has come, at most once a second. */
    public void at(String what, long done, long of) {
        if (clock.millis() - lastLine >= BETWEEN_LINES.toMillis()) {
            step("%s: %,d of %,d".formatted(what, done, of));
        }
    }

    /** Since the work began. */
    public Duration elapsed() {
        return Duration.ofMillis(clock.millis() - started);
    }
}
