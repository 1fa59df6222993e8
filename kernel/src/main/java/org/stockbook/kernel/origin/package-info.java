/**
 * Where an entry comes from: document, partner, order, dimensions, source.
 *
 * <p>Lives here: what is carried along with entries for people, reports and accounts.
 * <p>Does not live here: anything that decides a quantity or a cost.
 */
@NullMarked
package org.stockbook.kernel.origin;

import org.jspecify.annotations.NullMarked;
