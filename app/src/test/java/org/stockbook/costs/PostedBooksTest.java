package org.stockbook.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.AutomaticCostAdjustment;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.PostingRequest;
import org.stockbook.inventory.SharedOutcome;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.shared.SharedPostings;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.database.LockWait;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.Permissions;

/** What is posted is in all books, proved and reconciled, whenever costs and accounts were brought up to date. */
@SpringBootTest(properties = "stockbook.books-of-test=PostedBooksTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class PostedBooksTest {
    private static final PostingGroups GROUPS =
            new PostingGroups(new InventoryGroup("RESALE"), BusinessGroup.BLANK, new ProductGroup("RETAIL"));
    private static final List<String> PLACES = List.of("", "EAST", "WEST");
    private static final RegisterStamp STAMP =
            RegisterStamp.of("system", new SourceCode("ITEMJNL"), new JournalBatchName("DEFAULT"));

    private static int madeItems;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InventoryPosting posting;

    @Autowired
    private SharedPostings shared;

    @Autowired
    private AdjustCosts adjustCosts;

    @Autowired
    private PostCostToGeneralLedger postCost;

    @Autowired
    private VerifyBooks verifyBooks;

    @Autowired
    private ReconcileInventory reconcile;

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(org.jooq.impl.DSL.table("inventory_posting_setup")) > 0) {
            return;
        }
        dsl.execute("INSERT INTO location (code) VALUES ('EAST'), ('WEST')");
        dsl.execute("INSERT INTO inventory_posting_group (code) VALUES ('RESALE')");
        dsl.execute("INSERT INTO general_product_group (code) VALUES ('RETAIL')");
        dsl.execute("INSERT INTO gl_account (no) SELECT no FROM unnest(ARRAY['1300','1305','2250','5000','5005','5050','5100','5110','5200']) AS no");
        dsl.execute("""
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT l.id, g.id, (SELECT id FROM gl_account WHERE no = '1300'), (SELECT id FROM gl_account WHERE no = '1305')
                FROM location l, inventory_posting_group g""");
        dsl.execute("""
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id, cost_of_goods_sold_account_id,
                    cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id, inventory_accrual_interim_account_id,
                    direct_cost_applied_account_id, overhead_applied_account_id, purchase_variance_account_id)
                SELECT 0, g.id, a('5000'), a('5005'), a('5050'), a('2250'), a('5100'), a('5110'), a('5200')
                FROM general_product_group g""".replaceAll("a\\('(\\d+)'\\)", "(SELECT id FROM gl_account WHERE no = '$1')"));
    }

    @ParameterizedTest
    @EnumSource(AutomaticCostAdjustment.class)
    void books_are_clean_and_agree_with_the_general_ledger(AutomaticCostAdjustment mode) {
        dsl.execute("UPDATE inventory_setup SET automatic_cost_adjustment = '" + mode + "', automatic_cost_posting = " + (mode.ordinal() % 2 == 0));
        var random = new Random(mode.ordinal());
        var items = newItems();
        for (var journal = 0; journal < 12; journal++) {
            var lines = new ArrayList<PostingLine>();
            for (var line = 1; line <= 25; line++) {
                lines.add(randomLine(random, items, new LineNo(line), journal));
            }
            post(lines);
        }
        Permissions.asStockbook(() -> {
            adjustCosts.adjust(new AdjustCosts.Request(Set.of(), mode.ordinal() % 2 == 0), LongWork.SILENT);
            var posted = postCost.post(PostCostToGeneralLedger.Request.EVERYTHING, LongWork.SILENT);
            assertThat(posted.skipped()).isEmpty();
            assertThat(verifyBooks.verify(LongWork.SILENT).findings()).isEmpty();
            var reconciliation = reconcile.asOf(LocalDate.of(2026, 12, 31));
            assertThat(reconciliation.reconciliation().comparisons()).allSatisfy(compared -> assertThat(compared.difference()).as("%s", compared.types()).isEqualTo(Amount.ZERO));
            assertThat(adjustCosts.adjust(AdjustCosts.Request.EVERYTHING, LongWork.SILENT).entries()).isZero();
            return 0;
        });
    }

    /** The same business twice, on two sets of items: each posting in a transaction of its own, and several in one. */
    @ParameterizedTest
    @EnumSource(value = AutomaticCostAdjustment.class, names = {"NEVER", "DAY", "ALWAYS"})
    void postings_that_share_a_transaction_write_what_each_alone_would_write(AutomaticCostAdjustment mode) {
        dsl.execute("UPDATE inventory_setup SET automatic_cost_adjustment = '" + mode + "', automatic_cost_posting = " + (mode != AutomaticCostAdjustment.NEVER));
        for (var seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            var alone = newItems();
            var together = newItems();
            for (var group = 0; group < 6; group++) {
                var shapes = new ArrayList<Long>();
                for (var request = 1 + random.nextInt(6); request > 0; request--) {
                    shapes.add(random.nextLong());
                }
                var journal = group;
                shapes.forEach(shape -> post(lines(shape, alone, journal)));
                var registers = registersOf(shapes.stream().map(shape -> new PostingRequest(STAMP, lines(shape, together, journal))).toList());
                assertThat(registers).doesNotHaveDuplicates().hasSameSizeAs(shapes);
            }
            for (var i = 0; i < alone.size(); i++) {
                assertThat(ledgersOf(together.get(i))).as("seed %s, %s", seed, alone.get(i)).isEqualTo(ledgersOf(alone.get(i)));
            }
        }
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT).findings())).isEmpty();
    }

    private List<PostingLine> lines(long shape, List<ItemNo> items, int journal) {
        var random = new Random(shape);
        var lines = new ArrayList<PostingLine>();
        for (var line = 1 + random.nextInt(3); line > 0; line--) {
            lines.add(randomLine(random, items, new LineNo(10 - line), journal));
        }
        return lines;
    }

    private List<Long> registersOf(List<PostingRequest> requests) {
        return transaction.execute(_ -> switch (posting.post(requests, LockWait.PATIENT)) {
            case SharedOutcome.Posted posted -> posted.outcomes().stream().map(InventoryOutcome.Posted::register).toList();
            case SharedOutcome.Refused refused -> throw new AssertionError(refused.toString());
        });
    }

    /** All that the ledgers say of an item but numbers and times, in order. */
    private String ledgersOf(ItemNo item) {
        return dsl.fetch("""
                WITH of_item AS (SELECT id FROM item WHERE no = ?),
                    entries AS (SELECT e.*, rank() OVER (ORDER BY entry_no) AS place FROM item_ledger_entry e JOIN of_item i ON i.id = e.item_id)
                SELECT place, e.posting_date, e.quantity, e.remaining_quantity, e.invoiced_quantity, e.to_adjust,
                    (SELECT string_agg(concat_ws(' ', v.value_entry_type, v.valuation_date, v.valued_by_average_cost, v.cost_amount_actual,
                        v.cost_amount_expected, v.cost_posted_to_gl, v.adjustment), '; ' ORDER BY v.entry_no) FROM value_entry v WHERE v.item_ledger_entry_no = e.entry_no),
                    (SELECT string_agg(concat_ws(' ', o.place, a.quantity), '; ' ORDER BY a.entry_no)
                        FROM item_application a JOIN entries o ON o.entry_no = a.inbound_entry_no WHERE a.outbound_entry_no = e.entry_no),
                    (SELECT sum(g.amount) FILTER (WHERE g.amount > 0) FROM gl_entry_value_entry r JOIN gl_entry g ON g.entry_no = r.gl_entry_no WHERE r.item_ledger_entry_no = e.entry_no)
                FROM entries e ORDER BY place""", item.code()).formatCSV()
                + dsl.fetch("SELECT location_id, quantity, cost_amount_actual, cost_amount_expected FROM inventory_balance WHERE item_id = (SELECT id FROM item WHERE no = ?) ORDER BY 1", item.code()).formatCSV()
                + dsl.fetch("SELECT unit_cost, last_direct_cost, cost_is_adjusted FROM item_cost WHERE item_id = (SELECT id FROM item WHERE no = ?)", item.code()).formatCSV();
    }

    /** Four callers on the same items at once; one line in ten is refused, and only that one. */
    @Test
    void callers_at_the_same_time_share_transactions_and_a_refusal_is_nobody_elses() throws Exception {
        dsl.execute("UPDATE inventory_setup SET automatic_cost_adjustment = 'ALWAYS', automatic_cost_posting = true");
        var items = newItems();
        var before = dsl.fetchCount(org.jooq.impl.DSL.table("item_register"));
        var posted = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(4)) {
            var working = new ArrayList<Future<?>>();
            for (var caller = 0; caller < 4; caller++) {
                var random = new Random(caller);
                working.add(callers.submit(() -> {
                    for (var turn = 0; turn < 50; turn++) {
                        var line = turn % 10 == 7
                                ? line(new Goods(items.getFirst(), "", EntryType.CONSUMPTION, -1_000_000), new LineNo(1), "2026-02-01", "-1.00")
                                : randomLine(random, items, new LineNo(1), turn / 5);
                        (shared.post(order(line)) instanceof SharedPostings.Outcome.Answered ? posted : refused).incrementAndGet();
                    }
                }));
            }
            for (var one : working) {
                one.get();
            }
        }
        assertThat(refused).hasValue(20);
        assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("item_register")) - before).isEqualTo(posted.get()).isEqualTo(180);
        assertThat(dsl.fetch("""
                SELECT e.entry_no FROM item_ledger_entry e JOIN item_register r ON r.no = e.item_register_no
                WHERE e.entry_no NOT BETWEEN r.first_item_ledger_entry_no AND r.last_item_ledger_entry_no""")).as("entries outside their register").isEmpty();
        assertThat(dsl.fetch("SELECT item_register_no FROM gl_register GROUP BY 1 HAVING item_register_no IS NOT NULL AND count(*) > 1")).isEmpty();
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT).findings())).isEmpty();
    }

    /** Who waits for an item that somebody holds keeps nobody waiting who posts another. */
    @Test
    @Timeout(60)
    void an_item_that_is_held_holds_up_nobody_else() throws Exception {
        var items = newItems();
        post(List.of(line(new Goods(items.get(0), "", EntryType.PURCHASE, 1), new LineNo(1), "2026-03-01", "1.00")));
        post(List.of(line(new Goods(items.get(1), "", EntryType.PURCHASE, 1), new LineNo(1), "2026-03-01", "1.00")));
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = callers.submit(() -> transaction.executeWithoutResult(_ -> {
                dsl.execute("SELECT FROM item_cost WHERE item_id = (SELECT id FROM item WHERE no = ?) FOR UPDATE", items.getFirst().code());
                held.countDown();
                waitFor(release);
            }));
            held.await();
            var waiting = callers.submit(() -> shared.post(order(line(new Goods(items.get(0), "", EntryType.SALE, -1), new LineNo(1), "2026-03-02", "-1.00"))));
            var others = new ArrayList<Future<SharedPostings.Outcome>>();
            for (var other = 0; other < 5; other++) {
                others.add(callers.submit(() -> shared.post(order(line(new Goods(items.get(1), "", EntryType.PURCHASE, 1), new LineNo(1), "2026-03-02", "1.00")))));
            }
            for (var other : others) {
                assertThat(other.get()).isInstanceOf(SharedPostings.Outcome.Answered.class);
            }
            assertThat(waiting.isDone()).isFalse();
            release.countDown();
            holder.get();
            assertThat(waiting.get()).isInstanceOf(SharedPostings.Outcome.Answered.class);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static SharedPostings.Order order(PostingLine line) {
        return new SharedPostings.Order(new RepeatableCalls.Call("", ""), new PostingRequest(STAMP, List.of(line)), _ -> CallAnswer.of(200, ""));
    }

    @Test
    void a_preview_shows_what_posting_writes_and_writes_nothing() {
        var items = newItems();
        var lines = List.<PostingLine>of(
                line(new Goods(items.getFirst(), "", EntryType.PURCHASE, 7), new LineNo(1), "2026-01-01", "10.00"),
                line(new Goods(items.getFirst(), "", EntryType.SALE, -3), new LineNo(2), "2026-01-02", "-4.29"));
        var before = dsl.fetchCount(org.jooq.impl.DSL.table("value_entry"));
        var preview = (InventoryOutcome.Posted) posting.preview(STAMP, lines);
        assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("value_entry"))).isEqualTo(before);
        var posted = post(lines);
        assertThat(posted.values().stream().map(value -> value.entry().cost()))
                .containsExactlyElementsOf(preview.values().stream().map(value -> value.entry().cost()).toList());
        assertThat(posted.generalLedger().stream().map(each -> each.amount()))
                .containsExactlyElementsOf(preview.generalLedger().stream().map(each -> each.amount()).toList());
    }

    private List<ItemNo> newItems() {
        var items = new ArrayList<ItemNo>();
        for (var method : List.of(CostingMethod.FIFO, CostingMethod.LIFO, CostingMethod.AVERAGE, CostingMethod.STANDARD)) {
            var no = method + "-" + ++madeItems;
            dsl.execute("INSERT INTO item (no, costing_method) VALUES (?, ?::costing_method)", no, method.name());
            dsl.execute("UPDATE item_cost SET unit_cost = 7.5, standard_cost = 7.5 WHERE item_id = (SELECT id FROM item WHERE no = ?)", no);
            items.add(new ItemNo(no));
        }
        return items;
    }

    private PostingLine randomLine(Random random, List<ItemNo> items, LineNo no, int journal) {
        var item = items.get(random.nextInt(items.size()));
        var place = PLACES.get(random.nextInt(PLACES.size()));
        var date = LocalDate.of(2026, 1, 1).plusDays(journal * 3L + random.nextInt(5) - random.nextInt(9) + 9).toString();
        return random.nextInt(5) < 2
                ? line(new Goods(item, place, EntryType.PURCHASE, 1 + random.nextInt(20)), no, date, Amount.ofUnscaled(100 + random.nextInt(9000)).toString())
                : line(new Goods(item, place, EntryType.SALE, -1 - random.nextInt(9)), no, date, "-7.50");
    }

    private static PostingLine line(Goods goods, LineNo no, String date, String amount) {
        var on = LocalDate.parse(date);
        var quantity = Quantity.of(goods.quantity());
        var direct = Amount.of(amount);
        var unitCost = quantity.isPositive() ? direct.per(quantity) : UnitCost.of("7.5");
        var origin = Origin.ofJournal(new DocumentNo("J-" + no.value()), on);
        return new PostingLine.Movement(
                no, goods.item(), new Place(VariantCode.BLANK, new LocationCode(goods.location())), goods.type(), on, quantity,
                UnitUsed.BASE, FixedApplication.AUTOMATIC, Tracking.NONE, false,
                new LineCost(direct, unitCost, direct, Percentage.ZERO, UnitCost.ZERO, Amount.ZERO), Trade.NONE, GROUPS, origin,
                new Invoicing.AtOnce(origin));
    }

    private InventoryOutcome.Posted post(List<PostingLine> lines) {
        return transaction.execute(_ -> switch (posting.post(STAMP, lines)) {
            case InventoryOutcome.Posted posted -> posted;
            case InventoryOutcome.Refused refused -> throw new AssertionError(refused.toString());
        });
    }

    private record Goods(ItemNo item, String location, EntryType type, long quantity) {}
}
