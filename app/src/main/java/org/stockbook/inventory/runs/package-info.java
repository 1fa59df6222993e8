/**
 * Batch runs over the inventory as those who start and watch them see them.
 *
 * <p>Lives here: the log of runs, and what a long piece of work tells while it goes on.
 * <p>Does not live here: the runs themselves (inventory), starting them from pages or at night (costs).
 */
@NamedInterface("runs")
@NullMarked
package org.stockbook.inventory.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
