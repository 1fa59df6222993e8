package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stockbook.scenario.ScenarioResult.Passed;

/** The scenarios that are known to pass: one that fails breaks the build, a further one that passes is reported. */
record PassingList(String file) {
    void guard(List<ScenarioResult> results) throws IOException {
        var listed = listed();
        var more = results.stream()
                .filter(result -> result instanceof Passed && !listed.contains(result.id()))
                .map(ScenarioResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.println(file + ": " + ScenarioReport.of(results).totals()
                + (more.isEmpty() ? "" : "\nPassing and not listed yet: " + String.join(" ", more)));

        assertThat(results)
                .filteredOn(result -> listed.contains(result.id()))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Passed.class));
        assertThat(results.stream().map(ScenarioResult::id)).containsAll(listed);
    }

    private Set<String> listed() throws IOException {
        try (var list = Objects.requireNonNull(PassingList.class.getResourceAsStream(file))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
