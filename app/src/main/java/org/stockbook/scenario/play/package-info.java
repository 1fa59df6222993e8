/**
 * Plays the steps of a scenario: turns what it asks into lines of the kernel's vocabulary and has the books post them.
 *
 * <p>Lives here: journals, documents, transfers, revaluations and master data as scenarios write them, entries by their ordinals.
 * <p>Does not live here: where the books are kept ({@link org.stockbook.scenario.play.Books} is implemented by the application's
 * services, and in memory by tests), any rule of posting or cost (kernel).
 */
@NullMarked
package org.stockbook.scenario.play;

import org.jspecify.annotations.NullMarked;

