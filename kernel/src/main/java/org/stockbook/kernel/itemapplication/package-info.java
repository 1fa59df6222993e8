/**
 * Which increase feeds which decrease: automatic, fixed, cost following a return, removal and re-application, no cycles
 * (spec: ledger, section 6).
 *
 * <p>Lives here: choosing partners, writing application rows, lowering remaining quantities.
 * <p>Does not live here: what anything costs (costing), when a line may be posted at all (posting).
 */
@NullMarked
package org.stockbook.kernel.itemapplication;

import org.jspecify.annotations.NullMarked;
