package org.stockbook.kernel.reconciliation;

import java.util.ArrayList;
import java.util.List;

/**
 * Why the two ledgers may differ (spec: reconciliation, section 8, warnings), in the order in which causes are looked for: entries are
 * never compressed and accounts with entries never deleted, so these two causes cannot arise.
 */
public enum ReconciliationWarning {
    EXPECTED_COST_POSTING_OFF,
    NOT_YET_POSTED,
    YEAR_CLOSED,
    POSTING_DATES_DIFFER,
    DIRECT_POSTINGS,
    ACCOUNTS_REASSIGNED,
    SIMILAR_ACCOUNTS;

    /**
     * What is known about the accounts and entries in the filter.
     *
     * @param expectedPosting expected cost is posted
     * @param yearClosed amounts lie in a closed fiscal year
     * @param agreesOverAllDates without the date filter there is no difference
     * @param directPostings entries on these accounts that do not come from inventory
     * @param accountsReassigned entries from inventory on accounts that no setup row names
     * @param similarAccounts one account serves several types
     */
    public record Facts(
            boolean expectedPosting,
            boolean yearClosed,
            boolean agreesOverAllDates,
            boolean directPostings,
            boolean accountsReassigned,
            boolean similarAccounts) {}

    /** The first cause that fits a difference; that expected cost is not posted is said in any case. */
    public static List<ReconciliationWarning> of(Reconciliation reconciliation, Facts facts) {
        var warnings = new ArrayList<ReconciliationWarning>();
        if (!facts.expectedPosting) {
            warnings.add(EXPECTED_COST_POSTING_OFF);
        }
        if (reconciliation.hasDifference()) {
            for (var cause : List.of(
                    NOT_YET_POSTED,
                    YEAR_CLOSED,
                    POSTING_DATES_DIFFER,
                    DIRECT_POSTINGS,
                    ACCOUNTS_REASSIGNED,
                    SIMILAR_ACCOUNTS)) {
                if (cause.fits(reconciliation, facts)) {
                    warnings.add(cause);
                    break;
                }
            }
        }
        return List.copyOf(warnings);
    }

    private boolean fits(Reconciliation reconciliation, Facts facts) {
        return switch (this) {
            case EXPECTED_COST_POSTING_OFF -> !facts.expectedPosting;
            case NOT_YET_POSTED -> !reconciliation.isEverythingPosted();
            case YEAR_CLOSED -> facts.yearClosed;
            case POSTING_DATES_DIFFER -> facts.agreesOverAllDates;
            case DIRECT_POSTINGS -> facts.directPostings;
            case ACCOUNTS_REASSIGNED -> facts.accountsReassigned;
            case SIMILAR_ACCOUNTS -> facts.similarAccounts;
        };
    }
}
