/**
 * The tables of attributes.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.items.store.attributes;

import org.jspecify.annotations.NullMarked;
