package org.stockbook.inventory.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.inventory.store.ledger.Bicycles.BELL;
import static org.stockbook.inventory.store.ledger.Bicycles.BIKE;
import static org.stockbook.inventory.store.ledger.Bicycles.RED_SHOP;
import static org.stockbook.inventory.store.ledger.Bicycles.SHOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.store.ledger.Bicycles.Deal;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ScratchDatabase;

/** Where a change reaches nearly all that an item has seen, its history is read from end to end; otherwise only what is reached. */
class WholeHistoryTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private final ScratchDatabase database = ScratchDatabase.create();
    private final DSLContext dsl = database.dsl();
    private final List<ItemLedgerEntryNo> named = new ArrayList<>();

    @BeforeEach
    void a_company() {
        Bicycles.create(dsl);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_receipt_that_hundreds_took_from_brings_the_history() {
        buyAndSell(BIKE, 400, "2026-01-02");
        aside(100);

        var book = slice(BIKE, named, LocalDate.MAX);
        assertThat(book.entries()).hasSize(501);
        assertThat(rows(book)).isEqualTo(rows(history(BIKE)));
    }

    @Test
    void other_items_of_the_same_posting_keep_to_what_is_reached() {
        buyAndSell(BIKE, 400, "2026-01-02");
        buyAndSell(BELL, 5, "2026-01-02");
        buyAndSell(BELL, 5, "2026-03-02");

        var books = Bicycles.ledger(dsl).read(List.of(BIKE, BELL)).load(List.of(
                request(BIKE, named.subList(0, 1), LocalDate.MAX), request(BELL, List.of(), MARCH)));
        assertThat(books.get(BIKE).entries()).hasSize(401);
        assertThat(books.get(BELL).entries()).hasSize(6).allMatch(entry -> !entry.postingDate().isBefore(MARCH));
        assertThat(books.get(BIKE).balances()).isEmpty();
    }

    @Test
    void a_small_part_of_a_long_history_is_read_alone() {
        buyAndSell(BIKE, 350, "2026-01-02");
        aside(400);

        var book = slice(BIKE, named, LocalDate.MAX);
        assertThat(book.entries()).hasSize(351);
        assertThat(book.balances()).hasSize(1);
    }

    @Test
    void what_counts_from_a_date_on_brings_the_history_of_an_average_item() {
        buyAndSell(BELL, 100, "2026-02-02");
        buyAndSell(BELL, 300, "2026-03-02");

        var book = slice(BELL, List.of(), MARCH);
        assertThat(book.entries()).hasSize(402);
        assertThat(book.balances()).isEmpty();
        assertThat(rows(book)).isEqualTo(rows(history(BELL)));
        assertThat(slice(BELL, List.of(), MARCH.plusMonths(1)).entries()).isEmpty();
    }

    private void buyAndSell(ItemNo item, int sales, String date) {
        post(item, (book, numbers) -> {
            named.add(Bicycles.buy(book, numbers, SHOP, Deal.of("1000", "2000.00", date)));
            for (var i = 0; i < sales; i++) {
                Bicycles.sell(book, numbers, named.getLast(), Deal.of("1", "2.00", date));
            }
        });
    }

    /** What no named entry reaches. */
    private void aside(int receipts) {
        post(BIKE, (book, numbers) -> {
            for (var i = 0; i < receipts; i++) {
                Bicycles.buy(book, numbers, RED_SHOP, Deal.of("1", "3.00", "2026-01-03"));
            }
        });
    }

    private void post(ItemNo item, BiConsumer<ItemBook, EntryNumbers> deeds) {
        dsl.transaction(transaction -> {
            var books = Bicycles.ledger(transaction.dsl()).lock(List.of(item));
            var loaded = books.load(List.of(request(item, List.of(), LocalDate.MAX)));
            deeds.accept(loaded.get(item), books.numbers(3));
            books.append(LedgerPosting.of(Bicycles.STAMP, loaded.values()));
        });
    }

    private ItemBook slice(ItemNo item, List<ItemLedgerEntryNo> entries, LocalDate from) {
        return Bicycles.ledger(dsl).read(List.of(item)).load(List.of(request(item, entries, from))).get(item);
    }

    private ItemBook history(ItemNo item) {
        var read = Bicycles.ledger(dsl).read(List.of(item));
        return read.loadHistories(List.of(item)).get(item);
    }

    /** All that a book holds, in its order. */
    private static List<Object> rows(ItemBook book) {
        var rows = new ArrayList<Object>(book.balances());
        for (var entry : book.entries()) {
            rows.addAll(List.of(entry.entry(), entry.state(), entry.sources(), entry.feeding()));
            entry.values().forEach(value -> rows.addAll(List.of(value.entry(), value.state())));
        }
        return rows;
    }

    private static BookRequest request(ItemNo item, List<ItemLedgerEntryNo> entries, LocalDate from) {
        var balancesFrom = from.equals(LocalDate.MAX) ? LocalDate.EPOCH : from;
        return new BookRequest(item, Map.of(SHOP, Quantity.ZERO), !entries.isEmpty(), Set.copyOf(entries), balancesFrom, from);
    }
}
