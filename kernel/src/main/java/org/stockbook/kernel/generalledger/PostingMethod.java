package org.stockbook.kernel.generalledger;

import org.stockbook.kernel.code.DocumentNo;

/** How the batch forms general ledger lines (spec: reconciliation, section 5). */
public sealed interface PostingMethod {
    /** Lines of their own for each value entry, with its document number. */
    record PerEntry() implements PostingMethod {}

    /** One line for all value entries of the same date, accounts, groups, dimensions and sign, with the document number of the run. */
    record PerPostingGroup(DocumentNo document) implements PostingMethod {
        public PerPostingGroup {
            if (document.isBlank()) {
                throw new IllegalArgumentException("posting per posting group needs a document number");
            }
        }
    }
}
