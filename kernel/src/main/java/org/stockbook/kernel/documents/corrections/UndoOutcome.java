package org.stockbook.kernel.documents.corrections;

import java.util.List;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.posting.PostingLine;

/** What came of lines to be undone: all of them or every reason why not. */
public sealed interface UndoOutcome {
    /**
     * May be undone, as far as the documents tell; the item ledger has its own conditions.
     *
     * @param lines for the item ledger
     * @param corrections for each line undone the positions in {@code lines} whose entries belong to its correction
     */
    record Planned(List<PostingLine> lines, List<Correction> corrections) implements UndoOutcome {
        public Planned {
            lines = List.copyOf(lines);
            corrections = List.copyOf(corrections);
        }
    }

    record Refused(List<Refusal> refusals) implements UndoOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** A posted line with the line below it that takes it back: the opposite of its quantity. */
    record Correction(UndoableLine line, List<Integer> postings) {
        public Correction {
            postings = List.copyOf(postings);
        }
    }

    /** Why a posted line must stay. */
    record Refusal(PostedLineKey line, Reason reason) {
        public String code() {
            return reason.code();
        }
    }

    /** The reasons that documents know. */
    enum Reason {
        INVOICED("ledger.undo-invoiced"),
        ALREADY_CORRECTED("ledger.undo-already-corrected"),
        ITEM_CHARGE("ledger.undo-item-charge"),
        NOTHING("transfer.nothing-to-undo");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
