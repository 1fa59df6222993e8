/**
 * Loading, locking and writing the books of items.
 *
 * <p>Lives here: the queries that load a book as far as a posting needs it, and the rows that a posting writes, table by table.
 * <p>Does not live here: lists, reports and setups, which read the same tables their own way (the store around this package).
 */
@NullMarked
package org.stockbook.inventory.store.ledger;

import org.jspecify.annotations.NullMarked;
