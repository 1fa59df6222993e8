/**
 * The numbers by which partners, scanners and people call items, and what may stand in for an item.
 *
 * <p>Lives here: what follows from a reference or a substitution that is written down.
 * <p>Does not live here: the rule of choice among references (kernel); SQL.
 */
@NullMarked
package org.stockbook.items.references;

import org.jspecify.annotations.NullMarked;
