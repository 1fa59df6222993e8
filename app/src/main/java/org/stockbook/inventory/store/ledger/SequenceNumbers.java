package org.stockbook.inventory.store.ledger;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jooq.DSLContext;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.platform.database.RoundTrip;

/**
 * Numbers from the sequences, drawn many at a time. Numbers that are not used leave gaps, which is allowed (spec: ledger, I12);
 * within one posting they ascend, and since the item is locked, within one item too.
 */
final class SequenceNumbers implements EntryNumbers {
    private static final int AT_LEAST = 4;
    private static final int AT_MOST = 20_000;

    private final DSLContext dsl;
    private final int batch;
    private final Queue<Long> entries = new ArrayDeque<>();
    private final Queue<Long> values = new ArrayDeque<>();
    private final Queue<Long> applications = new ArrayDeque<>();
    private final Queue<Long> registers = new ArrayDeque<>();

    SequenceNumbers(DSLContext dsl, int expectedEntries) {
        this.dsl = dsl;
        this.batch = Math.clamp(expectedEntries, AT_LEAST, AT_MOST);
    }

    @Override
    public ItemLedgerEntryNo nextItemLedgerEntry() {
        return new ItemLedgerEntryNo(next(entries, "item_ledger_entry_no"));
    }

    @Override
    public ValueEntryNo nextValueEntry() {
        return new ValueEntryNo(next(values, "value_entry_no"));
    }

    @Override
    public ItemApplicationNo nextItemApplication() {
        return new ItemApplicationNo(next(applications, "item_application_no"));
    }

    /** The number of the register that these numbers will be written under. */
    long register() {
        if (registers.isEmpty()) {
            new RoundTrip().query("SELECT nextval('item_register_no')", row -> registers.add(row.getLong(1))).run(dsl);
        }
        return registers.remove();
    }

    private long next(Queue<Long> numbers, String sequence) {
        if (numbers.isEmpty()) {
            if (registers.isEmpty()) {
                drawFirst();
            } else {
                draw(new RoundTrip(), sequence, numbers).run(dsl);
            }
        }
        return numbers.remove();
    }

    /** The first time, everything that a posting needs comes in one round trip. */
    private void drawFirst() {
        var trip = new RoundTrip();
        draw(trip, "item_ledger_entry_no", entries);
        draw(trip, "value_entry_no", values);
        draw(trip, "item_application_no", applications);
        trip.query("SELECT nextval('item_register_no')", row -> registers.add(row.getLong(1))).run(dsl);
    }

    private RoundTrip draw(RoundTrip trip, String sequence, Queue<Long> numbers) {
        return trip.query("SELECT nextval('" + sequence + "') FROM generate_series(1, ?)", row -> numbers.add(row.getLong(1)), batch);
    }
}
