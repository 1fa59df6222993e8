/**
 * The records of sales in PostgreSQL.
 *
 * <p>Lives here: every statement on their tables.
 * <p>Does not live here: decisions.
 */
@NullMarked
package org.stockbook.sales.store;

import org.jspecify.annotations.NullMarked;
