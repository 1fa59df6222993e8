/**
 * Which of several offers is the best (spec: purchasing, section 2.5; sales, section 6).
 *
 * <p>Lives here: the choice of price and line discount.
 * <p>Does not live here: price lists, conversion of currencies and units.
 */
@NullMarked
package org.stockbook.kernel.documents.prices;

import org.jspecify.annotations.NullMarked;
