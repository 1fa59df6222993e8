/**
 * The book of one item as the rules work on it: its entries with their present state, and what a posting adds or changes.
 *
 * <p>Lives here: finding the entries of an item, appending to them, and the record of every change made.
 * <p>Does not live here: any decision about what to append (itemapplication, costing, posting).
 */
@NullMarked
package org.stockbook.kernel.book;

import org.jspecify.annotations.NullMarked;
