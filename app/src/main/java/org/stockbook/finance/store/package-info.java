/**
 * The tables of accounts, posting groups and setups, dimensions and periods.
 *
 * <p>Lives here: SQL.
 * <p>Does not live here: any decision.
 */
@NullMarked
package org.stockbook.finance.store;

import org.jspecify.annotations.NullMarked;
