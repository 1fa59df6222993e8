package org.stockbook.scenario.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.InventoryPeriodRow;
import org.stockbook.scenario.company.ItemLedgerRow;
import org.stockbook.scenario.company.ItemRow;
import org.stockbook.scenario.company.OpenLineRow;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.company.PendingValueRow;
import org.stockbook.scenario.company.PostedLineRow;
import org.stockbook.scenario.company.RevaluationRow;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.company.StockkeepingUnitRow;
import org.stockbook.scenario.company.ValueRow;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.Operation;

/** A company that plays steps on some books. */
public final class PlayedCompany implements ScenarioCompany {
    /** The tags of what can be played. */
    public static final Set<String> FEATURES = Set.of(
            "average-cost", "average-cost-settings", "automatic-cost-adjustment", "cost-adjustment", "currency",
            "expected-cost-posting", "fifo-cost", "fixed-application", "get-receipt-lines", "gl-posting", "indirect-cost",
            "inventory-period", "invoice-discount", "item-charge", "item-journal", "item-tracking", "lifo-cost", "line-discount", "location",
            "prices-including-vat", "purchase", "purchase-return", "revaluation", "sales", "sales-return", "smoke",
            "specific-cost", "standard-cost", "transfer", "transfer-order", "undo", "units-of-measure", "variant",
            "zero-value-item");

    private final Books books;
    private final Settings settings;
    private final Cards cards;
    private final Journals journals;
    private final Revaluations revaluations;
    private final Trading trading;
    private final Transfers transfers;
    private final PostedLines posted = new PostedLines();
    private final LedgerRows rows;
    private final MasterDataChanges masterData;
    private Optional<Entries> known = Optional.empty();

    public PlayedCompany(Fixture fixture, Books books) {
        this.books = books;
        this.settings = new Settings(fixture);
        this.cards = new Cards(fixture);
        this.journals = new Journals(this);
        this.revaluations = new Revaluations(this);
        this.trading = new Trading(this, posted);
        this.transfers = new Transfers(this, trading, posted);
        this.rows = new LedgerRows(this);
        this.masterData = new MasterDataChanges(this, fixture);
    }

    /** Writes what the fixture holds into new books. */
    public PlayedCompany prepare() {
        books.keep(settings);
        books.keep(cards);
        cards.startingCosts().forEach(books::changeCosts);
        cards.startingUnitCosts().forEach((item, units) -> units.forEach((place, costs) -> books.changeCosts(item, place, costs)));
        return this;
    }

    /** Says to books that were prepared with the same fixture what they hold already. */
    public void onPreparedBooks(Consumer<Cards> holdCards, Consumer<Settings> holdSettings) {
        holdCards.accept(cards);
        holdSettings.accept(settings);
    }

    Books books() {
        return books;
    }

    Settings settings() {
        return settings;
    }

    Cards cards() {
        return cards;
    }

    Journals journals() {
        return journals;
    }

    /** The entries as they stand; read again after every step that may have changed them. */
    Entries entries() {
        var entries = known.orElseGet(() -> new Entries(books.histories(cards.itemNumbers())));
        known = Optional.of(entries);
        return entries;
    }

    @Override
    public Outcome execute(Operation operation) {
        try {
            return play(operation);
        } finally {
            known = known.filter(_ -> leavesEntries(operation));
        }
    }

    /** What only prepares a posting changes no entry. */
    private static boolean leavesEntries(Operation operation) {
        return switch (operation) {
            case Operation.WorkDate _, Operation.CalculateRevaluation _, Operation.CreateDocument _, Operation.UpdateDocument _,
                    Operation.AssignCharge _, Operation.DeleteDocument _, Operation.CreateTransfer _, Operation.UpdateTransfer _,
                    Operation.PostCostToLedger _ -> true;
            case Operation.ChangeMasterData _, Operation.RenameItem _, Operation.PostItemJournal _, Operation.PostRevaluation _,
                    Operation.PostDocument _, Operation.ShipTransfer _, Operation.ReceiveTransfer _, Operation.Undo _,
                    Operation.AdjustCost _, Operation.CloseInventoryPeriod _, Operation.ReopenInventoryPeriod _,
                    Operation.ExpectError _ -> false;
        };
    }

    private Outcome play(Operation operation) {
        return switch (operation) {
            case Operation.WorkDate step -> {
                settings.workOn(step.date());
                books.keep(settings);
                yield Outcome.DONE;
            }
            case Operation.ChangeMasterData step -> masterData.change(step);
            case Operation.PostItemJournal step -> {
                var lines = journals.postingLines(step.lines());
                var refusals = withoutLocation(lines);
                yield refusals.isEmpty() ? books.postJournal(journals.typed(step.lines()), lines) : new Outcome.Refused(refusals);
            }
            case Operation.CalculateRevaluation step -> outcome(revaluations.calculate(step));
            case Operation.PostRevaluation step -> {
                var prepared = revaluations.prepare(step.lines());
                yield prepared.refusals().isEmpty()
                        ? post(prepared.lines(), _ -> revaluations.clear())
                        : new Outcome.Refused(prepared.refusals());
            }
            case Operation.AdjustCost step -> adjust(step);
            case Operation.PostCostToLedger step -> postCost(step);
            case Operation.CloseInventoryPeriod step -> close(step.endingDate());
            case Operation.ReopenInventoryPeriod step -> {
                books.reopenPeriod(step.endingDate());
                settings.reopen(step.endingDate());
                books.keep(settings);
                yield Outcome.DONE;
            }
            case Operation.CreateDocument step -> trading.documents().create(step);
            case Operation.UpdateDocument step -> trading.documents().update(step);
            case Operation.AssignCharge step -> trading.assign(step);
            case Operation.PostDocument step -> trading.post(step);
            case Operation.DeleteDocument step -> trading.documents().delete(step);
            case Operation.Undo step -> trading.undo(step);
            case Operation.CreateTransfer step -> transfers.create(step);
            case Operation.UpdateTransfer step -> transfers.update(step);
            case Operation.ShipTransfer step -> transfers.ship(step);
            case Operation.ReceiveTransfer step -> transfers.receive(step);
            case Operation.RenameItem step -> rename(new ItemNo(step.item()), new ItemNo(step.to()));
            case Operation.ExpectError step -> throw new IllegalArgumentException("nested " + step);
        };
    }

