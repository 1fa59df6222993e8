/**
 * The master data of items as rules: attributes and their inheritance, units, prices and profit, references, numbers of catalogue items.
 *
 * <p>Lives here: what may be decided from cards alone.
 * <p>Does not live here: anything that needs entries, stock or costs that come from posting.
 */
@NullMarked
package org.stockbook.kernel.items;

import org.jspecify.annotations.NullMarked;
