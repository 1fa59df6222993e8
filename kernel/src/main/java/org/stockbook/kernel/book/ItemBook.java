package org.stockbook.kernel.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.measure.Amount;

/**
 * The book of one item: what was loaded of its ledger, and everything a posting adds to it. It may hold the whole history of
 * the item or only the slice a posting needs; the rules say what they need. All changes go through it and come out again as
 * {@link ItemChanges}.
 */
public final class ItemBook {
    /** The order in which increases are consumed: posting date, then entry number (spec: ledger, section 6.1). */
    public static final Comparator<BookedEntry> BY_DATE_AND_NUMBER =
            Comparator.comparing(BookedEntry::postingDate).thenComparing(BookedEntry::no);

    private final ItemFacts facts;
    private final ItemCosts costs;
    private final NavigableSet<EntryPoint> points;
    private final List<PoolBalance> balances;
    private final NavigableMap<ItemLedgerEntryNo, BookedEntry> entries = new TreeMap<>();
    private final Map<ValueEntryNo, BookedValue> valuesByNo = new HashMap<>();
    private final Map<Place, NavigableSet<BookedEntry>> openIncreases = new HashMap<>();
    private final Map<Place, NavigableSet<BookedEntry>> openDecreases = new HashMap<>();
    private final Map<Place, PlaceSums> sums = new HashMap<>();
    private final List<DecreaseOutside> decreasesOutside = new ArrayList<>();
    private final Changes changes = new Changes();

    /**
     * @param points the dates from which costs are not final when the book was loaded
     * @param balances openings of average pools that stand for entries not loaded; empty with a whole history
     */
    public ItemBook(ItemFacts facts, ItemCosts costs, Set<EntryPoint> points, List<PoolBalance> balances) {
        this.facts = facts;
        this.costs = costs;
        this.points = new TreeSet<>(points);
        this.balances = List.copyOf(balances);
    }

    /** Puts an entry that is already in the ledger into the book; in ascending order of entry number. */
    public void load(ItemLedgerEntry entry, EntryState state) {
        var booked = new BookedEntry(entry, state);
        entries.put(entry.no(), booked);
        sumsAt(booked.place()).add(booked);
        index(booked);
    }

    /** Puts a value entry that is already in the ledger into the book; in ascending order of entry number. */
    public void load(ValueEntry value, ValueState state) {
        attach(new BookedValue(value, state));
    }

    /** Puts an application that holds in the ledger into the book. */
    public void load(ItemApplication application) {
        attach(application);
    }

    /** Says what the last decreases were among the entries that are not loaded. */
    public void know(DecreaseOutside decrease) {
        decreasesOutside.add(decrease);
    }

    public List<DecreaseOutside> decreasesOutside() {
        return Collections.unmodifiableList(decreasesOutside);
    }

    public ItemFacts facts() {
        return facts;
    }

    public ItemCosts costs() {
        return costs;
    }

    /** The loaded and new entries in ascending order of entry number. */
    public Collection<BookedEntry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public BookedEntry entry(ItemLedgerEntryNo no) {
        return find(no).orElseThrow(() -> new IllegalArgumentException("entry " + no + " of item " + facts.item() + " is not loaded"));
    }

    public Optional<BookedEntry> find(ItemLedgerEntryNo no) {
        return Optional.ofNullable(entries.get(no));
    }

    public BookedValue value(ValueEntryNo no) {
        var value = valuesByNo.get(no);
        if (value == null) {
            throw new IllegalArgumentException("value entry " + no + " of item " + facts.item() + " is not loaded");
        }
        return value;
    }

    public List<PoolBalance> balances() {
        return balances;
    }

    /** Open increases of a place in order of posting date and number. */
    public NavigableSet<BookedEntry> openIncreases(Place place) {
        return Collections.unmodifiableNavigableSet(openIncreases.getOrDefault(place, emptySet()));
    }

    /** Open decreases of a place in order of posting date and number. */
    public NavigableSet<BookedEntry> openDecreases(Place place) {
        return Collections.unmodifiableNavigableSet(openDecreases.getOrDefault(place, emptySet()));
    }

    /** What the loaded and new entries of each place sum up to; without the balances. */
    public Map<Place, PlaceSums> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /**
     * Whether the stock at some place, or all of it, with or without what is not covered, is worth exactly one cent: then its unit
     * cost follows from all open layers, also those that a posting does not use.
     */
    public boolean isWorthOneCent() {
        var values = new HashMap<Place, Amount>();
        balances.forEach(balance -> values.merge(balance.place(), balance.value(), Amount::plus));
        sums.forEach((place, sum) -> values.merge(place, sum.value(), Amount::plus));
        var all = values.values().stream().reduce(Amount.ZERO, Amount::plus);
        var uncovered = openDecreases.values().stream()
                .flatMap(Set::stream)
                .map(entry -> entry.cost().inventoriable())
                .reduce(Amount.ZERO, Amount::plus);
        return isOneCent(all) || isOneCent(all.minus(uncovered)) || values.values().stream().anyMatch(ItemBook::isOneCent);
    }

    private static boolean isOneCent(Amount value) {
        return value.unscaled() == 1;
    }

    public NavigableSet<EntryPoint> points() {
        return Collections.unmodifiableNavigableSet(points);
    }

    public boolean costIsAdjusted() {
        return points.isEmpty();
    }

    public BookedEntry append(ItemLedgerEntry entry, EntryState state) {
        var booked = new BookedEntry(entry, state);
        entries.put(entry.no(), booked);
        sumsAt(booked.place()).add(booked);
        index(booked);
        changes.entries.add(entry);
        changes.entryStates.put(entry.no(), booked);
        return booked;
    }

