/**
 * Transfer orders: goods leave one location, travel, and arrive at another.
 *
 * <p>Lives here: orders and the routes that they follow, shipping and receiving them, taking shipments back.
 * <p>Does not live here: what moving goods costs (kernel), charges on receipts (documents).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "organisation", "finance", "finance :: dimensions", "items", "inventory", "documents", "documents :: calls", "documents :: dossier"})
@NullMarked
package org.stockbook.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
