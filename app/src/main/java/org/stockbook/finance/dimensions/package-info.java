/**
 * Dimensions of entries: their sets, what cards say about them, and which of them exclude each other.
 *
 * <p>Lives here: what other rooms ask about sets, and the checks of what is set up.
 * <p>Does not live here: the rules (kernel, package dimension).
 */
@NamedInterface
@NullMarked
package org.stockbook.finance.dimensions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
