package org.stockbook.scenario.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueState;

/** The ledger of an item as tables would hold it: each posting works on a book loaded from here and is written back. */
final class ItemTables {
    private final Map<ItemLedgerEntryNo, ItemLedgerEntry> entries = new TreeMap<>();
    private final Map<ItemLedgerEntryNo, EntryState> states = new HashMap<>();
    private final Map<ValueEntryNo, ValueEntry> values = new TreeMap<>();
    private final Map<ValueEntryNo, ValueState> valueStates = new HashMap<>();
    private final Map<ItemApplicationNo, ItemApplication> applications = new TreeMap<>();
    private final Set<EntryPoint> points = new TreeSet<>();
    private final Map<Place, CostCard> stockkeepingUnits = new TreeMap<>();
    private ItemFacts facts;
    private CostCard card = CostCard.ZERO;
    private boolean adjustedOnline = true;

    ItemTables(ItemFacts facts) {
        this.facts = facts;
    }

    /** A book of the whole history. */
    ItemBook book() {
        var book = new ItemBook(facts, new ItemCosts(card, stockkeepingUnits), points, List.of());
        entries.forEach((no, entry) -> book.load(entry, states.get(no)));
        values.forEach((no, value) -> book.load(value, valueStates.get(no)));
        applications.values().forEach(book::load);
        return book;
    }

    void write(ItemChanges changes) {
        changes.entries().forEach(entry -> entries.put(entry.no(), entry));
        changes.values().forEach(value -> values.put(value.no(), value));
        changes.applications().forEach(row -> applications.put(row.no(), row));
        changes.removedApplications().forEach(row -> applications.remove(row.no()));
        states.putAll(changes.entryStates());
        valueStates.putAll(changes.valueStates());
        changes.card().ifPresent(newCard -> card = newCard);
        stockkeepingUnits.putAll(changes.stockkeepingUnits());
        points.addAll(changes.pointsAdded());
        points.removeAll(changes.pointsCleared());
    }

    void mark(Collection<EntryPoint> more) {
        points.addAll(more);
    }

    void forget(Place place) {
        stockkeepingUnits.remove(place);
    }

    /** The item goes by another number, in its entries too. */
    void rename(ItemNo item) {
        facts = new ItemFacts(
                item, facts.type(), facts.method(), facts.indirectCost(), facts.overheadRate(), facts.valueZero(), facts.mayGoNegative());
        entries.replaceAll((_, entry) -> new ItemLedgerEntry(
                entry.no(), item, entry.place(), entry.type(), entry.postingDate(), entry.quantity(), entry.tracking(), entry.unit(),
                entry.correction(), entry.dropShipment(), entry.groups(), entry.origin()));
    }

    /** False from when a posting reached back further than costs are adjusted at once, until the next run. */
    boolean isAdjustedOnline() {
        return adjustedOnline;
    }

    void adjustOnline(boolean newValue) {
        adjustedOnline = newValue;
    }

    ItemFacts facts() {
        return facts;
    }

    void change(ItemFacts newFacts) {
        facts = newFacts;
    }

    void change(CostCard costs) {
        card = costs;
    }

    void change(Place place, CostCard costs) {
        stockkeepingUnits.put(place, costs);
    }
}
