/**
 * Price lists and discounts as documents meet them (spec: purchasing, section 2.5; sales, section 6).
 *
 * <p>Lives here: finding the price of a line, checks of price lists.
 * <p>Does not live here: which offer is the best (kernel.documents.prices), the fields of price lists (purchasing, sales).
 */
@NamedInterface("prices")
@NullMarked
package org.stockbook.documents.prices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
