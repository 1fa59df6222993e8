/**
 * What the costs room reads and keeps, in PostgreSQL.
 *
 * <p>Lives here: SQL over runs, sums and ledgers.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.costs.store;

import org.jspecify.annotations.NullMarked;