    public BookedValue append(ValueEntry value, ValueState state) {
        var booked = new BookedValue(value, state);
        attach(booked);
        changes.values.add(value);
        changes.valueStates.put(value.no(), booked);
        return booked;
    }

    public void append(ItemApplication application) {
        attach(application);
        changes.applications.add(application);
    }

    /** An application no longer holds. One that was made in this very posting leaves no trace. */
    public void remove(ItemApplication application) {
        detach(application);
        if (!changes.applications.remove(application)) {
            changes.removed.add(application);
        }
    }

    public void change(BookedEntry booked, EntryState state) {
        if (state.equals(booked.state())) {
            return;
        }
        var openBefore = booked.isOpen();
        sumsAt(booked.place()).addInvoiced(state.invoiced().minus(booked.state().invoiced()));
        booked.become(state);
        if (openBefore != booked.isOpen()) {
            reindex(booked);
        }
        changes.entryStates.put(booked.no(), booked);
    }

    public void change(BookedValue booked, ValueState state) {
        if (!state.equals(booked.state())) {
            booked.become(state);
            sumsAt(entry(booked.entry().itemLedgerEntry()).place()).note(booked);
            changes.valueStates.put(booked.entry().no(), booked);
        }
    }

    /** Costs are no longer final from this point on. */
    public void mark(EntryPoint point) {
        if (points.add(point) && !changes.pointsCleared.remove(point)) {
            changes.pointsAdded.add(point);
        }
    }

    /** All costs up to a date are final. */
    public void clearPoints(LocalDate upTo) {
        for (var point : List.copyOf(points)) {
            if (!point.valuationDate().isAfter(upTo)) {
                points.remove(point);
                if (!changes.pointsAdded.remove(point)) {
                    changes.pointsCleared.add(point);
                }
            }
        }
    }

    /** What was added and changed since the book was loaded. */
    public ItemChanges changes() {
        return changes.toRecord(costs);
    }

    private static NavigableSet<BookedEntry> emptySet() {
        return new TreeSet<>(BY_DATE_AND_NUMBER);
    }

    private PlaceSums sumsAt(Place place) {
        return sums.computeIfAbsent(place, _ -> new PlaceSums());
    }

    private void index(BookedEntry booked) {
        if (booked.isOpen()) {
            openOf(booked).add(booked);
        }
    }

    private void reindex(BookedEntry booked) {
        if (booked.isOpen()) {
            openOf(booked).add(booked);
        } else {
            openOf(booked).remove(booked);
        }
    }

    private NavigableSet<BookedEntry> openOf(BookedEntry booked) {
        var index = booked.isIncrease() ? openIncreases : openDecreases;
        return index.computeIfAbsent(booked.place(), _ -> emptySet());
    }

    private void attach(BookedValue value) {
        valuesByNo.put(value.entry().no(), value);
        var entry = entry(value.entry().itemLedgerEntry());
        sumsAt(entry.place()).add(entry, value);
        entry.add(value);
    }

    private void attach(ItemApplication application) {
        if (application.takesQuantity()) {
            find(application.inbound()).ifPresent(inbound -> inbound.feedingRows().add(application));
            find(application.outbound()).ifPresent(outbound -> outbound.sourceRows().add(application));
        } else if (application.isCostApplication()) {
            find(application.inbound()).ifPresent(inbound -> inbound.costSourceRows().add(application));
            find(application.outbound()).ifPresent(outbound -> outbound.costReceiverRows().add(application));
            find(application.transferredFrom()).ifPresent(from -> from.transferredToRows().add(application));
        }
    }

    private void detach(ItemApplication application) {
        find(application.inbound()).ifPresent(inbound -> {
            inbound.feedingRows().remove(application);
            inbound.costSourceRows().remove(application);
        });
        find(application.outbound()).ifPresent(outbound -> {
            outbound.sourceRows().remove(application);
            outbound.costReceiverRows().remove(application);
        });
    }

    /** What has been added and changed since loading. */
    private static final class Changes {
        private final List<ItemLedgerEntry> entries = new ArrayList<>();
        private final List<ValueEntry> values = new ArrayList<>();
        private final List<ItemApplication> applications = new ArrayList<>();
        private final List<ItemApplication> removed = new ArrayList<>();
        private final Map<ItemLedgerEntryNo, BookedEntry> entryStates = new LinkedHashMap<>();
        private final Map<ValueEntryNo, BookedValue> valueStates = new LinkedHashMap<>();
        private final Set<EntryPoint> pointsAdded = new TreeSet<>();
        private final Set<EntryPoint> pointsCleared = new TreeSet<>();

        private ItemChanges toRecord(ItemCosts costs) {
            var states = new LinkedHashMap<ItemLedgerEntryNo, EntryState>();
            entryStates.forEach((no, booked) -> states.put(no, booked.state()));
            var valuations = new LinkedHashMap<ValueEntryNo, ValueState>();
            valueStates.forEach((no, booked) -> valuations.put(no, booked.state()));
            return new ItemChanges(
                    List.copyOf(entries),
                    List.copyOf(values),
                    List.copyOf(applications),
                    List.copyOf(removed),
                    Collections.unmodifiableMap(states),
                    Collections.unmodifiableMap(valuations),
                    costs.changedCard(),
                    costs.changedUnits(),
                    Set.copyOf(pointsAdded),
                    Set.copyOf(pointsCleared));
        }
    }
}
