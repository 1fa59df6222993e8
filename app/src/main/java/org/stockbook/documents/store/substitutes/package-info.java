/**
 * Substitutes with what is there of them.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.documents.store.substitutes;

import org.jspecify.annotations.NullMarked;
