/**
 * The lines that inventory adds to the general ledger (spec: reconciliation, sections 4 to 7).
 *
 * <p>Lives here: posting the cost of value entries at once or in batches, entry by entry or grouped, what is left pending and
 * why, and that every transaction balances.
 * <p>Does not live here: which accounts (accounts), lines that documents and journals write besides inventory cost (the program).
 */
@NullMarked
package org.stockbook.kernel.generalledger;

import org.jspecify.annotations.NullMarked;
