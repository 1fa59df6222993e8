package org.stockbook.costs;

import org.stockbook.platform.rows.RowSource;

/** What is open of costs and what was done about it, as rows (spec: api, section 11). */
public interface CostRows {
    /** Items whose costs are not final, with why and since when, and items that are excluded. */
    RowSource itemsToAdjust();

    RowSource costAdjustmentRuns();

    RowSource inventoryCostPostings();

    /** Long work of every kind, the newest first, and how far it is. */
    RowSource jobs();

    /** Files that were taken as a job, the newest first. */
    RowSource imports();

    /** Rows of those files that could not be taken. */
    RowSource importIssues();

    /** What a run did to each item. */
    RowSource itemsOfRun(long run);

    /** What a run did not post to the general ledger. */
    RowSource skippedByRun(long run);

    /** Value entries whose cost waits for the general ledger. */
    RowSource pendingValueEntries();

    RowSource verifications();

    /** What a verification checked. */
    RowSource checksOf(long verification);

    RowSource findingsOf(long verification);
}
