package org.stockbook.documents;

import java.util.List;
import java.util.Optional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;

/** What posting a document would come to. */
public sealed interface DocumentPreview {
    /**
     * The entries to be.
     *
     * @param inventory of the item ledger and what goes to the general ledger with them
     * @param invoice the ledgers of the invoice, if one would be posted
     */
    record Shown(InventoryOutcome.Posted inventory, Optional<InvoiceBooking> invoice) implements DocumentPreview {}

    /** Posting would refuse. */
    record Refused(List<DocumentIssue> issues) implements DocumentPreview {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /** There is no such document. */
    record Missing() implements DocumentPreview {}
}
