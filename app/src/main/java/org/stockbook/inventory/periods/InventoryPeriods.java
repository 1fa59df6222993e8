package org.stockbook.inventory.periods;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;

/** The inventory periods as they are kept. */
public interface InventoryPeriods {
    /** In order of their ending dates. */
    List<InventoryPeriod> all();

    default Optional<InventoryPeriod> find(LocalDate endingDate) {
        return all().stream().filter(period -> period.endingDate().equals(endingDate)).findFirst();
    }

    /** Waits for the postings that are running and keeps new ones waiting until the transaction ends. */
    void holdPostings();

    /** Adds a period, or gives an open one another name. */
    void keep(LocalDate endingDate, String name);

    void delete(LocalDate endingDate);

    /** Closes everything up to a date, and logs each period closed. */
    void closeUpTo(LocalDate endingDate, String user);

    /** Reopens everything from a date on, and logs each period reopened. */
    void reopenFrom(LocalDate endingDate, String user);

    /** What stands against closing up to a date, at most so many of each kind. */
    List<Culprit> culprits(LocalDate endingDate, int most);

    /** A period ends on a date and reaches back to the one before. */
    record InventoryPeriod(LocalDate endingDate, String name, boolean closed) {}

    /**
     * Something that must be done before a period can be closed.
     *
     * @param date valuation date of open costs, or posting date of the decrease
     * @param entry the decrease that is not covered, 0 for costs
     */
    record Culprit(Kind kind, ItemNo item, LocalDate date, long entry) {}

    /** What must be done. */
    enum Kind {
        /** Costs must be adjusted. */
        COSTS_NOT_ADJUSTED,
        /** A decrease must be covered by stock. */
        DECREASE_NOT_COVERED
    }
}
