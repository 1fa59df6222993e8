package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stockbook.scenario.ScenarioResult.Passed;
import org.stockbook.scenario.memory.CompaniesInMemory;

/**
 * Plays the conformance scenarios against the kernel alone. The scenarios that pass are listed beside this test: one of them that
 * fails breaks the build, a further one that passes is reported so that it can be added.
 */
class KernelConformanceTest {
    private static final String LIST = "passing-in-memory.txt";

    @Test
    void every_listed_scenario_passes() throws IOException {
        var results = SharedScenarios.ofCosting().stream()
                .map(file -> SharedScenarios.play(file, new CompaniesInMemory()))
                .toList();
        var listed = listed();

        report(results, listed);

        assertThat(results)
                .filteredOn(result -> listed.contains(result.id()))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Passed.class));
        assertThat(results.stream().map(ScenarioResult::id)).containsAll(listed);
    }

    private static void report(List<ScenarioResult> results, Set<String> listed) {
        var more = results.stream()
                .filter(result -> result instanceof Passed && !listed.contains(result.id()))
                .map(ScenarioResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.println("Scenarios in memory: " + ScenarioReport.of(results).totals()
                + (more.isEmpty() ? "" : "\nPassing and not listed in " + LIST + " yet: " + String.join(" ", more)));
    }

    private static Set<String> listed() throws IOException {
        try (var list = Objects.requireNonNull(KernelConformanceTest.class.getResourceAsStream(LIST))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
