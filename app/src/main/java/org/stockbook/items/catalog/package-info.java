/**
 * The catalogue of what vendors offer: its rules and the import of price lists.
 *
 * <p>Lives here: use cases of the catalogue that other rooms do not need.
 * <p>Does not live here: making items of it, which documents ask for (the root of the room); SQL.
 */
@NullMarked
package org.stockbook.items.catalog;

import org.jspecify.annotations.NullMarked;
