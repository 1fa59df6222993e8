package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.scenario.memory.CompaniesInMemory;

/** Cases of our own, figures worked out by hand: what the shared scenarios leave out, played against the kernel alone. */
class OwnScenariosTest {
    static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");

    private static final ScenarioFormat FORMAT = new ScenarioFormat();

    static Stream<Path> files() {
        return RunScenarios.files(List.of(FOLDER)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void passes(Path file) {
        var runner = new ScenarioRunner(FORMAT, new Fixtures(FORMAT, FOLDER.resolve("fixtures")), new CompaniesInMemory());

        assertThat(runner.run(FORMAT.scenario(file))).isInstanceOf(ScenarioResult.Passed.class);
    }
}
