package org.stockbook.inventory.store.ledger;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jooq.DSLContext;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.platform.database.NumberList;
import org.stockbook.platform.database.RoundTrip;

/**
 * Numbers from the sequences, drawn many at a time. Numbers that are not used leave gaps, which is allowed (spec: ledger, I12);
 * within one posting they ascend, and since the item is locked, within one item too.
 */
final class SequenceNumbers implements EntryNumbers {
    private static final int AT_LEAST = 4;
    private static final int AT_MOST = 20_000;

    private static final String EVERYTHING = """
            SELECT (SELECT string_agg(nextval('item_register_no')::text, ',') FROM generate_series(1, ?)),
                string_agg(nextval('item_ledger_entry_no')::text, ','),
                string_agg(nextval('value_entry_no')::text, ','), string_agg(nextval('item_application_no')::text, ',')
            FROM generate_series(1, ?)""";
    private static final String ONE_SEQUENCE = "SELECT string_agg(nextval('%s')::text, ',') FROM generate_series(1, ?)";

    private final DSLContext dsl;
    private final int postings;
    private final int batch;
    private final Queue<Long> entries = new ArrayDeque<>();
    private final Queue<Long> values = new ArrayDeque<>();
    private final Queue<Long> applications = new ArrayDeque<>();
    private final Queue<Long> registers = new ArrayDeque<>();

    /**
     * @param postings how many registers are needed
     * @param expectedEntries how many item ledger entries will be written, roughly
     */
    SequenceNumbers(DSLContext dsl, int postings, int expectedEntries) {
        this.dsl = dsl;
        this.postings = postings;
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

    /** The number of the next register that these numbers will be written under. */
    long register() {
        if (registers.isEmpty()) {
            new RoundTrip().query("SELECT nextval('item_register_no')", row -> registers.add(row.getLong(1))).run(dsl);
        }
        return registers.remove();
    }

    private long next(Queue<Long> numbers, String sequence) {
        if (numbers.isEmpty()) {
            var trip = new RoundTrip();
            if (registers.isEmpty()) {
                ask(trip);
            } else {
                trip.query(ONE_SEQUENCE.formatted(sequence), row -> numbers.addAll(NumberList.of(row.getString(1))), batch);
            }
            trip.run(dsl);
        }
        return numbers.remove();
    }

    /** Draws everything that a posting needs, within a round trip. */
    void ask(RoundTrip trip) {
        trip.query(EVERYTHING, row -> {
            registers.addAll(NumberList.of(row.getString(1)));
            entries.addAll(NumberList.of(row.getString(2)));
            values.addAll(NumberList.of(row.getString(3)));
            applications.addAll(NumberList.of(row.getString(4)));
        }, postings, batch);
    }
}
