package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.stockbook.scenario.company.ScenarioCompanies;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.memory.CompaniesInMemory;
import org.stockbook.scenario.operation.Fixture;

/** A scenario without an end fails, and keeps no other from being played. */
class TimeLimitTest {
    @Test
    void an_endless_scenario_fails_and_the_others_go_on() {
        var files = List.of(OwnScenariosTest.FOLDER.resolve("closed-period.json"), OwnScenariosTest.FOLDER.resolve("closed-period.json"));
        var settings = new RunScenarios.Settings(Optional.<Path>empty(), Duration.ofSeconds(5));

        var results = new RunScenarios(new EndlessOnce()).run(files, settings, (_, _) -> {});

        assertThat(results).hasSize(2);
        assertThat(results).filteredOn(ScenarioResult.Failed.class::isInstance).singleElement()
                .satisfies(failed -> assertThat(((ScenarioResult.Failed) failed).differences()).containsExactly("not done after 5 s"));
        assertThat(results).filteredOn(ScenarioResult.Passed.class::isInstance).hasSize(1);
    }

    /** Companies of which the first never opens, whoever asks it to stop. */
    private static final class EndlessOnce implements ScenarioCompanies {
        private final ScenarioCompanies others = new CompaniesInMemory();
        private final AtomicBoolean opened = new AtomicBoolean();

        @Override
        public Set<String> features() {
            return others.features();
        }

        @Override
        public ScenarioCompany open(Fixture fixture) {
            while (!opened.getAndSet(true)) {
                sleepForever();
            }
            return others.open(fixture);
        }

        private static void sleepForever() {
            while (true) {
                LockSupport.parkNanos(100_000_000);
            }
        }
    }
}
