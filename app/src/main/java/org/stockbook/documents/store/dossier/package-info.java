/**
 * The table of deeds.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.documents.store.dossier;

import org.jspecify.annotations.NullMarked;
