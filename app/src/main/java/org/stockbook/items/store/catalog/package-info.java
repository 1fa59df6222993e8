/**
 * The tables of the catalogue and of templates.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.items.store.catalog;

import org.jspecify.annotations.NullMarked;
