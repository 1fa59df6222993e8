/**
 * What a history of trade needs and no use case makes yet, in PostgreSQL.
 *
 * <p>Lives here: the partners and setups behind documents, and which entries posted documents made.
 * <p>Does not live here: any posting.
 */
@NullMarked
package org.stockbook.demo.store;

import org.jspecify.annotations.NullMarked;
