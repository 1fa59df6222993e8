package org.stockbook.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * The books after the rules have run, ready to be written.
 *
 * @param posted the cost of new value entries that goes into the general ledger in the same transaction
 * @param pending new value entries whose cost waits for the batch run (spec: reconciliation, section 4)
 * @param parts the postings that changed them, at least one, in their order
 */
public record LedgerPosting(List<ItemBook> books, Map<ValueEntryNo, CostParts> posted, Set<ValueEntryNo> pending, List<Part> parts) {
    public LedgerPosting {
        books = List.copyOf(books);
        posted = Map.copyOf(posted);
        pending = Set.copyOf(pending);
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nobody posted");
        }
    }

    /** One posting of which nothing goes to or waits for the general ledger. */
    public static LedgerPosting of(RegisterStamp stamp, Collection<ItemBook> books) {
        return new LedgerPosting(
                List.copyOf(books), Map.of(), Set.of(), List.of(new Part(stamp, Reached.ALL, List.of(), List.of())));
    }

    /**
     * What is written under one register.
     *
     * @param reached the numbers that it and the parts before it have used
     * @param transactions the lines of the general ledger that belong to it
     * @param relations from which value entries these lines were made
     */
    public record Part(
            RegisterStamp stamp,
            Reached reached,
            List<List<GeneralLedgerLine>> transactions,
            List<InventoryBooks.CostRelation> relations) {
        public Part {
            transactions = transactions.stream().map(List::copyOf).toList();
            relations = List.copyOf(relations);
        }
    }

    /**
     * How far entry numbers had been used when one of several postings was done. What lies above belongs to those that came after it.
     */
    public record Reached(long itemLedgerEntry, long valueEntry, long itemApplication) {
        /** Before the first posting. */
        public static final Reached NONE = new Reached(0, 0, 0);

        /** Where there is only one posting. */
        public static final Reached ALL = new Reached(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        public boolean covers(ItemLedgerEntryNo no) {
            return no.value() <= itemLedgerEntry;
        }

        public boolean covers(ValueEntryNo no) {
            return no.value() <= valueEntry;
        }

        public boolean covers(ItemApplicationNo no) {
            return no.value() <= itemApplication;
        }
    }
}
