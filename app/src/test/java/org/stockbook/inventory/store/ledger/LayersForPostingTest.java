package org.stockbook.inventory.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.inventory.store.ledger.Bicycles.BIKE;
import static org.stockbook.inventory.store.ledger.Bicycles.SHOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.store.ledger.Bicycles.Deal;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.LockWait;
import org.stockbook.platform.database.ScratchDatabase;

/** Of an item with many open layers a posting loads those that it uses up, in the order of the costing method (spec: ledger, section 6.1). */
class LayersForPostingTest {
    private final ScratchDatabase database = ScratchDatabase.create();
    private final DSLContext dsl = database.dsl();
    private final List<ItemLedgerEntryNo> layers = new ArrayList<>();

    /** Four layers of five, the third of the earliest date. */
    @BeforeEach
    void four_open_layers() {
        Bicycles.create(dsl);
        dsl.transaction(transaction -> {
            var books = Bicycles.ledger(transaction.dsl()).lock(List.of(BIKE));
            var book = books.load(List.of(Bicycles.request(BIKE, SHOP, "0"))).get(BIKE);
            var numbers = books.numbers(4);
            for (var date : List.of("2026-01-04", "2026-01-06", "2026-01-02", "2026-01-08")) {
                layers.add(Bicycles.buy(book, numbers, SHOP, Deal.of("5", "50.00", date)));
            }
            books.append(LedgerPosting.of(Bicycles.STAMP, List.of(book)));
        });
    }

    @AfterEach
    void the_database_goes() {
        database.close();
    }

    @Test
    void the_oldest_layers_are_loaded_until_the_quantity_is_covered() {
        assertThat(loaded("5", false)).containsExactly(layers.get(2));
        assertThat(loaded("5.00001", false)).containsExactly(layers.get(0), layers.get(2));
        assertThat(loaded("100", false)).containsExactlyElementsOf(layers);
    }

    @Test
    void by_lifo_the_newest_ones_are() {
        dsl.execute("UPDATE item SET costing_method = 'LIFO'");

        assertThat(loaded("6", false)).containsExactly(layers.get(1), layers.get(3));
    }

    @Test
    void a_receipt_loads_none_and_a_line_that_may_use_any_layer_loads_all() {
        assertThat(loaded("0", false)).isEmpty();
        assertThat(loaded("1", true)).containsExactlyElementsOf(layers);
    }

    @Test
    void what_was_not_loaded_is_in_the_balance() {
        var book = book("1", false);

        assertThat(book.balances()).singleElement().satisfies(balance -> assertThat(balance.quantity()).isEqualTo(Quantity.of(15)));
    }

    @Test
    void books_that_come_with_the_lock_are_those_of_a_round_trip_of_their_own() {
        var ledger = Bicycles.ledger(dsl);
        var request = request("6", false);
        var likely = new InventoryLedger.Likely(List.of(request.item()), List.of(request), 1, 1, 0);
        for (var time = 0; time < 3; time++) {
            var apart = entries(ledger.lock(List.of(BIKE)).load(List.of(request)).get(BIKE));
            assertThat(entries(ledger.lock(likely, LockWait.PATIENT).load(List.of(request)).get(BIKE))).isEqualTo(apart);
        }
    }

    /** The guess is checked after the lock: another item of that number, a location of another key, a variant that is new. */
    @Test
    void a_guess_that_turns_out_wrong_changes_nothing() {
        var ledger = Bicycles.ledger(dsl);
        var request = request("6", false);
        var likely = new InventoryLedger.Likely(List.of(request.item()), List.of(request), 1, 1, 0);
        ledger.lock(likely, LockWait.PATIENT);
        dsl.execute("UPDATE item SET no = 'OLD' WHERE no = 'BIKE'");
        dsl.execute("UPDATE item SET no = 'BIKE' WHERE no = 'BELL'");

        assertThat(entries(ledger.lock(likely, LockWait.PATIENT).load(List.of(request)).get(BIKE))).as("the other item has no entries").isEmpty();
        dsl.execute("UPDATE item SET no = 'BELL' WHERE no = 'BIKE'");
        dsl.execute("UPDATE item SET no = 'BIKE' WHERE no = 'OLD'");
        dsl.execute("UPDATE location SET code = 'MALL' WHERE code = 'SHOP'");
        dsl.execute("INSERT INTO location (code) VALUES ('SHOP')");

        assertThat(entries(ledger.lock(likely, LockWait.PATIENT).load(List.of(request)).get(BIKE))).as("the other location has no entries").isEmpty();
    }

    private List<ItemLedgerEntryNo> loaded(String leaving, boolean allLayers) {
        return entries(book(leaving, allLayers));
    }

    private ItemBook book(String leaving, boolean allLayers) {
        return Bicycles.ledger(dsl).read(List.of(BIKE)).load(List.of(request(leaving, allLayers))).get(BIKE);
    }

    private static List<ItemLedgerEntryNo> entries(ItemBook book) {
        return book.entries().stream().map(BookedEntry::no).toList();
    }

    private static BookRequest request(String leaving, boolean allLayers) {
        return new BookRequest(BIKE, Map.of(SHOP, Quantity.of(leaving)), allLayers, Set.of(), LocalDate.EPOCH, LocalDate.MAX);
    }
}
