package org.stockbook.scenario.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stockbook.inventory.AutomaticCostAdjustment;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.play.Books;
import org.stockbook.scenario.play.Cards;
import org.stockbook.scenario.play.Settings;
import org.stockbook.scenario.play.TypedLine;

/** Books in memory, posted by the kernel alone. */
final class BooksInMemory implements Books {
    private final Map<ItemNo, ItemTables> items = new TreeMap<>();
    private final List<Map<String, String>> dimensionSets = new ArrayList<>(List.of(Map.of()));
    private final MemoryLedger ledger;
    private CountedNumbers numbers = CountedNumbers.fromOne();
    private Settings settings;

    BooksInMemory(Fixture fixture) {
        this.ledger = new MemoryLedger(fixture);
    }

    @Override
    public void keep(Cards cards) {
        cards.items().forEach(card ->
                items.computeIfAbsent(card.no(), _ -> new ItemTables(card.facts())).change(card.facts()));
    }

    @Override
    public void keep(Settings now) {
        settings = now;
    }

    @Override
    public void changeCosts(ItemNo item, CostCard costs) {
        items.get(item).change(costs);
    }

    @Override
    public void changeCosts(ItemNo item, Place place, CostCard costs) {
        items.get(item).change(place, costs);
    }

    @Override
    public void delete(MasterData data) {
        switch (data) {
            case MasterData.Item item -> items.remove(new ItemNo(item.no()));
            case MasterData.StockkeepingUnit unit -> items.get(new ItemNo(unit.itemNo())).forget(place(unit));
            default -> {}
        }
    }

    private static Place place(MasterData.StockkeepingUnit unit) {
        return new Place(new VariantCode(unit.variantCode()), new LocationCode(unit.locationCode()));
    }

    @Override
    public void rename(ItemNo item, ItemNo newNo) {
        var tables = items.remove(item);
        tables.rename(newNo);
        items.put(newNo, tables);
    }

    @Override
    public void keep(Fixture.InventoryPostingSetup setup) {
        ledger.keep(setup);
    }

    @Override
    public void keep(Fixture.GeneralPostingSetup setup) {
        ledger.keep(setup);
    }

    @Override
    public void markAverages(LocalDate from) {
        var policy = settings.averagePolicy();
        for (var item : items.values()) {
            if (item.facts().method().isAverage()) {
                item.mark(item.book().entries().stream()
                        .flatMap(entry -> entry.values().stream()
                                .filter(value -> !value.valuationDate().isBefore(from))
                                .map(value -> new EntryPoint(
                                        policy.poolOf(entry.place(), value.valuationDate()), value.valuationDate())))
                        .toList());
            }
        }
    }

    @Override
    public void queueExpectedCost() {
        var costs = new ArrayList<CostEntry>();
        for (var item : items.values()) {
            for (var entry : item.book().entries()) {
                if (!entry.isFullyInvoiced()) {
                    entry.values().forEach(value -> costs.add(ledger.entry(value.entry(), entry.place().location())));
                }
            }
        }
        ledger.queue(costs, new CostPostingSwitches(false, true));
    }

    @Override
    public Map<ItemNo, ItemBook> histories(Collection<ItemNo> wanted) {
        var books = new TreeMap<ItemNo, ItemBook>();
        wanted.forEach(item -> books.put(item, items.get(item).book()));
        return books;
    }

    @Override
    public Outcome post(List<? extends PostingLine> lines, Consumer<List<PostedLine>> afterwards) {
        var books = new TreeMap<ItemNo, ItemBook>();
        lines.forEach(line -> books.computeIfAbsent(line.item(), no -> items.get(no).book()));
        var drawn = numbers.copy();
        return switch (Posting.post(lines, books, settings.postingRules(), drawn)) {
            case PostingOutcome.Refused refused ->
                new Outcome.Refused(refused.refusals().stream().map(one -> one.code() + " " + one).toList());
            case PostingOutcome.Posted outcome -> {
                write(outcome.changes(), settings.costPosting(), drawn);
                afterwards.accept(outcome.lines());
                outcome.toAdjust().forEach(this::adjustOnline);
                yield Outcome.DONE;
            }
        };
    }

    @Override
    public Outcome postJournal(List<TypedLine> typed, List<? extends PostingLine> lines) {
        return post(lines, _ -> {});
    }

