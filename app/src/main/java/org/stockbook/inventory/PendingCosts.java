package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.generalledger.PostedCost;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Value entries whose cost waits for the general ledger (spec: reconciliation, section 4). */
public interface PendingCosts {
    /** Items with pending costs, in order of their keys. */
    List<ItemNo> items(Filter filter);

    /** What of these items waits, by item, posting date and number. */
    List<Pending> of(Collection<ItemNo> items, Filter filter);

    /** These costs are in the general ledger now, and wait no longer. */
    void markPosted(Collection<Pending> entries, Collection<PostedCost> posted);

    /**
     * Which costs.
     *
     * @param items only these; all when empty
     */
    record Filter(Set<ItemNo> items, LocalDate from, LocalDate to) {
        public static final Filter EVERYTHING = new Filter(Set.of(), LocalDate.MIN, LocalDate.MAX);

        public Filter {
            items = Set.copyOf(items);
        }
    }

    /** A value entry that waits. */
    record Pending(ItemNo item, ItemLedgerEntryNo itemLedgerEntry, CostEntry cost) {}
}
