/**
 * Analysing entries by dimensions: combinations, what cards propose and demand, what excludes each other (spec: finance, section 9).
 *
 * <p>Lives here: the rules, over what was loaded.
 * <p>Does not live here: keys of stored combinations, cards, storage.
 */
@NullMarked
package org.stockbook.kernel.dimension;

import org.jspecify.annotations.NullMarked;
