/**
 * Drafts of journals and what they name, in PostgreSQL.
 *
 * <p>Lives here: the tables of templates, batches and lines.
 * <p>Does not live here: ledgers, rules.
 */
@NullMarked
package org.stockbook.inventory.store.journals;

import org.jspecify.annotations.NullMarked;
