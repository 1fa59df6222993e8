/**
 * Quantities, unit costs, amounts, and how they are rounded (spec: ledger, section 8).
 *
 * <p>Lives here: exact decimal values with a unit and a sign, their arithmetic, sharing an amount by quantity.
 * <p>Does not live here: anything that knows an item, an entry or a date.
 */
@NullMarked
package org.stockbook.kernel.measure;

import org.jspecify.annotations.NullMarked;
