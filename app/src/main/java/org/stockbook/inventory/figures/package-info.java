/**
 * Figures about items over time and against their limits (spec: items, section 14).
 *
 * <p>Lives here: what is asked of storage, and what the answers are.
 * <p>Does not live here: valuation and reconciliation (costs), planned movements (documents).
 */
@NamedInterface("figures")
@NullMarked
package org.stockbook.inventory.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
