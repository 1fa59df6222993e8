/**
 * Item cards with their units, variants, stockkeeping units, categories and costing data.
 *
 * <p>Lives here: what can be held in stock and how it is measured and costed.
 * <p>Does not live here: quantities, entries and costs that come from posting (inventory).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "organisation", "finance"})
@NullMarked
package org.stockbook.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
