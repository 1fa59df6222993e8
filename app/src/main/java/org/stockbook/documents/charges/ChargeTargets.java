package org.stockbook.documents.charges;

import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.measure.Extent;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** What item charges may fall on, as it is kept. */
public interface ChargeTargets {
    /** Those of the lines that moved goods and were not taken back; others are left out. */
    List<PostedTarget> posted(List<PostedLineKey> lines);

    /** Weight and volume of one base unit of items; items that do not exist are left out. */
    List<Size> sizes(List<ItemNo> items);

    /**
     * A posted receipt, shipment, return or transfer receipt line.
     *
     * @param lineAmount what its document line came to, less discounts, in local currency; zero on transfers
     * @param factor base units in its unit of measure
     */
    record PostedTarget(PostedLineKey key, ItemNo item, UnitQuantity quantity, Money lineAmount, Extent factor) {}

    /** How heavy and how big an item is, per base unit. */
    record Size(ItemNo item, Extent grossWeight, Extent volume) {}
}
