/**
 * The tables of the company, its locations, number series and users.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.organisation.store;

import org.jspecify.annotations.NullMarked;
