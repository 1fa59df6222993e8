package org.stockbook.costs;

import java.util.Map;
import java.util.function.BiFunction;
import org.stockbook.platform.rows.RowSource;

/** What is open of costs and what was done about it, as rows (spec: api, section 11). */
public interface CostRows {
    /** Items whose costs are not final, with why and since when, and items that are excluded. */
    RowSource itemsToAdjust();

    RowSource costAdjustmentRuns();

    RowSource inventoryCostPostings();

    /** Long work of every kind, the newest first, and how far it is. */
    RowSource jobs();

    /** Those that the caller may follow: what he started himself, and everybody's where he may read costs. */
    RowSource jobsToFollow();

    /** Files that were taken as a job, the newest first: the caller's own, and everybody's where he may read the change log. */
    RowSource imports();

    /**
     * Rows of those files that could not be taken, with what was written in them.
     *
     * @param words what a code means, with its parameters
     */
    RowSource importIssues(BiFunction<String, Map<String, Object>, String> words);

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
