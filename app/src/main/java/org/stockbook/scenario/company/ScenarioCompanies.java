package org.stockbook.scenario.company;

import java.util.Set;
import org.stockbook.scenario.operation.Fixture;

/** Where companies for scenarios come from: a new one for each. */
public interface ScenarioCompanies {
    /** The tags of what these companies can do; a scenario that requires another one is skipped. */
    Set<String> features();

    /** A company in its state before the first step; thrown away when closed. */
    ScenarioCompany open(Fixture fixture);
}
