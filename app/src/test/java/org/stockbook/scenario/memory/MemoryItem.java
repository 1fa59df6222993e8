package org.stockbook.scenario.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.List;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;

/** An item with its ledgers, as tables would hold them: each posting works on a book loaded from here and is written back. */
final class MemoryItem {
    private final Map<String, UnitFactor> units = new HashMap<>();
    private final NavigableLedger ledger = new NavigableLedger();
    private final Map<Place, CostCard> stockkeepingUnits = new TreeMap<>();
    private final Map<String, String> dimensions = new TreeMap<>();
    private ItemFacts facts;
    private CostCard card = CostCard.ZERO;
    private UnitCost unitPrice = UnitCost.ZERO;
    private String baseUnit = "";
    private InventoryGroup inventoryGroup = InventoryGroup.BLANK;
    private ProductGroup productGroup = ProductGroup.BLANK;

    MemoryItem(ItemNo no) {
        facts = new ItemFacts(no, ItemType.INVENTORY, CostingMethod.FIFO, Percentage.ZERO, UnitCost.ZERO, false, true);
    }

    /** The ledger tables of one item. */
    private static final class NavigableLedger {
        private final Map<ItemLedgerEntryNo, ItemLedgerEntry> entries = new TreeMap<>();
        private final Map<ItemLedgerEntryNo, EntryState> states = new HashMap<>();
        private final Map<ValueEntryNo, ValueEntry> values = new TreeMap<>();
        private final Map<ValueEntryNo, ValueState> valueStates = new HashMap<>();
        private final Map<ItemApplicationNo, ItemApplication> applications = new TreeMap<>();
        private final Set<EntryPoint> points = new TreeSet<>();
    }

    /** A book of the whole history. */
    ItemBook book() {
        var book = new ItemBook(facts, new ItemCosts(card, stockkeepingUnits), ledger.points, List.of());
        ledger.entries.forEach((no, entry) -> book.load(entry, ledger.states.get(no)));
        ledger.values.forEach((no, value) -> book.load(value, ledger.valueStates.get(no)));
        ledger.applications.values().forEach(book::load);
        return book;
    }

    void write(ItemChanges changes) {
        changes.entries().forEach(entry -> ledger.entries.put(entry.no(), entry));
        changes.values().forEach(value -> ledger.values.put(value.no(), value));
        changes.applications().forEach(row -> ledger.applications.put(row.no(), row));
        changes.removedApplications().forEach(row -> ledger.applications.remove(row.no()));
        ledger.states.putAll(changes.entryStates());
        ledger.valueStates.putAll(changes.valueStates());
        changes.card().ifPresent(newCard -> card = newCard);
        stockkeepingUnits.putAll(changes.stockkeepingUnits());
        ledger.points.addAll(changes.pointsAdded());
        ledger.points.removeAll(changes.pointsCleared());
    }

    /** The costs of the item are not final from these points on. */
    void mark(Collection<EntryPoint> points) {
        ledger.points.addAll(points);
    }

    ItemNo no() {
        return facts.item();
    }

    ItemFacts facts() {
        return facts;
    }

    void change(ItemFacts newFacts) {
        facts = newFacts;
    }

    CostCard card() {
        return card;
    }

    void change(CostCard newCard) {
        card = newCard;
    }

    Map<Place, CostCard> stockkeepingUnits() {
        return stockkeepingUnits;
    }

    Map<String, UnitFactor> units() {
        return units;
    }

    Map<String, String> dimensions() {
        return dimensions;
    }

    UnitFactor factor(String unit) {
        var factor = units.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("item " + no() + " has no unit " + unit);
        }
        return factor;
    }

    String baseUnit() {
        return baseUnit;
    }

    void useBaseUnit(String unit) {
        baseUnit = unit;
        units.put(unit, UnitFactor.ONE);
    }

    UnitCost unitPrice() {
        return unitPrice;
    }

    void sellAt(UnitCost newUnitPrice) {
        unitPrice = newUnitPrice;
    }

    InventoryGroup inventoryGroup() {
        return inventoryGroup;
    }

    ProductGroup productGroup() {
        return productGroup;
    }

    void group(InventoryGroup inventory, ProductGroup product) {
        inventoryGroup = inventory;
        productGroup = product;
    }

    Collection<ItemLedgerEntry> entries() {
        return ledger.entries.values();
    }

    EntryState state(ItemLedgerEntryNo no) {
        return ledger.states.get(no);
    }

    Collection<ValueEntry> values() {
        return ledger.values.values();
    }

    ValueState state(ValueEntryNo no) {
        return ledger.valueStates.get(no);
    }
}
