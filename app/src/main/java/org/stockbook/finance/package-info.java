/**
 * Accounts, posting groups and setups, dimensions, periods and the general ledger.
 *
 * <p>Lives here: the chart of accounts and everything that says where a value is booked.
 * <p>Does not live here: the value entries themselves (inventory) and the rules of accounting (kernel).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "organisation"})
@NullMarked
package org.stockbook.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
