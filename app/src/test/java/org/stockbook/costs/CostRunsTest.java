package org.stockbook.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.PermissionMissing;
import org.stockbook.platform.security.Permissions;

/** Cost adjustment as an operation: logged, cancelled, killed, taken up again, scheduled; items excluded (spec: costing 6.10, 6.13). */
@SpringBootTest(properties = "stockbook.books-of-test=CostRunsTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class CostRunsTest {
    private static final int SALES = 6;
    private static final long PATIENCE = 60_000_000_000L;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InventoryPosting posting;

    @Autowired
    private AdjustCosts adjustCosts;

    @Autowired
    private PostCostToGeneralLedger postCost;

    @Autowired
    private VerifyBooks verifyBooks;

    @Autowired
    private ReconcileInventory reconcile;

    @Autowired
    private ExcludeItems exclude;

    @Autowired
    private NightlyCosts nightly;

    @Autowired
    private CostControls controls;

    @Autowired
    private CostRows rows;

    @Autowired
    private DataSource database;

    @Autowired
    private Environment environment;

    private CostingCompany company;

    @BeforeEach
    void a_company() {
        company = new CostingCompany(dsl, transaction, posting);
        company.found();
    }

    @Test
    void a_run_says_who_did_what_to_which_items() {
        var items = company.items("LOG", 3);
        company.trade(items, SALES);
        var result = as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.copyOf(items), false, RunLog.Origin.USER), LongWork.SILENT));

        var run = dsl.fetchSingle("SELECT status::text, origin::text, items_total, items_done, items_failed, entries_written FROM cost_run WHERE id = ?", result.run());
        assertThat(run.intoList()).containsExactly("FINISHED", "USER", 3, 3, 0, (long) result.entries());
        assertThat(dsl.fetchSingle("SELECT sum(amount) = (SELECT amount FROM cost_run WHERE id = ?) FROM cost_run_item WHERE cost_run_id = ?",
                result.run(), result.run()).get(0, Boolean.class)).isTrue();
        assertThat(result.entries()).isPositive();
    }

    @Test
    void a_cancelled_run_stops_at_a_safe_point_and_the_next_one_goes_on() {
        var items = company.items("CAN", 50);
        company.trade(items, 2);
        var begun = as(() -> adjustCosts.begin(new AdjustCosts.Request(Set.copyOf(items), false)));
        var result = as(() -> begun.run((_, _) -> controls.requestCancel(begun.number())));

        assertThat(statusOf(result.run())).isEqualTo("CANCELLED");
        var done = dsl.fetchSingle("SELECT items_done FROM cost_run WHERE id = ?", result.run()).get(0, Integer.class);
        assertThat(done).as("each of two workers finishes what it has begun").isIn(20, 40);
        var next = as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.copyOf(items), false), LongWork.SILENT));
        assertThat(next.items()).isEqualTo(50 - done);
    }

    /** Spec: costing 6.12. Somebody holds an item of the first transaction; the others are adjusted meanwhile, and in the end all is as by one. */
    @Test
    void items_are_adjusted_by_several_workers_at_once() throws Exception {
        var together = company.items("PAR", 100);
        var alone = company.items("ONE", 100);
        company.trade(together, SALES);
        company.trade(alone, SALES);
        alone.forEach(item -> as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(item), false), LongWork.SILENT)));
        try (var somebody = hold(together.getFirst()); var pool = Executors.newSingleThreadExecutor()) {
            var begun = as(() -> adjustCosts.begin(new AdjustCosts.Request(Set.copyOf(together), false)));
            var run = pool.submit(() -> as(() -> begun.run(LongWork.SILENT)));
            assertThat(waitUntil(begun.number(), 80)).as("items done beside the one that is held").isEqualTo(80);
            assertThat(run.isDone()).isFalse();
            somebody.rollback();
            assertThat(run.get().items()).isEqualTo(100);
        }
        var run = dsl.fetchSingle("SELECT status::text, items_done, items_failed, entries_written FROM cost_run ORDER BY id DESC LIMIT 1");
        assertThat(run.intoList().subList(0, 3)).containsExactly("FINISHED", 100, 0);
        assertThat(run.get(3, Long.class)).isEqualTo(
                dsl.fetchSingle("SELECT sum(entries_written) FROM cost_run_item i JOIN item ON item.id = i.item_id WHERE item.no LIKE 'PAR%'").get(0, Long.class));
        assertThat(company.costs("PAR")).isEqualTo(company.costs("ONE"));
        assertThat(as(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    private int waitUntil(long run, int items) throws InterruptedException {
        for (var end = System.nanoTime() + PATIENCE; System.nanoTime() < end; Thread.sleep(5)) {
            var done = dsl.fetchSingle("SELECT items_done FROM cost_run WHERE id = ?", run).get(0, Integer.class);
            if (done >= items) {
                return done;
            }
        }
        throw new AssertionError("the run does not come so far");
    }

    /** A transaction of somebody else that has locked an item. */
    private Connection hold(ItemNo item) throws SQLException {
        var session = database.getConnection();
        session.setAutoCommit(false);
        try (var lock = session.prepareStatement("SELECT FROM item_cost c JOIN item i ON i.id = c.item_id WHERE i.no = ? FOR NO KEY UPDATE OF c")) {
            lock.setString(1, item.code());
            lock.execute();
        }
        return session;
    }

    /** Killed in the middle, with postings on the same items before the next run: the same figures as undisturbed, nothing doubled. */
    @Test
    void a_killed_run_loses_and_doubles_nothing(@TempDir Path scratch) throws Exception {
        var undisturbed = company.items("UND", 120);
        var killed = company.items("KIL", 120);
        company.trade(undisturbed, SALES);
        company.trade(killed, SALES);
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.copyOf(undisturbed), false), LongWork.SILENT));

        var run = 0L;
        try (var somebody = hold(killed.get(90))) {   // so that the run cannot end before it is killed
            var program = program(killed, scratch);
            run = waitUntilSomeAreDone(program);
            sellOneMore(killed);
            program.destroyForcibly().waitFor();
            somebody.rollback();
        }
        var done = dsl.fetchSingle("SELECT items_done FROM cost_run WHERE id = ?", run).get(0, Integer.class);
        assertThat(done).as("items done when it was killed").isBetween(20, 100);
        assertThat(rowSoon(run, "interrupted")).as("the server notices soon that the program is gone").isEqualTo("interrupted");
        sellOneMore(undisturbed);
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(new HashSet<>(killed), false), LongWork.SILENT));
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(new HashSet<>(undisturbed), false), LongWork.SILENT));

        assertThat(company.costs("KIL")).isEqualTo(company.costs("UND"));
        assertThat(statusOf(run)).isEqualTo("INTERRUPTED");
        assertThat(as(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
        as(() -> postCost.post(PostCostToGeneralLedger.Request.EVERYTHING, LongWork.SILENT));
        assertThat(as(() -> reconcile.asOf(ReconcileInventory.ALWAYS)).agrees()).isTrue();
    }

    private Process program(List<ItemNo> items, Path scratch) throws Exception {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "org.stockbook.StockbookApplication", "adjust-cost", "--no-post-to-gl"));
        items.forEach(item -> command.addAll(List.of("--item", item.code())));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(scratch.resolve("program.log").toFile());
        builder.environment().put("STOCKBOOK_DATABASE_URL", environment.getRequiredProperty("stockbook.database.url"));
        return builder.directory(new File(".")).start();
    }

    /** The number of its run, as soon as it has committed something. */
    private long waitUntilSomeAreDone(Process program) throws InterruptedException {
        while (program.isAlive()) {
            var run = dsl.resultQuery("SELECT id FROM cost_run WHERE origin = 'COMMAND_LINE' AND status = 'RUNNING' AND items_done >= 20")
                    .fetchOptional(row -> row.get(0, Long.class));
            if (run.isPresent()) {
                return run.get();
            }
            Thread.sleep(2);
        }
        throw new AssertionError("the program ended before it could be killed");
    }

    /** On the day of the second sale, so that it reaches into what is being adjusted. */
    private void sellOneMore(List<ItemNo> items) {
        items.stream().skip(items.size() - 20).forEach(item -> company.post(List.of(
                CostingCompany.line(new LineNo(1), new CostingCompany.Goods(item, EntryType.SALE, -1, LocalDate.of(2026, 3, 5)), Amount.of("-7.00")))));
    }

    private String rowSoon(long run, String status) throws InterruptedException {
        for (var end = System.nanoTime() + PATIENCE; !rowOf(run).equals(status) && System.nanoTime() < end; ) {
            Thread.sleep(20);
        }
        return rowOf(run);
    }

    private String rowOf(long run) {
        return rows.costAdjustmentRuns().read(RowRequest.of(
                Criterion.equal("runNumber", run))).rows().getFirst().text("runStatus");
    }

    private String statusOf(long run) {
        return dsl.fetchSingle("SELECT status::text FROM cost_run WHERE id = ?", run).get(0, String.class);
    }

    /** Spec: costing 6.10, step 3b: averages of later periods wait, everything else is brought up to date. */
    @Test
    void a_run_may_stop_at_a_date() {
        var items = company.items("UNT", 2);
        company.trade(items, SALES);
        var january = new AdjustCosts.Request(Set.copyOf(items), false).until(LocalDate.of(2026, 1, 31));
        as(() -> adjustCosts.adjust(january, LongWork.SILENT));
        assertThat(waiting("UNT")).as("sold before it was bought, so the average counts from March on").containsExactly("UNT0001");
        assertThat(as(() -> adjustCosts.adjust(january, LongWork.SILENT)).items()).isZero();
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.copyOf(items), false), LongWork.SILENT));
        assertThat(waiting("UNT")).isEmpty();
    }

    private List<String> waiting(String prefix) {
        return dsl.fetch("SELECT DISTINCT i.no FROM unadjusted_cost_point p JOIN item i ON i.id = p.item_id WHERE i.no LIKE ? || '%'", prefix)
                .getValues(0, String.class);
    }

    @Test
    void sums_of_items_are_proven_too() {
        var item = company.items("SUM", 1).getFirst();
        company.trade(List.of(item), 2);
        var stock = "UPDATE item_stock SET quantity = quantity + ? WHERE item_id = (SELECT id FROM item WHERE no = 'SUM0001')";
        dsl.execute(stock, 1);
        assertThat(as(() -> verifyBooks.verify(LongWork.SILENT)).findings()).singleElement().asString().startsWith("sums item_stock");
        dsl.execute(stock, -1);
        assertThat(as(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    @Test
    void an_excluded_item_waits_until_it_is_included_again() {
        var items = company.items("EXC", 2);
        company.trade(items, 2);
        as(() -> exclude.exclude(items.getFirst(), "price looks wrong"));
        var without = as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.copyOf(items), false), LongWork.SILENT));
        assertThat(without.items()).isEqualTo(1);
        assertThat(reasonFor(items.getFirst())).isEqualTo("excluded");

        as(() -> exclude.include(items.getFirst()));
        assertThat(reasonFor(items.getFirst())).isEqualTo("automaticOff");
        assertThat(as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.copyOf(items), false), LongWork.SILENT)).items()).isEqualTo(1);
    }

    private String reasonFor(ItemNo item) {
        return rows.itemsToAdjust().read(RowRequest.of(
                Criterion.equal("itemNumber", item.code()))).rows().getFirst().text("reason");
    }

    @Test
    void the_night_is_worked_once_by_whoever_comes_first_and_not_too_late() {
        as(() -> {
            nightly.change(new NightlyCostWork(true, LocalTime.of(2, 0), true, true, true));
            return 0;
        });
        assertThat(nightly.workIfDue(LocalDateTime.parse("2026-05-04T01:59:00"))).isFalse();
        assertThat(nightly.workIfDue(LocalDateTime.parse("2026-05-04T03:01:00"))).isFalse();
        assertThat(nightly.workIfDue(LocalDateTime.parse("2026-05-04T02:00:30"))).isTrue();
        assertThat(nightly.workIfDue(LocalDateTime.parse("2026-05-04T02:05:00"))).isFalse();
        assertThat(nightly.workIfDue(LocalDateTime.parse("2026-05-05T02:00:30"))).isTrue();
        assertThat(dsl.fetchCount(DSL.table("cost_run"), DSL.condition("origin = 'SCHEDULE'"))).as("costs, general ledger and proof of two nights").isEqualTo(6);
    }

    @Test
    void nobody_runs_it_without_the_permission() {
        assertThatThrownBy(() -> adjustCosts.begin(AdjustCosts.Request.EVERYTHING)).isInstanceOf(PermissionMissing.class);
        assertThatThrownBy(() -> exclude.exclude(new ItemNo("X"), "no")).isInstanceOf(PermissionMissing.class);
        assertThatThrownBy(() -> nightly.change(controls.nightly())).isInstanceOf(PermissionMissing.class);
    }

    private static <T> T as(Supplier<T> work) {
        return Permissions.asStockbook(work);
    }
}
