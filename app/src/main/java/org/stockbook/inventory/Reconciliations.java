package org.stockbook.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.code.AccountNo;

/** Whether inventory equals the general ledger (spec: reconciliation, section 7). */
public interface Reconciliations {
    /** The accounts that hold inventory, with what the value entries say and what the general ledger says, as of a date. */
    List<Account> reconcile(LocalDate asOf);

    /** What needs somebody, for the start page. */
    Attention attention();

    /** An account of one kind. */
    record Account(Kind kind, AccountNo account, String name, BigDecimal valueEntries, BigDecimal generalLedger) {
        public BigDecimal difference() {
            return valueEntries.subtract(generalLedger);
        }
    }

    /** What an account is for. */
    enum Kind {
        INVENTORY,
        INVENTORY_INTERIM
    }

    /**
     * Counts of what is open.
     *
     * @param notPosted value entries whose cost is not in the general ledger
     * @param notAdjusted items whose cost is still to be adjusted
     * @param negativeStock items and places with less than nothing
     * @param journalLines draft lines in item journals
     * @param openPeriods inventory periods not closed
     */
    record Attention(long notPosted, long notAdjusted, long negativeStock, long journalLines, long openPeriods) {}
}
