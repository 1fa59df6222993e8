package org.stockbook.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.stockbook.kernel.code.ItemNo;

/** Which items wait for cost adjustment, and the log of its runs (spec: costing, sections 6.2, 6.10 and 6.13). */
public interface CostWork {
    /**
     * Items with costs that are not final, those deepest in bills of material first.
     *
     * @param only these; all when empty
     */
    List<ItemNo> unadjusted(Set<ItemNo> only);

    /** All items, in order of their keys. */
    List<ItemNo> items();

    /** A posting left these items to a batch run, because it reached back further than the setup adjusts at once. */
    void putOff(Collection<ItemNo> items);

    /** A batch run has finished these items: postings may adjust them at once again. */
    void takeUp(Collection<ItemNo> items);

    /** Begins the log of a run; its number. */
    long begin(Kind kind, String user, int items);

    /** Notes what the run did to some items. */
    void log(long run, Collection<Done> items);

    /** Ends the log of a run. */
    void end(long run, boolean complete);

    /** Whether somebody asked the run to stop. */
    boolean isCancelled(long run);

    /** What runs there are. */
    enum Kind {
        COST_ADJUSTMENT,
        POST_COST_TO_GL
    }

    /**
     * An item that a run is done with.
     *
     * @param error stable code of what went wrong, empty when nothing did
     */
    record Done(ItemNo item, int entries, long milliseconds, String error) {}
}
