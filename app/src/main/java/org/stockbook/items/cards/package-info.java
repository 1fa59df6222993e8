/**
 * Making cards from others: templates, copies, stockkeeping units for many places.
 *
 * <p>Lives here: these use cases.
 * <p>Does not live here: what a card must keep to (the checks of the room); SQL.
 */
@NullMarked
package org.stockbook.items.cards;

import org.jspecify.annotations.NullMarked;
