/**
 * Drafts of journals and what they name, in PostgreSQL.
 *
 * <p>Lives here: the tables of templates, batches and lines.
 * <p>Does not live here: ledgers, rules.
 */
@NullMarked
package org.stockbook.journals.store;

import org.jspecify.annotations.NullMarked;
