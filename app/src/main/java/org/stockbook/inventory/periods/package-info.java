/**
 * Inventory periods: what is closed is neither posted to nor adjusted any more (spec: costing, section 10).
 *
 * <p>Lives here: creating, closing and reopening them, and what stands against closing.
 * <p>Does not live here: refusing dates in a closed period (kernel).
 */
@NamedInterface("periods")
@NullMarked
package org.stockbook.inventory.periods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
