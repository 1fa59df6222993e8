package org.stockbook.kernel.proof;

import java.util.ArrayList;
import java.util.List;

/** Recomputes what must hold for one item from its entries alone (spec: ledger, section 1). */
public final class ItemProof {
    private ItemProof() {}

    /** Every row for which an invariant does not hold; none in correct books. */
    public static List<Finding> findings(ItemHistory history) {
        var indexed = new IndexedHistory(history);
        var findings = new ArrayList<Finding>();
        RowProof.prove(indexed, findings);
        QuantityProof.prove(indexed, findings);
        ValueProof.prove(indexed, findings);
        if (!history.facts().method().isAverage()) {
            CycleProof.prove(indexed, findings);
        }
        if (history.adjusted()) {
            CostProof.prove(indexed, findings);
        }
        return List.copyOf(findings);
    }
}
