package org.stockbook.scenario.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockbook.database.DatabaseUnavailable;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.LedgerTerms;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.PendingCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.periods.PeriodChange;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.database.ScratchDatabase;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.play.Books;
import org.stockbook.scenario.play.Cards;
import org.stockbook.scenario.play.PlayedCompany;
import org.stockbook.scenario.play.Settings;
import org.stockbook.scenario.play.TypedLine;

/** Books in a database of their own, posted by the services of inventory and finance. */
final class BooksInPostgres implements Books {
    private static final Logger LOG = LoggerFactory.getLogger(BooksInPostgres.class);
    private static final RegisterStamp STAMP =
            RegisterStamp.of("system", new SourceCode("ITEMJNL"), JournalBatchName.BLANK);

    private final ScratchDatabase database;
    private final DSLContext dsl;
    private final CompanyWork work;
    private final InventoryServices services;
    private final CardTables cardTables;
    private final SettingTables settingTables;
    private final AverageMarks averageMarks;
    private final Map<DimensionSetId, Map<String, String>> dimensionSets = new HashMap<>();

    BooksInPostgres(ScratchDatabase database, CompanyWork work, InventoryServices services) {
        this.database = database;
        this.dsl = database.dsl();
        this.work = work;
        this.services = services;
        this.cardTables = new CardTables(dsl);
        this.settingTables = new SettingTables(dsl);
        this.averageMarks = new AverageMarks(dsl);
    }

    /** The database was cloned from one that holds the cards and settings of this company. */
    void assumeKept(PlayedCompany company) {
        company.onPreparedBooks(cardTables::assume, settings -> {
            settingTables.assume(settings);
            averageMarks.use(settings.averagePolicy());
        });
    }

    @Override
    public void keep(Cards cards) {
        cardTables.keep(cards);
    }

    @Override
    public void keep(Settings settings) {
        settingTables.keep(settings);
        averageMarks.use(settings.averagePolicy());
    }

    @Override
    public void changeCosts(ItemNo item, CostCard costs) {
        cardTables.changeCosts(item, costs);
    }

    @Override
    public void changeCosts(ItemNo item, Place place, CostCard costs) {
        cardTables.changeCosts(item, place, costs);
    }

    @Override
    public void delete(MasterData data) {
        cardTables.delete(data);
    }

    @Override
    public void rename(ItemNo item, ItemNo newNo) {
        cardTables.rename(item, newNo);
    }

    @Override
    public void keep(Fixture.InventoryPostingSetup setup) {
        work.call(() -> {
            new FixtureTables(dsl).keep(setup);
            return setup;
        });
    }

    @Override
    public void keep(Fixture.GeneralPostingSetup setup) {
        work.call(() -> {
            new FixtureTables(dsl).keep(setup);
            return setup;
        });
    }

    @Override
    public void markAverages(LocalDate from) {
        var average = dsl.resultQuery("SELECT no FROM item WHERE costing_method = 'AVERAGE'").fetchInto(String.class);
        averageMarks.mark(histories(average.stream().map(ItemNo::new).toList()).values(), from);
    }

    @Override
    public void queueExpectedCost() {
        dsl.execute(
                """
                INSERT INTO pending_gl_posting (item_id, item_ledger_entry_no, value_entry_no, posting_date)
                SELECT v.item_id, v.item_ledger_entry_no, v.entry_no, v.posting_date
                FROM value_entry v JOIN item_ledger_entry e ON e.item_id = v.item_id AND e.entry_no = v.item_ledger_entry_no
                WHERE e.invoiced_quantity <> e.quantity AND v.inventoriable
                    AND v.cost_amount_expected <> v.expected_cost_posted_to_gl
                ON CONFLICT DO NOTHING""");
    }

    @Override
    public Map<ItemNo, ItemBook> histories(Collection<ItemNo> items) {
        return work.inTransaction(() -> new TreeMap<>(services.ledger().read(items).loadHistories(items)), _ -> true);
    }

    @Override
    public Outcome post(List<? extends PostingLine> lines, Consumer<List<PostedLine>> afterwards) {
        if (lines.isEmpty()) {
            return work.inTransaction(
                    () -> {
                        afterwards.accept(List.of());
                        return Outcome.DONE;
                    },
                    _ -> true);
        }
        return work.inTransaction(
                () -> switch (services.posting().post(STAMP, lines)) {
                    case InventoryOutcome.Refused refused -> refused(refused);
                    case InventoryOutcome.Posted posted -> {
                        afterwards.accept(posted.lines());
                        yield Outcome.DONE;
                    }
                },
                outcome -> outcome instanceof Outcome.Done);
    }

    @Override
    public Outcome postJournal(List<TypedLine> typed, List<? extends PostingLine> lines) {
        return TypedJournals.canType(typed)
                ? work.inTransaction(() -> new TypedJournals(services.journals()).post(typed), outcome -> outcome instanceof Outcome.Done)
                : post(lines, _ -> {});
    }

    @Override
    public List<String> closePeriod(LocalDate endingDate) {
        return work.inTransaction(
                () -> {
                    var periods = services.periods();
                    return refusals(periods.create(endingDate, ""), () -> refusals(periods.close(endingDate), List::of));
                },
                List::isEmpty);
    }

    private static List<String> refusals(PeriodChange change, Supplier<List<String>> otherwise) {
        return switch (change) {
            case PeriodChange.Done _ -> otherwise.get();
            case PeriodChange.Refused refused -> List.of(refused.code() + " " + refused.culprits());
        };
    }

