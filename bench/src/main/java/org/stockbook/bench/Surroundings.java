package org.stockbook.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where and when was measured.
 *
 * @param loadAverage processes that wanted a processor in the last minute; above the number of processors, others were measured too
 */
record Surroundings(Instant at, String system, String java, int processors, double loadAverage) {
    static Surroundings now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Surroundings(InstantSource.system().instant(), system.getName() + " " + system.getArch(), Runtime.version().toString(),
                system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    String sentence() {
        return "%s, Java %s, %d processors. %s".formatted(system, java, processors, load());
    }

    String load() {
        return "Load average: %.1f.".formatted(loadAverage);
    }
}
