/**
 * Business cases with known figures, kept as files: each is played against a throw-away company, and what the ledgers then hold
 * is compared with what the case says (design: scenarios). Users keep their own cases as regression tests.
 *
 * <p>Lives here: reading scenarios, playing their steps through {@link org.stockbook.scenario.company.ScenarioCompany}, the report.
 * <p>Does not live here: any rule of posting or cost; a scenario never writes a ledger itself.
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "finance", "finance :: dimensions", "inventory", "inventory :: runs", "inventory :: periods", "journals"})
@NullMarked
package org.stockbook.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