    @Override
    public List<String> closePeriod(LocalDate end) {
        var reasons = new ArrayList<String>();
        items.forEach((item, tables) -> {
            var book = tables.book();
            var unadjusted = book.points().stream().anyMatch(point -> !point.valuationDate().isAfter(end));
            var open = book.entries().stream().anyMatch(entry -> entry.isDecrease() && entry.isOpen() && !entry.postingDate().isAfter(end));
            if (unadjusted || open) {
                reasons.add("costing.period-not-closable " + item);
            }
        });
        return reasons;
    }

    @Override
    public void reopenPeriod(LocalDate end) {
        // The settings say which periods are closed.
    }

    /** As far back as the setup reaches; an item that reaches back further waits for the next run. */
    private void adjustOnline(ItemNo item) {
        var tables = items.get(item);
        var online = AutomaticCostAdjustment.valueOf(settings.automaticAdjustment().toUpperCase(Locale.ROOT));
        var openFrom = tables.book().points().stream().map(EntryPoint::valuationDate).min(LocalDate::compareTo);
        if (online != AutomaticCostAdjustment.NEVER && openFrom.isPresent() && tables.isAdjustedOnline()) {
            if (online.covers(openFrom.get(), settings.workDate())) {
                adjust(item, settings.costPosting());
            } else {
                tables.adjustOnline(false);
            }
        }
    }

    private void write(Map<ItemNo, ItemChanges> changes, CostPostingSwitches switches, CountedNumbers drawn) {
        numbers = drawn;
        var costs = new ArrayList<CostEntry>();
        changes.forEach((item, change) -> {
            var tables = items.get(item);
            tables.write(change);
            var book = tables.book();
            change.values().forEach(value ->
                    costs.add(ledger.entry(value, book.entry(value.itemLedgerEntry()).place().location())));
        });
        costs.sort(Comparator.comparing(CostEntry::no));
        var refused = ledger.take(costs, switches);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("no account: " + refused);
        }
    }

    @Override
    public void book(PostedInvoice invoice, LocalDate date) {
        invoice.booking().ledger().forEach(line -> ledger.book(line, date, invoice.no()));
    }

    @Override
    public void adjust(Set<ItemNo> wanted, boolean postToLedger) {
        var switches = new CostPostingSwitches(postToLedger, settings.costPosting().expected());
        items.keySet().stream()
                .filter(item -> wanted.isEmpty() || wanted.contains(item))
                .forEach(item -> {
                    adjust(item, switches);
                    items.get(item).adjustOnline(true);
                });
    }

    private void adjust(ItemNo item, CostPostingSwitches switches) {
        var book = items.get(item).book();
        var drawn = numbers.copy();
        new CostAdjustment(settings.averagePolicy(), settings.adjustmentDates()).adjust(book, drawn);
        write(Map.of(item, book.changes()), switches, drawn);
    }

    @Override
    public void postCost(PostingMethod method, Set<ItemNo> wanted, LocalDate from, LocalDate to) {
        var costs = new ArrayList<CostEntry>();
        items.forEach((item, tables) -> {
            if (wanted.isEmpty() || wanted.contains(item)) {
                tables.book().entries().forEach(entry -> entry.values().stream()
                        .filter(value -> !value.entry().postingDate().isBefore(from))
                        .filter(value -> !value.entry().postingDate().isAfter(to))
                        .forEach(value -> costs.add(ledger.entry(value.entry(), entry.place().location()))));
            }
        });
        ledger.post(costs, method, settings.costPosting().expected());
    }

    @Override
    public Map<ValueEntryNo, CostParts> posted() {
        return ledger.posted();
    }

    @Override
    public Set<ValueEntryNo> pending() {
        return ledger.pending();
    }

    @Override
    public List<GeneralLedgerRow> generalLedger() {
        var rows = new ArrayList<GeneralLedgerRow>();
        for (var line : ledger.lines()) {
            rows.add(new GeneralLedgerRow(
                    rows.size() + 1,
                    line.account().code(),
                    line.date(),
                    line.document().code(),
                    line.amount().value(),
                    dimensions(line.dimensions())));
        }
        return rows;
    }

    @Override
    public DimensionSetId dimensions(Map<String, String> values) {
        var combination = new HashMap<>(values);
        if (!dimensionSets.contains(combination)) {
            dimensionSets.add(combination);
        }
        return new DimensionSetId(dimensionSets.indexOf(combination));
    }

    @Override
    public Map<String, String> dimensions(DimensionSetId set) {
        return dimensionSets.get(Math.toIntExact(set.value()));
    }

    @Override
    public void close() {
        items.clear();
    }
}
