package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Plays the conformance scenarios through the services, each on a database of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "spring.main.lazy-initialization=true")
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ServicesConformanceTest {
    @Autowired
    private RunScenarios scenarios;

    @Test
    void every_listed_scenario_passes() throws IOException {
        var files = SharedScenarios.ofCosting();

        var results = scenarios.run(files, RunScenarios.Settings.USUAL, (_, _) -> {});

        new PassingList("passing-on-postgres.txt").guard(results);
    }

    @Test
    void our_own_scenarios_pass_too() {
        var results = scenarios.run(RunScenarios.files(List.of(OwnScenariosTest.FOLDER)), RunScenarios.Settings.USUAL, (_, _) -> {});

        assertThat(results).isNotEmpty().allSatisfy(result -> assertThat(result).isInstanceOf(ScenarioResult.Passed.class));
    }
}
