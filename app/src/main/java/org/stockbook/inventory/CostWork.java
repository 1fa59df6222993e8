package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.stockbook.kernel.code.ItemNo;

/** Which items wait for cost adjustment (spec: costing, sections 6.2 and 6.10). */
public interface CostWork {
    /**
     * Items with costs that are not final, those deepest in bills of material first; items that are excluded are not among them.
     *
     * @param only these; all when empty
     * @param until average items only if something up to this valuation date is not final
     */
    List<ItemNo> unadjusted(Set<ItemNo> only, LocalDate until);

    /** All items, in order of their keys. */
    List<ItemNo> items();

    /** A posting left these items to a batch run, because it reached back further than the setup adjusts at once. */
    void putOff(Collection<ItemNo> items);

    /** A batch run has finished these items: postings may adjust them at once again. */
    void takeUp(Collection<ItemNo> items);
}
