package org.stockbook.inventory.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stockbook.inventory.store.ledger.Bicycles.BELL;
import static org.stockbook.inventory.store.ledger.Bicycles.BIKE;
import static org.stockbook.inventory.store.ledger.Bicycles.RED_SHOP;
import static org.stockbook.inventory.store.ledger.Bicycles.SHOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.InventoryBooks;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.store.ledger.Bicycles.Deal;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.PoolBalance;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.ScratchDatabase;

/** Books come back as they were written, and only as much of them as a posting needs (spec: ledger, sections 2 to 4 and 11). */
class InventoryLedgerInPostgresTest {
    /** The driver names a statement, and the server keeps its plan, when it is used for the fifth time. */
    private static final int SEEN_UNTIL_PLANNED = 6;
    private static final String ENTRIES_READ = "SELECT idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'item_ledger_entry'";

    private final ScratchDatabase database = ScratchDatabase.create();
    private final DSLContext dsl = database.dsl();
    private final List<ItemLedgerEntryNo> made = new ArrayList<>();

    @BeforeEach
    void a_company() {
        Bicycles.create(dsl);
    }

    /** Whatever a test did, the sums agree with the ledgers. */
    @AfterEach
    void the_sums_agree() {
        try (database) {
            assertThat(new InventorySumsInPostgres(dsl).check()).isEmpty();
        }
    }

    @Test
    void what_was_written_is_read_back_field_by_field() {
        post(BIKE, (book, numbers) -> {
            var bought = Bicycles.buy(book, numbers, RED_SHOP, Deal.of("10", "100.00", "2026-01-02"));
            Bicycles.sell(book, numbers, bought, Deal.of("4.00001", "40.00", "2026-01-05"));
            Bicycles.adjust(book, numbers, bought, "-0.01");
        });

        var written = last.get(BIKE).entries().stream().toList();
        var read = history(BIKE).entries().stream().toList();
        assertThat(read).hasSize(2);
        assertThat(read.stream().map(BookedEntry::entry)).isEqualTo(written.stream().map(BookedEntry::entry).toList());
        assertThat(read.stream().map(BookedEntry::state)).isEqualTo(written.stream().map(BookedEntry::state).toList());
        assertThat(read.stream().map(InventoryLedgerInPostgresTest::values)).isEqualTo(written.stream().map(InventoryLedgerInPostgresTest::values).toList());
        assertThat(read.getFirst().feeding()).isEqualTo(written.getFirst().feeding());
        assertThat(read.getLast().sources()).isEqualTo(written.getLast().sources());
    }

    @Test
    void many_rows_are_written_as_few_are() {
        post(BIKE, (book, numbers) -> {
            for (var i = 0; i < 300; i++) {
                var bought = Bicycles.buy(book, numbers, SHOP, Deal.of("3", "29.97", "2026-01-02"));
                Bicycles.sell(book, numbers, bought, Deal.of("1", "9.99", "2026-01-03"));
            }
        });

        var book = history(BIKE);
        assertThat(book.entries()).hasSize(600);
        assertThat(book.entries().stream().map(BookedEntry::entry))
                .isEqualTo(last.get(BIKE).entries().stream().map(BookedEntry::entry).toList());
        assertThat(book.openIncreases(SHOP)).hasSize(300).allMatch(entry -> entry.remaining().equals(Quantity.of(2)));
    }

