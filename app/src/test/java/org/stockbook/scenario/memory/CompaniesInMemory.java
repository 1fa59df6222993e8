package org.stockbook.scenario.memory;

import java.util.Set;
import org.stockbook.scenario.company.ScenarioCompanies;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.play.PlayedCompany;

/** Companies whose books are in memory and are posted by the kernel alone: what a scenario finds here is the kernel's doing. */
public final class CompaniesInMemory implements ScenarioCompanies {
    @Override
    public Set<String> features() {
        return PlayedCompany.FEATURES;
    }

    @Override
    public ScenarioCompany open(Fixture fixture) {
        return new PlayedCompany(fixture, new BooksInMemory(fixture)).prepare();
    }
}
