package org.stockbook.inventory.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.inventory.store.ledger.Bicycles.BELL;
import static org.stockbook.inventory.store.ledger.Bicycles.BIKE;
import static org.stockbook.inventory.store.ledger.Bicycles.SHOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockbook.inventory.InventoryBooks;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.store.ledger.Bicycles.Deal;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.platform.database.ScratchDatabase;

/** The database says from when entries count, and says what their books would (spec: costing, section 7). */
class ValuationDatesTest {
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

    private final ScratchDatabase database = ScratchDatabase.create();
    private final DSLContext dsl = database.dsl();
    private final List<ItemLedgerEntryNo> entries = new ArrayList<>();

    /** Plain, with a second direct cost of a later date, with a charge, with a revaluation; and one of another item. */
    @BeforeEach
    void entries_of_many_kinds() {
        Bicycles.create(dsl);
        dsl.execute("INSERT INTO item_charge (no) VALUES ('FREIGHT')");
        dsl.transaction(transaction -> {
            var books = Bicycles.ledger(transaction.dsl()).lock(List.of(BELL, BIKE));
            var loaded = books.loadHistories(List.of(BELL, BIKE));
            var numbers = books.numbers(10);
            var bell = loaded.get(BELL);
            for (var i = 0; i < 4; i++) {
                entries.add(Bicycles.buy(bell, numbers, SHOP, Deal.of("5", "50.00", "2026-01-1" + i)));
            }
            later(bell, numbers, entries.get(1), new Kind(ValueEntryType.DIRECT_COST, ItemChargeNo.BLANK));
            later(bell, numbers, entries.get(2), new Kind(ValueEntryType.DIRECT_COST, new ItemChargeNo("FREIGHT")));
            later(bell, numbers, entries.get(3), new Kind(ValueEntryType.REVALUATION, ItemChargeNo.BLANK));
            Bicycles.buy(loaded.get(BIKE), numbers, SHOP, Deal.of("5", "50.00", "2026-01-01"));
            books.append(LedgerPosting.of(Bicycles.STAMP, loaded.values()));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_entry_counts_from_the_date_that_its_book_says() {
        var books = Bicycles.ledger(dsl).read(List.of(BELL, BIKE));
        var bell = books.loadHistories(List.of(BELL)).get(BELL);

        var dates = new TreeMap<ItemLedgerEntryNo, LocalDate>();
        entries.forEach(entry -> dates.putAll(dated(books, entry)));
        assertThat(dates).isEqualTo(entries.stream().collect(Collectors.toMap(entry -> entry, entry -> bell.entry(entry).valuationDate())));
        assertThat(dates.values()).map(LocalDate::toString).containsExactly("2026-01-10", "2026-06-01", "2026-01-12", "2026-01-13");
    }

    @Test
    void the_earliest_of_several_is_that_of_the_item_and_an_entry_of_another_has_none() {
        var books = Bicycles.ledger(dsl).read(List.of(BELL, BIKE));

        assertThat(books.valuedFrom(Map.of(BELL, Set.copyOf(entries.subList(1, 4))))).isEqualTo(Map.of(BELL, LocalDate.parse("2026-01-12")));
        assertThat(books.valuedFrom(Map.of(BIKE, Set.copyOf(entries)))).isEmpty();
    }

    private static Map<ItemLedgerEntryNo, LocalDate> dated(InventoryBooks books, ItemLedgerEntryNo entry) {
        Map<ItemNo, LocalDate> dates = books.valuedFrom(Map.of(BELL, Set.of(entry)));
        return Map.of(entry, dates.get(BELL));
    }

    /** Adds a value entry that counts from June on. */
    private static void later(ItemBook book, EntryNumbers numbers, ItemLedgerEntryNo no, Kind kind) {
        var first = book.entry(no).values().getFirst().entry();
        book.append(new ValueEntry(numbers.nextValueEntry(), no, first.itemLedgerEntryType(), kind.type(), first.variance(), kind.charge(), JUNE, first.valuedQuantity(),
                first.itemLedgerEntryQuantity(), first.invoicedQuantity(), first.costPerUnit(), first.cost(), first.trade(), false, true, false, false,
                first.appliesTo(), first.groups(), first.origin()), new ValueState(JUNE, false));
    }

    private record Kind(ValueEntryType type, ItemChargeNo charge) {}
}
