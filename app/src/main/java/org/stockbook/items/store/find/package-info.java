/**
 * Finding items: by number, by reference, by words, by attributes and by stock.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.items.store.find;

import org.jspecify.annotations.NullMarked;
