/**
 * Customers, their addresses and what they pay.
 *
 * <p>Lives here: their records, and the checks that go beyond a field.
 * <p>Does not live here: orders and invoices (documents), items.
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "organisation", "finance", "items", "inventory", "documents", "documents :: *"})
@NullMarked
package org.stockbook.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
