package org.stockbook.inventory.store.ledger;

import java.util.ArrayDeque;
import java.util.List;
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

    private final DSLContext dsl;
    private final int postings;
    private final int batch;
    private final Sequence entries = new Sequence("SELECT string_agg(nextval('item_ledger_entry_no')::text, ',') FROM generate_series(1, ?)");
    private final Sequence values = new Sequence("SELECT string_agg(nextval('value_entry_no')::text, ',') FROM generate_series(1, ?)");
    private final Sequence applications = new Sequence("SELECT string_agg(nextval('item_application_no')::text, ',') FROM generate_series(1, ?)");
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
        return new ItemLedgerEntryNo(entries.next());
    }

    @Override
    public ValueEntryNo nextValueEntry() {
        return new ValueEntryNo(values.next());
    }

    @Override
    public ItemApplicationNo nextItemApplication() {
        return new ItemApplicationNo(applications.next());
    }

    /** The number of the next register that these numbers will be written under. */
    long register() {
        if (registers.isEmpty()) {
            new RoundTrip().query("SELECT nextval('item_register_no')", row -> registers.add(row.getLong(1))).run(dsl);
        }
        return registers.remove();
    }

    /** Draws everything that a posting needs, within a round trip. */
    void ask(RoundTrip trip) {
        trip.query(EVERYTHING, row -> {
            registers.addAll(NumberList.of(row.getString(1)));
            entries.add(NumberList.of(row.getString(2)));
            values.add(NumberList.of(row.getString(3)));
            applications.add(NumberList.of(row.getString(4)));
        }, postings, batch);
    }

    private final class Sequence {
        private final String drawing;
        private final Queue<Long> numbers = new ArrayDeque<>();
        private int drawn;

        Sequence(String drawing) {
            this.drawing = drawing;
        }

        void add(List<Long> more) {
            numbers.addAll(more);
            drawn += more.size();
        }

        long next() {
            if (numbers.isEmpty()) {
                draw();
            }
            return numbers.remove();
        }

        /**
         * Half as many again as so far: nobody knows how many entries one line will correct, and thousands drawn by fours took longer
         * than all else that corrects them, while a third too many is the most that is left over.
         */
        private void draw() {
            var trip = new RoundTrip();
            if (registers.isEmpty()) {
                ask(trip);
            } else {
                trip.query(drawing, row -> add(NumberList.of(row.getString(1))), Math.clamp(drawn / 2, batch, AT_MOST));
            }
            trip.run(dsl);
        }
    }
}
