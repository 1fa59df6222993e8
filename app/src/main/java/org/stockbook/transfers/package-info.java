/**
 * Transfer orders: goods leave one location, travel, and arrive at another.
 *
 * <p>Lives here: shipping and receiving orders.
 * <p>Does not live here: how orders are kept (documents), what moving goods costs (kernel).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "organisation", "finance", "items", "inventory", "documents"})
@NullMarked
package org.stockbook.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
