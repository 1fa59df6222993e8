package org.stockbook.costs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.reconciliation.CostSum;

/** What storage alone can tell about the ledgers as a whole. */
public interface LedgerChecks {
    /** The cost of all value entries posted up to a date, summed by kind. */
    List<CostSum> costSums(LocalDate asOf);

    /** What may be behind a difference between inventory and the accounts that the posting setups name. */
    Suspicions suspicions(LocalDate asOf, List<AccountNo> accounts);

    /**
     * Sets of rows that do not fit each other: transactions out of balance, costs neither posted nor pending, relations that
     * do not add up, registers without entries. By what is checked, in alphabetical order; each row is named in words.
     */
    Map<String, List<String>> misfits();

    /** The item that an entry belongs to. */
    Optional<ItemNo> itemOf(ItemLedgerEntryNo entry);

    /** The entry that a value entry belongs to. */
    Optional<ItemLedgerEntryNo> entryOf(ValueEntryNo value);

    /**
     * What was found.
     *
     * @param yearClosed a fiscal year was closed, which empties income statement accounts
     * @param directPostings entries on these accounts that do not come from inventory
     * @param accountsReassigned entries that come from inventory on other accounts
     */
    record Suspicions(boolean yearClosed, boolean directPostings, boolean accountsReassigned) {}
}
