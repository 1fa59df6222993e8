/**
 * Throw-away companies for scenarios: each a database of its own, posted to by the services that post for users.
 *
 * <p>Lives here: making such a company from a fixture, and reading back what only ledger tables say.
 * <p>Does not live here: what a scenario asks (play), any write to a ledger table (inventory, finance).
 */
@NullMarked
package org.stockbook.scenario.store;

import org.jspecify.annotations.NullMarked;

