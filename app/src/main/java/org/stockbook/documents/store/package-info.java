/**
 * Open and posted documents in PostgreSQL.
 *
 * <p>Lives here: every statement on document tables.
 * <p>Does not live here: decisions.
 */
@NullMarked
package org.stockbook.documents.store;

import org.jspecify.annotations.NullMarked;
