package org.stockbook.documents;

import java.util.List;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.posting.PostedLine;

/**
 * What posting has made of a document.
 *
 * @param entries what each posting line of the plan made, in their order
 * @param itemRegister 0 where nothing went to the item ledger
 * @param ledgerRegister 0 where no invoice was posted
 */
public record PostedRecord(
        StoredDocument before, DocumentPlan plan, List<PostedLine> entries, long itemRegister, long ledgerRegister, String user) {
    public PostedRecord {
        entries = List.copyOf(entries);
    }

    /** Nothing is left to do: invoices and credit memos always, orders when everything is invoiced. */
    public boolean isDone() {
        return !before.document().header().kind().isPostedInParts() || plan.after().isComplete();
    }
}
