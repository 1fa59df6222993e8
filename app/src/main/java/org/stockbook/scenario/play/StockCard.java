package org.stockbook.scenario.play;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;

/** What an item card says beside its costs, which the books keep. */
public final class StockCard {
    private final Map<String, UnitFactor> units = new HashMap<>();
    private final Set<String> variants = new TreeSet<>();
    private final Map<String, String> dimensions = new TreeMap<>();
    private ItemFacts facts;
    private UnitCost unitPrice = UnitCost.ZERO;
    private final Map<TradeSide, String> tradeUnits = new EnumMap<>(TradeSide.class);
    private String baseUnit = "";
    private InventoryGroup inventoryGroup = InventoryGroup.BLANK;
    private ProductGroup productGroup = ProductGroup.BLANK;

    StockCard(ItemNo no) {
        facts = new ItemFacts(no, ItemType.INVENTORY, CostingMethod.FIFO, Percentage.ZERO, UnitCost.ZERO, false, true);
    }

    public ItemNo no() {
        return facts.item();
    }

    public ItemFacts facts() {
        return facts;
    }

    void change(ItemFacts newFacts) {
        facts = newFacts;
    }

    void rename(ItemNo newNo) {
        facts = new ItemFacts(
                newNo, facts.type(), facts.method(), facts.indirectCost(), facts.overheadRate(), facts.valueZero(), facts.mayGoNegative());
    }

    /** How many base units each unit holds. */
    public Map<String, UnitFactor> units() {
        return units;
    }

    public Set<String> variants() {
        return variants;
    }

    Map<String, String> dimensions() {
        return dimensions;
    }

    UnitFactor factor(String unit) {
        return Optional.ofNullable(units.get(unit))
                .orElseThrow(() -> new IllegalArgumentException("item " + no() + " has no unit " + unit));
    }

    public String baseUnit() {
        return baseUnit;
    }

    void useBaseUnit(String unit) {
        baseUnit = unit;
        units.put(unit, UnitFactor.ONE);
    }

    /** The unit that document lines have unless they say another. */
    String unitOf(TradeSide side) {
        return Optional.ofNullable(tradeUnits.get(side)).filter(unit -> !unit.isEmpty()).orElse(baseUnit);
    }

    void trade(TradeSide side, String unit) {
        tradeUnits.put(side, unit);
    }

    public UnitCost unitPrice() {
        return unitPrice;
    }

    void sellAt(UnitCost newUnitPrice) {
        unitPrice = newUnitPrice;
    }

    public InventoryGroup inventoryGroup() {
        return inventoryGroup;
    }

    public ProductGroup productGroup() {
        return productGroup;
    }

    void group(InventoryGroup inventory, ProductGroup product) {
        inventoryGroup = inventory;
        productGroup = product;
    }
}
