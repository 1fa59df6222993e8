/**
 * What a history of trade must know of its own postings, from PostgreSQL.
 *
 * <p>Lives here: which entries posted documents and journals have made.
 * <p>Does not live here: any posting.
 */
@NullMarked
package org.stockbook.demo.store;

import org.jspecify.annotations.NullMarked;
