package org.stockbook.scenario.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.InventoryPeriodRow;
import org.stockbook.scenario.company.ItemLedgerRow;
import org.stockbook.scenario.company.ItemRow;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.company.PendingValueRow;
import org.stockbook.scenario.company.PostedLineRow;
import org.stockbook.scenario.company.RevaluationRow;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.company.StockkeepingUnitRow;
import org.stockbook.scenario.company.ValueRow;
import org.stockbook.scenario.operation.DocumentLine;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.operation.Operation;

/** A company that holds its ledgers in memory and asks the kernel alone: what a scenario finds here is the kernel's doing. */
public final class InMemoryCompany implements ScenarioCompany {
    private static final Set<String> FEATURES = Set.of(
            "average-cost", "average-cost-settings", "automatic-cost-adjustment", "cost-adjustment", "currency",
            "expected-cost-posting", "fifo-cost", "fixed-application", "get-receipt-lines", "gl-posting", "indirect-cost",
            "inventory-period", "invoice-discount", "item-charge", "item-journal", "lifo-cost", "line-discount", "location",
            "prices-including-vat", "purchase", "purchase-return", "revaluation", "sales", "sales-return", "smoke",
            "specific-cost", "standard-cost", "transfer", "transfer-order", "undo", "units-of-measure", "variant",
            "zero-value-item");

    private final Map<String, MemoryItem> items = new LinkedHashMap<>();
    private final Dimensions dimensions = new Dimensions();
    private CountedNumbers numbers = CountedNumbers.fromOne();
    private Settings settings;
    private MemoryLedger ledger;
    private MasterFiles masterFiles;
    private Journals journals;
    private Revaluations revaluations;
    private Trading trading;
    private Transfers transfers;
    private PostedLines posted;
    private Rows rows;

    @Override
    public Set<String> features() {
        return FEATURES;
    }

    @Override
    public void load(Fixture fixture) {
        settings = new Settings(fixture);
        ledger = new MemoryLedger(fixture);
        masterFiles = new MasterFiles(fixture, items);
        journals = new Journals(settings, dimensions);
        revaluations = new Revaluations(settings, dimensions);
        rows = new Rows(items, ledger, dimensions, settings);
        posted = new PostedLines();
        var lines = new TradeLines(items, masterFiles, journals, new InvoiceSetup(fixture));
        trading = new Trading(this, masterFiles, settings, lines, posted);
        transfers = new Transfers(this, settings, trading, posted);
    }

    static <T> T named(Map<String, T> documents, String name) {
        var document = documents.get(name);
        if (document == null) {
            throw new IllegalArgumentException("there is no document " + name);
        }
        return document;
    }

    Collection<MemoryItem> memoryItems() {
        return items.values();
    }

    MemoryItem memoryItem(String no) {
        return known(items, no);
    }

    Dimensions dimensions() {
        return dimensions;
    }

    /** Defaults of the partner, then of the item, then what the document and the line say. */
    DimensionSetId lineDimensions(Map<String, String> document, DocumentLine line) {
        var defaults = new TreeMap<>(document);
        line.no().map(items::get).ifPresent(item -> item.dimensions().forEach(defaults::putIfAbsent));
        return dimensions.of(defaults, line.dimensions());
    }

    /** Stockkeeping units count only where they give the unit cost. */
    ItemCard card(MemoryItem item) {
        var counts = settings.averagePolicy().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION
                || item.facts().method().isStandard();
        return new ItemCard(
                item.facts().type(),
                ItemCard.Blocking.NONE,
                item.inventoryGroup(),
                item.productGroup(),
                item.card(),
                counts ? item.stockkeepingUnits() : Map.of());
    }

