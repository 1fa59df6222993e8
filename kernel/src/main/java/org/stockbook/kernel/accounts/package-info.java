/**
 * From value entry to accounts of the general ledger (spec: reconciliation, sections 1 to 3).
 *
 * <p>Lives here: which account types a value entry reaches, and which accounts the posting setups name for them.
 * <p>Does not live here: what an entry costs (costing), the lines of the general ledger (generalledger), the comparison of the ledgers (reconciliation).
 */
@NullMarked
package org.stockbook.kernel.accounts;

import org.jspecify.annotations.NullMarked;