    Outcome post(List<? extends PostingLine> lines, Consumer<List<PostedLine>> afterwards) {
        var refusals = withoutLocation(lines);
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        return books.post(lines, made -> {
            known = Optional.empty();
            afterwards.accept(made);
        });
    }

    private List<String> withoutLocation(List<? extends PostingLine> lines) {
        return settings.locationMandatory()
                ? lines.stream().filter(this::lacksLocation).map(line -> "common.field-required location, line " + line.line()).toList()
                : List.of();
    }

    /** Every reference to the item follows: entries, open documents, what was posted, revaluation lines. */
    private Outcome rename(ItemNo item, ItemNo newNo) {
        if (cards.find(newNo.code()).isPresent()) {
            return Outcome.Refused.of("items.already-exists " + newNo);
        }
        cards.item(item.code());
        cards.rename(item, newNo);
        books.rename(item, newNo);
        trading.documents().rename(item, newNo);
        transfers.rename(item, newNo);
        posted.rename(item, newNo);
        return Outcome.DONE;
    }

    /** What was read of the entries no longer holds. */
    void forgetEntries() {
        known = Optional.empty();
    }

    private boolean lacksLocation(PostingLine line) {
        var stocked = cards.item(line.item().code()).facts().isStocked();
        return stocked && switch (line) {
            case PostingLine.Movement movement -> movement.place().location().isBlank();
            case PostingLine.Transfer transfer -> transfer.from().location().isBlank() || transfer.to().location().isBlank();
            case PostingLine.Invoice _, PostingLine.Charge _, PostingLine.Revaluation _, PostingLine.Undo _ -> false;
        };
    }

    private static Outcome outcome(List<String> refusals) {
        return refusals.isEmpty() ? Outcome.DONE : new Outcome.Refused(refusals);
    }

    private Outcome adjust(Operation.AdjustCost step) {
        var named = new TreeSet<>(chosen(step.items()));
        step.itemFilter()
                .map(CodeFilter::new)
                .ifPresent(filter -> cards.itemNumbers().stream().filter(item -> filter.fits(item.code())).forEach(named::add));
        if (named.isEmpty() && step.itemFilter().isPresent()) {
            return Outcome.DONE;
        }
        books.adjust(named, step.postToGl());
        return Outcome.DONE;
    }

    private Set<ItemNo> chosen(List<String> items) {
        return items.stream().map(item -> cards.item(item).no()).collect(Collectors.toSet());
    }

    private Outcome postCost(Operation.PostCostToLedger step) {
        var method =
                switch (step.method()) {
                    case PER_ENTRY -> new PostingMethod.PerEntry();
                    case PER_POSTING_GROUP -> new PostingMethod.PerPostingGroup(new DocumentNo(step.document()));
                };
        books.postCost(
                method,
                chosen(step.items()),
                step.postingDateFrom().orElse(LocalDate.MIN),
                step.postingDateTo().orElse(LocalDate.MAX));
        return Outcome.DONE;
    }

    private Outcome close(LocalDate end) {
        var reasons = books.closePeriod(end);
        if (reasons.isEmpty()) {
            settings.close(end);
            books.keep(settings);
        }
        return outcome(reasons);
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
        return books.generalLedger();
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
        return new TreeMap<>(settings.inventoryPeriods()).entrySet().stream()
                .map(period -> new InventoryPeriodRow(period.getKey(), period.getValue()))
                .toList();
    }

    @Override
    public Optional<PostedLineRow> postedLine(String kind, String document, int line) {
        return posted.find(new PostedLineKey(PostedLines.typeOf(kind), new DocumentNo(document), new LineNo(line)))
                .map(found -> new PostedLineRow(kind, document, line, found.quantity().value(), found.invoiced().value(), found.isCorrected()));
    }

    @Override
    public Optional<OpenLineRow> openLine(String document, int line) {
        return trading.documents().find(document).flatMap(open -> open.row(line));
    }

    @Override
    public List<PendingValueRow> pendingValueEntries() {
        return rows.pending();
    }

    @Override
    public void close() {
        books.close();
    }

    /** A document by its name in the scenario. */
    static <T> T named(Map<String, T> documents, String name) {
        return Optional.ofNullable(documents.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no document " + name));
    }
}
