package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Plays the conformance scenarios through the services, each on a database of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "spring.main.lazy-initialization=true")
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ServicesConformanceTest {
    /** Builds share their machine with others; what is endless fails all the same. */
    private static final RunScenarios.Settings PATIENT = new RunScenarios.Settings(Optional.empty(), Duration.ofMinutes(10));

    @Autowired
    private RunScenarios scenarios;

    @Test
    void every_listed_scenario_passes() throws IOException {
        var files = SharedScenarios.ofCosting();

        var results = scenarios.run(files, PATIENT, (_, _) -> {});

        new PassingList("passing-on-postgres.txt").guard(results);
    }

    @Test
    void our_own_scenarios_pass_too() {
        var results = scenarios.run(RunScenarios.files(List.of(OwnScenariosTest.FOLDER)), PATIENT, (_, _) -> {});

        assertThat(results).isNotEmpty().allSatisfy(result -> assertThat(result).isInstanceOf(ScenarioResult.Passed.class));
    }
}
