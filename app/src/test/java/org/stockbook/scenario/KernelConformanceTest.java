package org.stockbook.scenario;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stockbook.scenario.memory.CompaniesInMemory;

/** Plays the conformance scenarios against the kernel alone. */
class KernelConformanceTest {
    @Test
    void every_listed_scenario_passes() throws IOException {
        var results = SharedScenarios.ofCosting().stream()
                .map(file -> SharedScenarios.play(file, new CompaniesInMemory()))
                .toList();

        new PassingList("passing-in-memory.txt").guard(results);
    }
}
