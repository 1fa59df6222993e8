/**
 * Posting for callers who come at the same time.
 *
 * <p>Lives here: posting several calls in one transaction, each with its own register and answer.
 * <p>Does not live here: what a posting writes (inventory), how transactions are shared (platform.database).
 */
@NamedInterface("shared")
@NullMarked
package org.stockbook.inventory.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
