/**
 * The tables of items.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.items.store;

import org.jspecify.annotations.NullMarked;
