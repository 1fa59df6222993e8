/**
 * What will be there, and for whom (spec: availability, sections 2, 3 and 9; reservation, section 6).
 *
 * <p>Lives here: how the stock of an item at a place goes on with what is planned, and which supply each demand waits for.
 * <p>Does not live here: reading documents and balances (the program), what is ordered because of it (planning).
 */
@NullMarked
package org.stockbook.kernel.availability;

import org.jspecify.annotations.NullMarked;
