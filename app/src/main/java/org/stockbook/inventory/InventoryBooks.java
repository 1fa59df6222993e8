package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.platform.database.SetupVersion;

/** The books of some items within one transaction. */
public interface InventoryBooks {
    /** What the cards say, by item; an item that was asked for and is not here does not exist. */
    Map<ItemNo, LockedItem> items();

    /** How far the setups had come when the items were read, or locked. */
    SetupVersion setups();

    /**
     * Loads of each item what a posting needs: open entries at the places of its lines, the entries that lines name, and
     * everything that takes its cost from these or that these take their cost from. The rest is in the balances of the book.
     */
    Map<ItemNo, ItemBook> load(Collection<BookRequest> requests);

    /**
     * From when entries of an item count: the earliest of their valuation dates, by item (spec: costing, section 7).
     *
     * @param entries entries of each item that are asked about; those that do not exist have no date
     */
    Map<ItemNo, LocalDate> valuedFrom(Map<ItemNo, Set<ItemLedgerEntryNo>> entries);

    /** Loads the whole history of items. */
    Map<ItemNo, ItemBook> loadHistories(Collection<ItemNo> items);

    /**
     * Numbers for new entries: fresh ones from the sequences, drawn in batches when first asked for, or provisional ones,
     * higher than all others, where the items are not locked.
     *
     * @param expectedEntries how many item ledger entries will be written, roughly; decides the size of the batches
     */
    EntryNumbers numbers(int expectedEntries);

    /**
     * Writes what was added to the books: entries, applications, states, unit costs, points, and the sums over them, and the
     * lines of the general ledger that belong to it. One register for each part, one batch per table.
     *
     * @return the number of the register of each part, 0 where nothing had changed
     */
    List<Long> append(LedgerPosting posting);

    /** Says which value entries the entries of the general ledger were made from. */
    void relate(GeneralLedgerPosted written, Collection<CostRelation> relations);

    /**
     * A line of the general ledger was made from this value entry, alone or with others (spec: reconciliation, section 6).
     *
     * @param line position of the line in the posting to the general ledger, from 0
     */
    record CostRelation(int line, ItemNo item, ItemLedgerEntryNo itemLedgerEntry, ValueEntryNo valueEntry) {}
}