    @Test
    void only_open_increases_of_the_place_are_loaded_and_the_rest_is_balance() {
        post(BIKE, (book, numbers) -> {
            var used = Bicycles.buy(book, numbers, SHOP, Deal.of("10", "100.00", "2026-01-02"));
            Bicycles.sell(book, numbers, used, Deal.of("10", "100.00", "2026-01-03"));
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("5", "60.00", "2026-01-04")));
            Bicycles.sell(book, numbers, made.getLast(), Deal.of("2", "24.00", "2026-01-05"));
            Bicycles.buy(book, numbers, RED_SHOP, Deal.of("7", "70.00", "2026-01-04"));
        });

        var book = slice(Bicycles.request(BIKE, SHOP, "1"));
        assertThat(book.entries()).extracting(BookedEntry::no).containsExactly(made.getFirst());
        assertThat(book.entry(made.getFirst()).feeding()).as("its taker is not loaded").isEmpty();
        assertThat(book.balances()).containsExactlyInAnyOrder(
                new PoolBalance(SHOP, LocalDate.MIN, Quantity.of(-2), Quantity.of(-2), Amount.of("-24.00"), false),
                new PoolBalance(RED_SHOP, LocalDate.MIN, Quantity.of(7), Quantity.of(7), Amount.of("70.00"), false));
    }

    @Test
    void an_increase_that_may_be_used_up_brings_those_that_took_from_it() {
        post(BIKE, (book, numbers) -> {
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("5", "60.00", "2026-01-04")));
            made.add(Bicycles.sell(book, numbers, made.getFirst(), Deal.of("2", "24.00", "2026-01-05")));
        });

        assertThat(slice(Bicycles.request(BIKE, SHOP, "2.9")).entries()).extracting(BookedEntry::no).containsExactly(made.getFirst());
        var book = slice(Bicycles.request(BIKE, SHOP, "3"));
        assertThat(book.entries()).extracting(BookedEntry::no).containsExactlyElementsOf(made);
        assertThat(book.entry(made.getFirst()).feeding()).hasSize(1);
    }

    @Test
    void a_named_entry_brings_everything_downstream_and_its_other_sources() {
        post(BIKE, (book, numbers) -> {
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("2", "20.00", "2026-01-04")));
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("2", "24.00", "2026-01-04")));
            var sale = Bicycles.sell(book, numbers, made.getFirst(), Deal.of("2", "20.00", "2026-01-05"));
            made.add(sale);
            book.append(new ItemApplication(numbers.nextItemApplication(), sale, made.get(1), sale, Quantity.of(-1),
                    LocalDate.parse("2026-01-05"), ItemLedgerEntryNo.NONE, true));
            var back = Bicycles.buy(book, numbers, SHOP, Deal.of("1", "10.00", "2026-01-06"));
            made.add(back);
            book.append(new ItemApplication(numbers.nextItemApplication(), back, back, sale, Quantity.of(1),
                    LocalDate.parse("2026-01-06"), ItemLedgerEntryNo.NONE, true));
            made.add(Bicycles.sell(book, numbers, back, Deal.of("1", "10.00", "2026-01-07")));
            Bicycles.buy(book, numbers, RED_SHOP, Deal.of("9", "90.00", "2026-01-04"));
        });

        var book = slice(Bicycles.request(BIKE, RED_SHOP, "0", made.getFirst()));
        assertThat(book.entries()).extracting(BookedEntry::no).containsAll(made).hasSize(made.size() + 1);
        assertThat(book.entry(made.get(2)).sources()).hasSize(2);
        assertThat(book.entry(made.get(2)).costReceivers()).hasSize(1);
        assertThat(book.balances()).isEmpty();
    }

    @Test
    void an_average_item_is_opened_by_balances_per_date_without_its_entries() {
        post(BELL, (book, numbers) -> {
            var bought = Bicycles.buy(book, numbers, SHOP, Deal.of("10", "20.00", "2026-01-02"));
            Bicycles.sell(book, numbers, bought, Deal.of("3", "6.00", "2026-01-03"));
            Bicycles.sell(book, numbers, bought, Deal.of("7", "14.00", "2026-01-09"));
        });

        var book = slice(averages(LocalDate.parse("2026-01-03"), LocalDate.MAX));
        assertThat(book.entries()).isEmpty();
        assertThat(book.balances()).containsExactlyInAnyOrder(
                new PoolBalance(SHOP, LocalDate.MIN, Quantity.of(10), Quantity.of(10), Amount.of("20.00"), false),
                new PoolBalance(SHOP, LocalDate.parse("2026-01-03"), Quantity.of(-3), Quantity.of(-3), Amount.of("-6.00"), true),
                new PoolBalance(SHOP, LocalDate.parse("2026-01-09"), Quantity.of(-7), Quantity.of(-7), Amount.of("-14.00"), true));
    }

    @Test
    void of_an_average_item_all_that_counts_from_a_date_on_is_loaded() {
        post(BELL, (book, numbers) -> {
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("10", "20.00", "2026-01-02")));
            made.add(Bicycles.sell(book, numbers, made.getFirst(), Deal.of("3", "6.00", "2026-01-03")));
            made.add(Bicycles.sell(book, numbers, made.getFirst(), Deal.of("7", "14.00", "2026-01-09")));
        });

        var book = slice(averages(LocalDate.parse("2026-01-03"), LocalDate.parse("2026-01-09")));
        assertThat(book.entries()).extracting(BookedEntry::no).containsExactly(made.getLast());
        assertThat(book.balances()).containsExactlyInAnyOrder(
                new PoolBalance(SHOP, LocalDate.MIN, Quantity.of(10), Quantity.of(10), Amount.of("20.00"), false),
                new PoolBalance(SHOP, LocalDate.parse("2026-01-03"), Quantity.of(-3), Quantity.of(-3), Amount.of("-6.00"), true));
    }

    @Test
    void a_removed_application_is_kept_with_its_register_and_no_longer_loaded() {
        post(BIKE, (book, numbers) -> {
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("5", "60.00", "2026-01-04")));
            made.add(Bicycles.sell(book, numbers, made.getFirst(), Deal.of("2", "24.00", "2026-01-05")));
        });
        var register = change(BIKE, (book, _) -> {
            book.remove(book.entry(made.getLast()).sources().getFirst());
            book.change(book.entry(made.getFirst()), book.entry(made.getFirst()).state().withRemaining(Quantity.of(5)));
            book.change(book.entry(made.getLast()), book.entry(made.getLast()).state().withRemaining(Quantity.of(-2)));
        });

        assertThat(history(BIKE).entry(made.getFirst()).feeding()).isEmpty();
        assertThat(history(BIKE).openDecreases(SHOP)).hasSize(1);
        assertThat(dsl.fetchValue("SELECT removed_by_register_no FROM item_application WHERE quantity < 0")).isEqualTo(register);
    }

    @Test
    void a_moved_valuation_date_is_remembered_and_moves_the_pool() {
        post(BELL, (book, numbers) -> {
            made.add(Bicycles.buy(book, numbers, SHOP, Deal.of("10", "20.00", "2026-01-09")));
            made.add(Bicycles.sell(book, numbers, made.getFirst(), Deal.of("3", "6.00", "2026-01-03")));
        });
        var register = change(BELL, (book, _) -> {
            var value = book.entry(made.getLast()).values().getFirst();
            book.change(value, new ValueState(LocalDate.parse("2026-01-09"), true));
        });

        assertThat(history(BELL).entry(made.getLast()).valuationDate()).isEqualTo("2026-01-09");
        assertThat(dsl.fetch("SELECT item_register_no, old_valuation_date::text, new_valuation_date::text FROM value_entry_valuation_change")
                .getFirst().intoList()).containsExactly(register, "2026-01-03", "2026-01-09");
        assertThat(slice(averages(LocalDate.parse("2026-01-01"), LocalDate.MAX)).balances())
                .as("what is left out is the sale, on its new date")
                .containsExactly(new PoolBalance(SHOP, LocalDate.parse("2026-01-09"), Quantity.of(-3), Quantity.of(-3), Amount.of("-6.00"), true));
    }

    @Test
    void costs_and_points_are_kept_and_cleared() {
        dsl.execute("INSERT INTO stockkeeping_unit (item_id, variant_id, location_id) SELECT i.id, v.id, l.id FROM item i, item_variant v, location l"
                + " WHERE i.no = 'BIKE' AND v.code = 'RED' AND l.code = 'SHOP'");
        var point = new EntryPoint(SHOP, LocalDate.parse("2026-01-04"));
        change(BIKE, (book, _) -> {
            book.costs().change(book.costs().card().withUnitCost(UnitCost.of("12.34567")));
            book.costs().change(RED_SHOP, book.costs().card().withLastDirectCost(UnitCost.of("9")));
            book.mark(point);
        });

        var card = read(BIKE).items().get(BIKE);
        assertThat(card.card().unitCost()).isEqualTo(UnitCost.of("12.34567"));
        assertThat(card.stockkeepingUnits().get(RED_SHOP).lastDirectCost()).isEqualTo(UnitCost.of("9"));
        assertThat(card.points()).containsExactly(point);
        assertThat(dsl.fetchValue("SELECT count(*) FROM item_cost WHERE NOT cost_is_adjusted")).isEqualTo(1L);

        change(BIKE, (book, _) -> book.clearPoints(LocalDate.MAX));
        assertThat(read(BIKE).items().get(BIKE).points()).isEmpty();
        assertThat(dsl.fetchValue("SELECT count(*) FROM item_cost WHERE NOT cost_is_adjusted")).isEqualTo(0L);
    }

    @Test
    void an_item_without_changes_writes_no_register() {
        assertThat(change(BIKE, (_, _) -> {})).isZero();
        assertThat(dsl.fetchValue("SELECT count(*) FROM item_register")).isEqualTo(0L);
    }

    @Test
    void unknown_items_are_left_out_and_books_that_are_only_read_cannot_be_written() {
        var books = Bicycles.ledger(dsl).read(List.of(BIKE, new ItemNo("NOBODY")));

        assertThat(books.items()).containsOnlyKeys(BIKE);
        assertThat(books.numbers(1).nextItemLedgerEntry().value()).isGreaterThan(1L << 60);
        assertThatThrownBy(() -> books.append(LedgerPosting.of(Bicycles.STAMP, List.of()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sums_that_are_wrong_are_named_and_rebuilt() {
        post(BIKE, (book, numbers) -> Bicycles.buy(book, numbers, SHOP, Deal.of("5", "60.00", "2026-01-04")));
        dsl.execute("UPDATE inventory_balance SET quantity = 6");
        dsl.execute("DELETE FROM inventory_daily");
        dsl.execute("UPDATE inventory_monthly SET cost_posted_to_gl = 1");

        assertThat(new InventorySumsInPostgres(dsl).check()).extracting("table")
                .containsExactlyInAnyOrder("inventory_balance", "inventory_daily", "inventory_monthly");
        dsl.transaction(transaction -> new InventorySumsInPostgres(transaction.dsl()).rebuild());
        assertThat(new InventorySumsInPostgres(dsl).check()).isEmpty();
    }

    /** Two clerks with the same items in opposite order: one waits, nobody is refused. */
    @Test
    void items_are_locked_in_one_order_so_that_nobody_waits_in_a_circle() throws InterruptedException {
        var failures = new ArrayList<Throwable>();
        var threads = Stream.of(List.of(BIKE, BELL), List.of(BELL, BIKE), List.of(BIKE), List.of(BELL, BIKE)).map(items -> Thread.ofVirtual()
                .uncaughtExceptionHandler((_, failure) -> failures.add(failure)).start(() -> {
                    for (var i = 0; i < 20; i++) {
                        dsl.transaction(transaction -> {
                            var books = Bicycles.ledger(transaction.dsl()).lock(items);
                            var book = books.load(List.of(Bicycles.request(BIKE, SHOP, "0"))).get(BIKE);
                            Bicycles.buy(book, books.numbers(1), SHOP, Deal.of("1", "1.00", "2026-01-04"));
                            books.append(LedgerPosting.of(Bicycles.STAMP, List.of(book)));
                        });
                    }
                })).toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(history(BIKE).entries()).hasSize(80);
    }

    /** A session that began when the ledgers were empty keeps the plans that it made then. */
    @Test
    void what_left_last_is_found_without_reading_what_left_before() {
        var atFirst = 0L;
        for (var i = 0; i < SEEN_UNTIL_PLANNED; i++) {
            atFirst = entriesReadToSellOut();
        }
        assertThat(atFirst).isZero();
        tradeAndBuy();
        var few = entriesReadToSellOut();
        for (var i = 0; i < 30; i++) {
            tradeAndBuy();
        }
        // Each layer that is still open is chosen and read.
        assertThat(entriesReadToSellOut()).isPositive().isEqualTo(few + 2 * 30);
    }

    /** What came in last stands between the stock and what left last. */
    private void tradeAndBuy() {
        post(BIKE, (book, numbers) -> {
            var bought = Bicycles.buy(book, numbers, SHOP, Deal.of("1", "10.00", "2026-01-02"));
            Bicycles.sell(book, numbers, bought, Deal.of("1", "10.00", "2026-01-02"));
            Bicycles.buy(book, numbers, SHOP, Deal.of("1", "10.00", "2026-01-02"));
        });
    }

    private long entriesReadToSellOut() {
        return dsl.transactionResult(transaction -> {
            var cards = new ItemsQuery(LedgerKeys.Setups.read(transaction.dsl()));
            var first = new RoundTrip();
            cards.ask(first, List.of(BIKE), false);
            first.run(transaction.dsl());
            var trip = new RoundTrip();
            var read = new AtomicLong();
            BooksQuery.planOnce(trip);
            trip.query(ENTRIES_READ, row -> read.set(-row.getLong(1)));
            new BooksQuery(cards.keys(), () -> true).ask(trip, List.of(Bicycles.request(BIKE, SHOP, "40")), cards.keys());
            trip.query(ENTRIES_READ, row -> read.addAndGet(row.getLong(1)));
            trip.run(transaction.dsl());
            return read.get();
        });
    }

    private Map<ItemNo, ItemBook> last = Map.of();

    private long post(ItemNo item, BiConsumer<ItemBook, EntryNumbers> deeds) {
        return inTransaction(item, books -> books.load(List.of(
                new BookRequest(item, Map.of(), true, Set.of(), LocalDate.EPOCH, LocalDate.MAX))), deeds);
    }

    private long change(ItemNo item, BiConsumer<ItemBook, EntryNumbers> deeds) {
        return inTransaction(item, books -> books.loadHistories(List.of(item)), deeds);
    }

    private long inTransaction(
            ItemNo item, Function<InventoryBooks, Map<ItemNo, ItemBook>> load, BiConsumer<ItemBook, EntryNumbers> deeds) {
        return dsl.transactionResult(transaction -> {
            var books = Bicycles.ledger(transaction.dsl()).lock(List.of(item));
            last = load.apply(books);
            deeds.accept(last.get(item), books.numbers(3));
            return books.append(LedgerPosting.of(Bicycles.STAMP, last.values())).getFirst();
        });
    }

    private InventoryBooks read(ItemNo item) {
        return Bicycles.ledger(dsl).read(List.of(item));
    }

    private ItemBook history(ItemNo item) {
        return read(item).loadHistories(List.of(item)).get(item);
    }

    private ItemBook slice(BookRequest request) {
        return read(request.item()).load(List.of(request)).get(request.item());
    }

    private static BookRequest averages(LocalDate balancesFrom, LocalDate entriesFrom) {
        return new BookRequest(BELL, Map.of(SHOP, Quantity.ZERO), true, Set.of(), balancesFrom, entriesFrom);
    }

    private static List<Object> values(BookedEntry entry) {
        return entry.values().stream().<Object>mapMulti((value, sink) -> {
            sink.accept(value.entry());
            sink.accept(value.state());
        }).toList();
    }
}
