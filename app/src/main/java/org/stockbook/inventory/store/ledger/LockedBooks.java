package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.GlEntryValueEntry.GL_ENTRY_VALUE_ENTRY;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.inventory.InventoryBooks.CostRelation;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
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
    private Optional<SequenceNumbers> drawn = Optional.empty();

    LockedBooks(DSLContext dsl, ItemsQuery items) {
        super(dsl, items);
        this.dsl = dsl;
    }

    @Override
    public EntryNumbers numbers(int expectedEntries) {
        return drawnFor(expectedEntries);
    }

    @Override
    public long append(LedgerPosting posting) {
        var changes = new LinkedHashMap<ItemBook, ItemChanges>();
        for (var book : posting.books()) {
            var changed = book.changes();
            if (!changed.isEmpty()) {
                changes.put(book, changed);
            }
        }
        if (changes.isEmpty()) {
            return 0;
        }
        var register = drawnFor(1).register();
        var rows = new PostingRows(posting, keys(), PartnerKeys.of(dsl, changes.values()), register);
        changes.forEach(rows::add);
        new LedgerWriter(dsl).write(rows, posting.stamp(), register);
        return register;
    }

    @Override
    public void relate(GeneralLedgerPosted written, Collection<CostRelation> relations) {
        var rows = relations.stream()
                .map(relation -> new RelationRow(
                        written.entries().get(relation.line()), keys().item(relation.item()), relation, written.register()))
                .toList();
        var trip = new RoundTrip();
        RELATIONS.write(dsl, trip, rows);
        trip.run(dsl);
    }

    private SequenceNumbers drawnFor(int expectedEntries) {
        var numbers = drawn.orElseGet(() -> new SequenceNumbers(dsl, expectedEntries));
        drawn = Optional.of(numbers);
        return numbers;
    }

    private record RelationRow(long generalLedgerEntry, long item, CostRelation relation, long register) {}
}
