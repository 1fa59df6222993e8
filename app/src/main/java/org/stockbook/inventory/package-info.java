/**
 * The item ledger and value entries; posting, cost adjustment, valuation and reconciliation.
 *
 * <p>Lives here: loading and locking what a posting needs, calling the kernel, writing what it returns.
 * <p>Does not live here: any rule of posting or cost (kernel), any journal (journals) or document (purchasing, sales, transfers).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "organisation", "finance", "items"})
@NullMarked
package org.stockbook.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
