/**
 * Dimension sets, what cards say about dimensions, and pairs that exclude each other, in PostgreSQL.
 *
 * <p>Lives here: SQL about dimensions.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.finance.store.dimensions;

import org.jspecify.annotations.NullMarked;