    @Override
    public void reopenPeriod(LocalDate endingDate) {
        var refused = work.inTransaction(() -> refusals(services.periods().reopen(endingDate), List::of), List::isEmpty);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(refused.getFirst());
        }
    }

    private static Outcome refused(InventoryOutcome.Refused refused) {
        var reasons = new ArrayList<String>();
        refused.refusals().forEach(one -> reasons.add(one.code() + " " + one));
        refused.accounts().forEach(one -> reasons.add(one.refusal().code() + " " + one));
        return new Outcome.Refused(reasons);
    }

    @Override
    public void book(PostedInvoice invoice, LocalDate date) {
        var lines = invoice.booking().ledger().stream()
                .filter(line -> !line.amount().isZero())
                .map(line -> line(line, invoice, date))
                .toList();
        services.generalLedger().append(new GeneralLedgerPosting(STAMP, 0, List.of(lines)));
    }

    private static GeneralLedgerLine line(InvoiceBooking.LedgerLine line, PostedInvoice invoice, LocalDate date) {
        var groups = new PostingGroups(InventoryGroup.BLANK, line.groups().business(), line.groups().product());
        var origin = Origin.ofJournal(invoice.no(), date)
                .withDocument(invoice.type(), invoice.no(), 0)
                .withDimensions(line.dimensions());
        return new GeneralLedgerLine(line.account(), date, line.amount(), groups, origin, LedgerTerms.TYPED);
    }

    @Override
    public void adjust(Set<ItemNo> items, boolean postToLedger) {
        var result = work.call(() ->
                services.adjustment().adjust(new AdjustCosts.Request(items, postToLedger), LongWork.SILENT));
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException("not adjusted: " + result.failures());
        }
    }

    @Override
    public void postCost(PostingMethod method, Set<ItemNo> items, LocalDate from, LocalDate to) {
        var request = new PostCostToGeneralLedger.Request(method, new PendingCosts.Filter(items, from, to), false, RunLog.Origin.COMMAND_LINE);
        work.call(() -> services.costPosting().post(request, LongWork.SILENT));
    }

    @Override
    public Map<ValueEntryNo, CostParts> posted() {
        var posted = new HashMap<ValueEntryNo, CostParts>();
        dsl.resultQuery(
                        """
                        SELECT entry_no, cost_posted_to_gl, expected_cost_posted_to_gl FROM value_entry
                        WHERE cost_posted_to_gl <> 0 OR expected_cost_posted_to_gl <> 0""")
                .forEach(row -> posted.put(
                        new ValueEntryNo(row.get(0, Long.class)),
                        new CostParts(
                                Amount.of(row.get(1, BigDecimal.class)),
                                Amount.of(row.get(2, BigDecimal.class)))));
        return posted;
    }

    @Override
    public Set<ValueEntryNo> pending() {
        var pending = new HashSet<ValueEntryNo>();
        dsl.resultQuery("SELECT value_entry_no FROM pending_gl_posting")
                .forEach(row -> pending.add(new ValueEntryNo(row.get(0, Long.class))));
        return pending;
    }

    @Override
    public List<GeneralLedgerRow> generalLedger() {
        var rows = new ArrayList<GeneralLedgerRow>();
        dsl.resultQuery(
                        """
                        SELECT a.no, e.posting_date, e.document_no, e.amount, e.dimension_set_id
                        FROM gl_entry e JOIN gl_account a ON a.id = e.gl_account_id
                        ORDER BY e.entry_no""")
                .forEach(row -> rows.add(new GeneralLedgerRow(
                        rows.size() + 1,
                        row.get(0, String.class),
                        row.get(1, LocalDate.class),
                        row.get(2, String.class),
                        row.get(3, BigDecimal.class),
                        dimensions(new DimensionSetId(row.get(4, Long.class))))));
        return rows;
    }

    @Override
    public DimensionSetId dimensions(Map<String, String> values) {
        if (values.isEmpty()) {
            return DimensionSetId.EMPTY;
        }
        var codes = new TreeMap<DimensionCode, DimensionValueCode>();
        values.forEach((dimension, value) -> codes.put(new DimensionCode(dimension), new DimensionValueCode(value)));
        var combination = new DimensionCombination(codes);
        var sets = work.inTransaction(() -> services.dimensions().setsOf(List.of(combination)), _ -> true);
        return sets.getOrDefault(combination, DimensionSetId.EMPTY);
    }

    @Override
    public Map<String, String> dimensions(DimensionSetId set) {
        return set.equals(DimensionSetId.EMPTY)
                ? Map.of()
                : dimensionSets.computeIfAbsent(set, missing -> values(
                        work.call(() -> services.dimensions().combinationsOf(List.of(missing)))
                                .getOrDefault(missing, DimensionCombination.EMPTY)));
    }

    private static Map<String, String> values(DimensionCombination combination) {
        var values = new TreeMap<String, String>();
        combination.values().forEach((dimension, value) -> values.put(dimension.code(), value.code()));
        return values;
    }

    /** A database that cannot be dropped now goes when the server is started the next time. */
    @Override
    public void close() {
        try {
            database.close();
        } catch (DatabaseUnavailable leftOver) {
            LOG.warn("a scratch database is left over", leftOver);
        }
    }
}
