/**
 * The start page: counters, panels and charts that the rooms declare, in the order that its reader has chosen.
 *
 * <p>Lives here: putting the page together, and keeping how each user arranges it.
 * <p>Does not live here: what is counted or shown (the rooms).
 */
@NullMarked
package org.stockbook.web.start;

import org.jspecify.annotations.NullMarked;
