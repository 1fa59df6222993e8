package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.GlEntryValueEntry.GL_ENTRY_VALUE_ENTRY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerNumbers;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.InventoryBooks.CostRelation;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.EarlyRelease;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.TableWriter;

/** Books of locked items: what was added to them can be written. */
final class LockedBooks extends ReadBooks {
    private static final TableWriter<RelationRow> RELATIONS = TableWriter.<RelationRow>into(GL_ENTRY_VALUE_ENTRY)
            .int8(GL_ENTRY_VALUE_ENTRY.GL_ENTRY_NO, RelationRow::generalLedgerEntry)
            .int8(GL_ENTRY_VALUE_ENTRY.ITEM_ID, RelationRow::item)
            .int8(GL_ENTRY_VALUE_ENTRY.ITEM_LEDGER_ENTRY_NO, row -> row.relation().itemLedgerEntry().value())
            .int8(GL_ENTRY_VALUE_ENTRY.VALUE_ENTRY_NO, row -> row.relation().valueEntry().value())
            .int8(GL_ENTRY_VALUE_ENTRY.GL_REGISTER_NO, RelationRow::register);

    private final DSLContext dsl;
    private final Writing writing;
    private final Optional<Prepared> prepared;
    private Optional<SequenceNumbers> drawn;
    private Optional<BooksQuery> loaded;

    LockedBooks(DSLContext dsl, Writing writing, ItemsQuery items, LedgerKeys keys, Optional<Prepared> prepared) {
        super(dsl, items, keys);
        this.dsl = dsl;
        this.writing = writing;
        this.prepared = prepared;
        this.drawn = prepared.map(Prepared::numbers);
        this.loaded = prepared.flatMap(Prepared::loaded);
    }

    /** The books that were loaded with the lock, once; whoever asks again wants to begin anew. */
    @Override
    public Map<ItemNo, ItemBook> load(Collection<BookRequest> requests) {
        var asked = prepared.map(Prepared::requests);
        var ready = loaded.filter(_ -> asked.filter(requests::equals).isPresent());
        loaded = Optional.empty();
        return ready.map(query -> query.books(dsl, requests, items())).orElseGet(() -> super.load(requests));
    }

    @Override
    public EntryNumbers numbers(int expectedEntries) {
        return drawnFor(expectedEntries);
    }

    @Override
    public List<Long> append(LedgerPosting posting) {
        var changes = new LinkedHashMap<ItemBook, ItemChanges>();
        for (var book : posting.books()) {
            var changed = book.changes();
            if (!changed.isEmpty()) {
                changes.put(book, changed);
            }
        }
        if (changes.isEmpty()) {
            return Collections.nCopies(posting.parts().size(), 0L);
        }
        var numbers = drawnFor(1);
        var registers = posting.parts().stream().map(_ -> numbers.register()).toList();
        var rows = new PostingRows(posting, keys(), PartnerKeys.of(dsl, changes.values()), registers);
        changes.forEach(rows::add);
        var trip = new RoundTrip();
        new LedgerWriter(dsl, trip).write(rows);
        var ledger = new ArrayList<GeneralLedgerPosting>();
        for (var i = 0; i < registers.size(); i++) {
            var part = posting.parts().get(i);
            ledger.add(new GeneralLedgerPosting(part.stamp(), registers.get(i), part.transactions()));
        }
        var written = writing.generalLedger().append(ledger, prepared.flatMap(Prepared::ahead), trip);
        var relations = new ArrayList<RelationRow>();
        for (var i = 0; i < registers.size(); i++) {
            relations.addAll(related(written.get(i), posting.parts().get(i).relations()));
        }
        RELATIONS.write(dsl, trip, relations);
        writing.release().offer(trip);
        trip.run(dsl);
        return registers;
    }

    @Override
    public void relate(GeneralLedgerPosted written, Collection<CostRelation> relations) {
        var trip = new RoundTrip();
        RELATIONS.write(dsl, trip, related(written, relations));
        trip.run(dsl);
    }

    private List<RelationRow> related(GeneralLedgerPosted written, Collection<CostRelation> relations) {
        return relations.stream()
                .map(relation -> new RelationRow(
                        written.entries().get(relation.line()), keys().item(relation.item()), relation, written.register()))
                .toList();
    }

    private SequenceNumbers drawnFor(int expectedEntries) {
        var numbers = drawn.orElseGet(() -> new SequenceNumbers(dsl, 1, expectedEntries));
        drawn = Optional.of(numbers);
        return numbers;
    }

    /** What else writing takes: the other ledger, and whoever gives up the locks. */
    record Writing(GeneralLedger generalLedger, EarlyRelease release) {}

    /**
     * What came with the lock.
     *
     * @param loaded nothing where it turned out that the question was wrong
     */
    record Prepared(
            List<BookRequest> requests, Optional<BooksQuery> loaded, SequenceNumbers numbers, Optional<GeneralLedgerNumbers> ahead) {}

    private record RelationRow(long generalLedgerEntry, long item, CostRelation relation, long register) {}
}
