/**
 * What one unit costs and how late cost reaches entries already posted (spec: costing).
 *
 * <p>Lives here: cost adjustment as targets computed from an item's book, average pools and their periods, rounding,
 * unit costs, revaluation, inventory periods.
 * <p>Does not live here: who feeds whom (itemapplication), which account a cost reaches (accounts).
 */
@NullMarked
package org.stockbook.kernel.costing;

import org.jspecify.annotations.NullMarked;
