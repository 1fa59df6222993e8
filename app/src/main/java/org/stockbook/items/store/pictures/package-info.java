/**
 * The table of pictures.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.items.store.pictures;

import org.jspecify.annotations.NullMarked;
