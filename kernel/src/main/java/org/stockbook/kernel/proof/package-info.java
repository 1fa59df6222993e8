/**
 * Recomputes every invariant of the books from their entries alone (spec: ledger, section 1; reconciliation, section 6).
 *
 * <p>Lives here: what must hold, and the naming of each row for which it does not.
 * <p>Does not live here: any rule that writes entries; nothing else of the kernel reads this package.
 */
@NullMarked
package org.stockbook.kernel.proof;

import org.jspecify.annotations.NullMarked;
