/**
 * The work of the accountant of inventory: bringing costs up to date, posting them to the general ledger, explaining them, valuing
 * stock, reconciling both ledgers and proving the books; and the queue of long work, in which files wait to be taken, too.
 *
 * <p>Lives here: runs with their log and their schedule, reports, and what is asked about costs.
 * <p>Does not live here: any rule of cost or account (kernel), writing the ledgers (inventory).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "web :: live", "organisation", "finance", "items", "inventory", "inventory :: runs"})
@NullMarked
package org.stockbook.costs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
