/**
 * Transfer orders in PostgreSQL.
 *
 * <p>Lives here: every statement of transfers on document tables.
 * <p>Does not live here: decisions.
 */
@NullMarked
package org.stockbook.transfers.store;

import org.jspecify.annotations.NullMarked;
