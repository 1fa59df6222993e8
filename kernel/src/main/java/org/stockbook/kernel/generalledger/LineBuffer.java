package org.stockbook.kernel.generalledger;

import java.util.List;

/** Takes prepared value entries and forms general ledger transactions of them. */
sealed interface LineBuffer permits EntryLines, GroupLines {
    void add(PreparedCost cost);

    List<GeneralLedgerTransaction> transactions();

    static LineBuffer of(PostingMethod method) {
        return switch (method) {
            case PostingMethod.PerEntry _ -> new EntryLines();
            case PostingMethod.PerPostingGroup(var document) -> new GroupLines(document);
        };
    }
}
