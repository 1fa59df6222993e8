/**
 * The general journal in the database.
 *
 * <p>Lives here: everything that knows the tables of drafts, and those of the ledgers as far as the journal writes them.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.generaljournal.store;

import org.jspecify.annotations.NullMarked;
