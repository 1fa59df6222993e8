package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;

/** The changes of all books as rows, table by table. */
final class PostingRows {
    final List<EntryRow> entries = new ArrayList<>();
    final List<EntryRow.StateOnly> entryStates = new ArrayList<>();
    final List<ValueRow> values = new ArrayList<>();
    final List<ValueRow> pending = new ArrayList<>();
    final List<ValueRow.StateOnly> valueStates = new ArrayList<>();
    final List<ApplicationRow> applications = new ArrayList<>();
    final List<ApplicationRow> removed = new ArrayList<>();
    final List<CostRow> costs = new ArrayList<>();
    final List<CostRow> unitCosts = new ArrayList<>();
    final List<PointRow> pointsAdded = new ArrayList<>();
    final List<PointRow> pointsCleared = new ArrayList<>();
    private final Map<DailyRow.Key, DailyRow.Sums> daily = new LinkedHashMap<>();
    private final Map<BalanceRow.Key, BalanceRow> balances = new LinkedHashMap<>();
    private final Map<PoolRow.Key, PoolRow> pools = new LinkedHashMap<>();

    private final LedgerPosting posting;
    private final LedgerKeys keys;
    private final PartnerKeys partners;
    private final List<Long> registers;

    /** @param registers one for each part of the posting */
    PostingRows(LedgerPosting posting, LedgerKeys keys, PartnerKeys partners, List<Long> registers) {
        this.posting = posting;
        this.keys = keys;
        this.partners = partners;
        this.registers = registers;
    }

    void add(ItemBook book, ItemChanges changes) {
        var item = keys.item(book.facts().item());
        var places = new HashMap<ItemLedgerEntryNo, Place>();
        for (var entry : changes.entries()) {
            places.put(entry.no(), entry.place());
            addEntry(item, entry, changes);
        }
        for (var value : changes.values()) {
            var place = places.computeIfAbsent(value.itemLedgerEntry(), no -> book.entry(no).place());
            addValue(item, value, changes, new Where(place, book.facts()));
        }
        addStates(item, changes);
        changes.applications().forEach(row -> applications.add(new ApplicationRow(item, registerOf(reached -> reached.covers(row.no())), row)));
        changes.removedApplications().forEach(row -> removed.add(new ApplicationRow(item, lastRegister(), row)));
        changes.pointsAdded().forEach(point -> pointsAdded.add(new PointRow(place(item, point.place()), point.valuationDate())));
        changes.pointsCleared().forEach(point -> pointsCleared.add(new PointRow(place(item, point.place()), point.valuationDate())));
        changes.card().ifPresent(card -> costs.add(new CostRow(place(item, Place.BLANK), card)));
        changes.stockkeepingUnits().forEach((place, card) -> unitCosts.add(new CostRow(place(item, place), card)));
    }

    List<DailyRow> daily() {
        return daily.entrySet().stream().map(entry -> new DailyRow(entry.getKey(), entry.getValue())).toList();
    }

    List<PoolRow> pools() {
        return List.copyOf(pools.values());
    }

    List<BalanceRow> balances() {
        return List.copyOf(balances.values());
    }

    private void addEntry(long item, ItemLedgerEntry entry, ItemChanges changes) {
        var state = changes.entryStates().get(entry.no());
        if (state == null) {
            throw new IllegalStateException("new entry " + entry.no() + " has no state");
        }
        entries.add(new EntryRow(
                keys.entryKeys(item, entry.place(), entry.groups(), partners.of(entry.origin())),
                registerOf(reached -> reached.covers(entry.no())), entry, state));
    }

    private void addValue(long item, ValueEntry value, ItemChanges changes, Where where) {
        var state = changes.valueStates().get(value.no());
        if (state == null) {
            throw new IllegalStateException("new value entry " + value.no() + " has no state");
        }
        var row = new ValueRow(
                keys.entryKeys(item, where.place(), value.groups(), partners.of(value.origin())),
                keys.charge(value.charge()),
                registerOf(reached -> reached.covers(value.no())),
                value,
                state,
                posting.posted().getOrDefault(value.no(), CostParts.ZERO));
        values.add(row);
        if (posting.pending().contains(value.no())) {
            pending.add(row);
        }
        sum(row, where.facts());
    }

