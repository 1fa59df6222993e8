/**
 * What a scenario expects to find in the ledgers, and how it compares.
 *
 * <p>Lives here: checkpoints, single checks, queries over ledger rows, expressions.
 * <p>Does not live here: playing steps; where the rows come from.
 */
@NullMarked
package org.stockbook.scenario.expectation;

import org.jspecify.annotations.NullMarked;

