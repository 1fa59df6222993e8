package org.stockbook.scenario;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stockbook.scenario.company.ScenarioCompanies;

/**
 * The conformance scenarios, which are kept beside the repository and not in it: {@code ../shared} of its root, or what
 * STOCKBOOK_SHARED names. Tests that need them are skipped where they are absent.
 */
final class SharedScenarios {
    private static final Path CONFORMANCE = Optional.ofNullable(System.getenv("STOCKBOOK_SHARED"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared"))
            .resolve("conformance");

    private static final ScenarioFormat FORMAT = new ScenarioFormat();
    private static final Fixtures FIXTURES = new Fixtures(FORMAT, CONFORMANCE.resolve("fixtures"));

    private SharedScenarios() {}

    /** All scenarios on costing, by name. */
    static List<Path> ofCosting() {
        var folder = CONFORMANCE.resolve("costing");
        assumeTrue(Files.isDirectory(folder), "no conformance scenarios at " + folder.toAbsolutePath().normalize());
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static ScenarioResult play(Path file, ScenarioCompanies companies) {
        return new ScenarioRunner(FORMAT, FIXTURES, companies).run(FORMAT.scenario(file));
    }
}
