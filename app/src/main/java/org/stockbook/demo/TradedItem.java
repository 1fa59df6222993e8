package org.stockbook.demo;

import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.measure.UnitCost;

/**
 * What a line must know of its item.
 *
 * @param unitCost what one base unit is known to cost
 */
record TradedItem(InventoryGroup inventoryGroup, ProductGroup productGroup, UnitCost unitCost, String description) {}
