package org.stockbook.kernel.documents.posting;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.PostingLine;

/**
 * Everything that posting a document is to do; nothing has happened yet.
 *
 * @param lines for the item ledger, in the order in which they must post
 * @param after the document with the progress it will have
 * @param handling the receipt or shipment, if goods are posted and documented
 * @param invoice the invoice or credit memo, if one is posted
 * @param invoiced what earlier receipts and shipments are invoiced by it, one row per line
 * @param charges the assignments with their progress
 */
public record DocumentPlan(
        List<PostingLine> lines,
        Document after,
        Optional<PostedHandling> handling,
        Optional<PostedInvoice> invoice,
        List<EarlierInvoiced> invoiced,
        List<ChargeAssignment> charges) {

    public DocumentPlan {
        lines = List.copyOf(lines);
        invoiced = List.copyOf(invoiced);
        charges = List.copyOf(charges);
    }

    /** So much of an earlier receipt or shipment line is invoiced now; unit of the line. */
    public record EarlierInvoiced(OpenPostedLine line, UnitQuantity quantity) {}
}