    private void sum(ValueRow row, ItemFacts facts) {
        daily.merge(DailyRow.Key.of(row), DailyRow.Sums.of(row), DailyRow.Sums::plus);
        if (facts.isStocked()) {
            var balance = BalanceRow.of(row);
            balances.merge(balance.key(), balance, BalanceRow::plus);
        }
        if (facts.method().isAverage()) {
            var pool = PoolRow.of(row);
            pools.merge(pool.key(), pool, PoolRow::plus);
        }
    }

    /** New entries carry their state themselves; here are the others. */
    private void addStates(long item, ItemChanges changes) {
        var newEntries = changes.entries().stream().map(ItemLedgerEntry::no).collect(Collectors.toSet());
        changes.entryStates().forEach((no, state) -> {
            if (!newEntries.contains(no)) {
                entryStates.add(new EntryRow.StateOnly(item, no, state));
            }
        });
        var newValues = changes.values().stream().map(ValueEntry::no).collect(Collectors.toSet());
        changes.valueStates().forEach((no, state) -> {
            if (!newValues.contains(no)) {
                valueStates.add(new ValueRow.StateOnly(item, no, state));
            }
        });
    }

    private PlaceKeys place(long item, Place place) {
        return new PlaceKeys(item, keys.variant(item, place.variant()), keys.location(place.location()));
    }

    private record Where(Place place, ItemFacts facts) {}

    /** A place of an item, by keys. */
    record PlaceKeys(long item, long variant, long location) {}

    /** The cost fields of an item or of one of its stockkeeping units. */
    record CostRow(PlaceKeys place, CostCard card) {}

    /** A date from which costs are not final. */
    record PointRow(PlaceKeys place, LocalDate valuationDate) {}

    /** The lowest and the highest number of new rows, 0 where there are none. */
    record Range(long first, long last) {
        static Range of(LongStream numbers) {
            var all = numbers.summaryStatistics();
            return all.getCount() == 0 ? new Range(0, 0) : new Range(all.getMin(), all.getMax());
        }

        boolean isEmpty() {
            return last == 0;
        }
    }

    private long registerOf(Predicate<LedgerPosting.Reached> covers) {
        for (var i = 0; i < registers.size(); i++) {
            if (covers.test(posting.parts().get(i).reached())) {
                return registers.get(i);
            }
        }
        throw new IllegalStateException("a number that no part has reached");
    }

    /** What changed about entries that were there before counts for the last part. */
    long lastRegister() {
        return registers.getLast();
    }

    /** The registers of the parts that write anything which names its register; an adjustment that only clears marks has none. */
    List<Register> registers() {
        var written = new ArrayList<Register>();
        for (var i = 0; i < registers.size(); i++) {
            var no = registers.get(i);
            var ranges = List.of(
                    Range.of(entries.stream().filter(row -> row.register() == no).mapToLong(row -> row.entry().no().value())),
                    Range.of(values.stream().filter(row -> row.register() == no).mapToLong(row -> row.entry().no().value())),
                    Range.of(applications.stream().filter(row -> row.register() == no).mapToLong(row -> row.application().no().value())));
            if (!ranges.stream().allMatch(Range::isEmpty) || no == lastRegister() && (!valueStates.isEmpty() || !removed.isEmpty())) {
                written.add(new Register(no, posting.parts().get(i).stamp(), ranges));
            }
        }
        return written;
    }

    /**
     * A register of what one part writes.
     *
     * @param ranges of item ledger entries, value entries and applications
     */
    record Register(long no, RegisterStamp stamp, List<Range> ranges) {
        static final int LEDGERS = 3;
    }
}
