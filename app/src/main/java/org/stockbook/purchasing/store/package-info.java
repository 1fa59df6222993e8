/**
 * The records of purchasing in PostgreSQL.
 *
 * <p>Lives here: every statement on their tables.
 * <p>Does not live here: decisions.
 */
@NullMarked
package org.stockbook.purchasing.store;

import org.jspecify.annotations.NullMarked;
