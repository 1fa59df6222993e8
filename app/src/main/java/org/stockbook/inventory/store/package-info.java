/**
 * The inventory ledgers in PostgreSQL.
 *
 * <p>Lives here: locking items, loading books in a handful of set queries, writing changes in one batch per table, and the sums
 * kept beside the ledgers.
 * <p>Does not live here: any decision about an entry (kernel).
 */
@NullMarked
package org.stockbook.inventory.store;

import org.jspecify.annotations.NullMarked;
