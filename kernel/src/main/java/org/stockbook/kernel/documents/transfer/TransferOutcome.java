package org.stockbook.kernel.documents.transfer;

import java.util.List;

/** What came of a transfer order to be posted: all of it or every reason why not. */
public sealed interface TransferOutcome {
    record Planned(TransferPlan plan) implements TransferOutcome {}

    /** Nothing may be posted; at least one refusal. */
    record Refused(List<TransferRefusal> refusals) implements TransferOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
