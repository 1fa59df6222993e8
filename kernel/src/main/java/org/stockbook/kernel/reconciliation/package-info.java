/**
 * The inventory ledger beside the general ledger (spec: reconciliation, section 8).
 *
 * <p>Lives here: what value entries, or sums of them, say should stand on each account type, the difference, and its likely cause.
 * <p>Does not live here: which accounts (accounts), reading sums and balances (the program).
 */
@NullMarked
package org.stockbook.kernel.reconciliation;

import org.jspecify.annotations.NullMarked;
