package org.stockbook.costs;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;

/** What people decide about work on costs, as it is kept. */
public interface CostControls {
    /** Asks a run to stop at its next safe point; whether it was still going on. */
    boolean requestCancel(long run);

    /** Whether the item exists; then it is left out of adjustment until it is included again. */
    boolean exclude(ItemNo item, String reason, String user);

    /** Whether the item was excluded. */
    boolean include(ItemNo item);

    /** Items of a category or of one below it that have costs to adjust. */
    List<ItemNo> unadjustedOfCategory(String category);

    NightlyCostWork nightly();

    void save(NightlyCostWork settings);

    /** Takes a night on; false where this or another program has taken it on already. */
    boolean claim(NightlyCostWork.Night night);

    /** Keeps a proof of the books; its number. */
    long keep(ProveBooks.Proof proof);

    /** How the last proof of the books ended; empty before the first. */
    Optional<ProveBooks.Summary> lastProof();
}
