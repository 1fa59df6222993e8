/**
 * The measures every rule speaks in: quantities, unit costs, amounts, units of measure and rounding (spec: ledger, section 8).
 *
 * <p>Lives here: values with a unit, a sign and one way to be made.
 * <p>Does not live here: what is measured (ledger) and any rule about it.
 */
@NullMarked
package org.stockbook.kernel.measure;

import org.jspecify.annotations.NullMarked;