    ItemLedgerEntry entry(ItemLedgerEntryNo no) {
        return items.values().stream()
                .flatMap(item -> item.entries().stream())
                .filter(entry -> entry.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    Quantity notInvoiced(ItemLedgerEntryNo no) {
        var entry = entry(no);
        return entry.quantity().minus(known(items, entry.item().code()).state(no).invoiced());
    }

    void book(PostedInvoice invoice, LocalDate date) {
        invoice.booking().ledger().forEach(line -> ledger.book(line, date, invoice.no()));
    }

    static MemoryItem known(Map<String, MemoryItem> items, String no) {
        var item = items.get(no);
        if (item == null) {
            throw new IllegalArgumentException("there is no item " + no);
        }
        return item;
    }

    @Override
    public Outcome execute(Operation operation) {
        return switch (operation) {
            case Operation.WorkDate step -> {
                settings.workOn(step.date());
                yield Outcome.DONE;
            }
            case Operation.ChangeMasterData step -> change(step);
            case Operation.PostItemJournal step -> post(journals.postingLines(step.lines(), items));
            case Operation.CalculateRevaluation step -> outcome(revaluations.calculate(step, itemsNamed(step.items())));
            case Operation.PostRevaluation step -> post(revaluations.postingLines(step.lines(), items));
            case Operation.AdjustCost step -> adjust(step);
            case Operation.PostCostToLedger step -> postCost(step);
            case Operation.CloseInventoryPeriod step -> close(step);
            case Operation.ReopenInventoryPeriod step -> {
                settings.inventoryPeriods().tailMap(step.endingDate(), true).replaceAll((_, _) -> false);
                yield Outcome.DONE;
            }
            case Operation.CreateDocument step -> trading.create(step);
            case Operation.UpdateDocument step -> trading.update(step);
            case Operation.AssignCharge step -> trading.assign(step);
            case Operation.PostDocument step -> trading.post(step);
            case Operation.DeleteDocument step -> trading.delete(step);
            case Operation.Undo step -> trading.undo(step);
            case Operation.CreateTransfer step -> transfers.create(step);
            case Operation.UpdateTransfer step -> transfers.update(step);
            case Operation.ShipTransfer step -> transfers.ship(step);
            case Operation.ReceiveTransfer step -> transfers.receive(step);
            case Operation.RenameItem step -> throw new UnsupportedOperationException("rename " + step.item());
            case Operation.ExpectError step -> throw new IllegalArgumentException("nested " + step);
        };
    }

    private static Outcome outcome(List<String> refusals) {
        return refusals.isEmpty() ? Outcome.DONE : new Outcome.Refused(refusals);
    }

    private List<MemoryItem> itemsNamed(List<String> names) {
        return names.isEmpty()
                ? new TreeMap<>(items).values().stream().toList()
                : names.stream().map(name -> known(items, name)).toList();
    }

    private Outcome change(Operation.ChangeMasterData step) {
        switch (step.data()) {
            case MasterData.InventorySetup setup -> changeInventorySetup(setup);
            case MasterData.AccountingPeriod period -> {
                settings.change(period);
                if (period.averageCostCalcType().isPresent() || period.averageCostPeriod().isPresent()) {
                    markAverageItems();
                }
            }
            case MasterData.SalesSetup setup -> settings.change(setup);
            case MasterData.PurchasesSetup setup -> settings.change(setup);
            case MasterData.GeneralLedgerSetup _ -> {}
            case MasterData.Item _, MasterData.ItemUnit _, MasterData.ItemVariant _, MasterData.StockkeepingUnit _,
                    MasterData.Location _, MasterData.Currency _, MasterData.ExchangeRate _, MasterData.DefaultDimension _ ->
                masterFiles.change(step.action(), step.data());
        }
        return Outcome.DONE;
    }

    private void changeInventorySetup(MasterData.InventorySetup setup) {
        var before = settings.costPosting();
        if (settings.change(setup)) {
            markAverageItems();
        }
        var now = settings.costPosting();
        if (now.expected() && !before.expected()) {
            ledger.queue(rows.costEntriesNotFullyInvoiced(), new CostPostingSwitches(false, true));
        }
    }

    /** A new way of averaging makes every average open to question from the first fiscal year it holds for. */
    private void markAverageItems() {
        var policy = settings.averagePolicy();
        var from = settings.firstOpenYear();
        for (var item : items.values()) {
            if (item.facts().method().isAverage()) {
                var book = item.book();
                item.mark(book.entries().stream()
                        .flatMap(entry -> entry.values().stream()
                                .filter(value -> !value.valuationDate().isBefore(from))
                                .map(value -> new EntryPoint(
                                        policy.poolOf(entry.place(), value.valuationDate()), value.valuationDate())))
                        .toList());
            }
        }
    }

    /** Posts lines to the books of their items, then to the general ledger: everything or nothing. */
    private Outcome post(List<? extends PostingLine> lines) {
        return post(lines, _ -> {});
    }

    /** As before; afterwards hands on which entries the lines made. */
    Outcome post(List<? extends PostingLine> lines, Consumer<List<PostedLine>> afterwards) {
        var books = new TreeMap<ItemNo, ItemBook>();
        lines.forEach(line -> books.computeIfAbsent(line.item(), no -> known(items, no.code()).book()));
        var drawn = numbers.copy();
        return switch (Posting.post(lines, books, settings.postingRules(), drawn)) {
            case PostingOutcome.Refused refused ->
                new Outcome.Refused(refused.refusals().stream().map(one -> one.code() + " " + one).toList());
            case PostingOutcome.Posted outcome -> {
                write(outcome.changes(), settings.costPosting(), drawn);
                afterwards.accept(outcome.lines());
                if (settings.adjustsAlways()) {
                    outcome.toAdjust().forEach(item -> adjust(known(items, item.code()), settings.costPosting()));
                }
                yield Outcome.DONE;
            }
        };
    }

    private void write(Map<ItemNo, ItemChanges> changes, CostPostingSwitches switches, CountedNumbers drawn) {
        changes.forEach((item, change) -> known(items, item.code()).write(change));
        numbers = drawn;
        var entries = new ArrayList<CostEntry>();
        changes.forEach((item, change) -> change.values()
                .forEach(value -> entries.add(ledger.entry(value, rows.location(item, value.itemLedgerEntry())))));
        entries.sort(Comparator.comparing(CostEntry::no));
        var refused = ledger.take(entries, switches);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("no account: " + refused);
        }
    }

    private Outcome adjust(Operation.AdjustCost step) {
        var named = step.itemFilter().isPresent() ? List.of(step.itemFilter().get().split("\\|")) : step.items();
        var switches = new CostPostingSwitches(step.postToGl(), settings.costPosting().expected());
        for (var item : itemsNamed(named)) {
            adjust(item, switches);
        }
        return Outcome.DONE;
    }

    private void adjust(MemoryItem item, CostPostingSwitches switches) {
        var book = item.book();
        var drawn = numbers.copy();
        new CostAdjustment(settings.averagePolicy(), settings.adjustmentDates()).adjust(book, drawn);
        write(Map.of(item.no(), book.changes()), switches, drawn);
    }

    private Outcome postCost(Operation.PostCostToLedger step) {
        var method =
                switch (step.method()) {
                    case PER_ENTRY -> new PostingMethod.PerEntry();
                    case PER_POSTING_GROUP -> new PostingMethod.PerPostingGroup(new DocumentNo(step.document()));
                };
        var named = new LinkedHashSet<>(step.items());
        var entries = rows.costEntries().stream()
                .filter(entry -> named.isEmpty() || named.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(entry -> step.postingDateFrom().map(from -> !entry.postingDate().isBefore(from)).orElse(true))
                .filter(entry -> step.postingDateTo().map(to -> !entry.postingDate().isAfter(to)).orElse(true))
                .toList();
        ledger.post(entries, method, settings.costPosting().expected());
        return Outcome.DONE;
    }

    private Outcome close(Operation.CloseInventoryPeriod step) {
        var end = step.endingDate();
        var reasons = new ArrayList<String>();
        for (var item : items.values()) {
            var book = item.book();
            var unadjusted = book.points().stream().anyMatch(point -> !point.valuationDate().isAfter(end));
            var open = book.entries().stream()
                    .anyMatch(entry -> entry.isDecrease() && entry.isOpen() && !entry.postingDate().isAfter(end));
            if (unadjusted || open) {
                reasons.add("costing.period-not-closable " + item.no());
            }
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        settings.inventoryPeriods().put(end, true);
        settings.inventoryPeriods().headMap(end, true).replaceAll((_, _) -> true);
        return Outcome.DONE;
    }

    @Override
    public List<ItemLedgerRow> itemLedgerEntries() {
        return rows.itemLedgerEntries();
    }

    @Override
    public List<ValueRow> valueEntries() {
        return rows.valueEntries();
    }

    @Override
    public List<GeneralLedgerRow> generalLedgerEntries() {
        return rows.generalLedgerEntries();
    }

    @Override
    public List<ItemRow> items() {
        return rows.items();
    }

    @Override
    public List<StockkeepingUnitRow> stockkeepingUnits() {
        return rows.stockkeepingUnits();
    }

    @Override
    public List<RevaluationRow> revaluationLines() {
        return revaluations.rows();
    }

    @Override
    public List<InventoryPeriodRow> inventoryPeriods() {
        return settings.inventoryPeriods().entrySet().stream()
                .map(period -> new InventoryPeriodRow(period.getKey(), period.getValue()))
                .toList();
    }

    @Override
    public Optional<PostedLineRow> postedLine(String kind, String document, int line) {
        return posted.find(new PostedLineKey(PostedLines.typeOf(kind), new DocumentNo(document), new LineNo(line)))
                .map(found -> new PostedLineRow(kind, document, line, found.quantity().value(), found.isCorrected()));
    }

    @Override
    public List<PendingValueRow> pendingValueEntries() {
        return rows.pending();
    }

    @Override
    public void close() {
        items.clear();
    }
}
