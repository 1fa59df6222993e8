package org.stockbook.documents.posted;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Particulars;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/**
 * A posted receipt, shipment, return of these, invoice or credit memo.
 *
 * @param header with its own number; its kind is that of a document which posts such
 * @param from the document it was posted from, which may be gone
 */
public record PostedDocument(
        long id,
        DocumentType type,
        DocumentHeader header,
        LocationCode location,
        Particulars particulars,
        DocumentKey from,
        Trail trail,
        List<Line> lines) {
    public PostedDocument {
        lines = List.copyOf(lines);
    }

    /**
     * What it left in the books and what became of it.
     *
     * @param itemRegister 0 for none
     * @param ledgerRegister 0 for none
     * @param cancels the posted invoice that it takes back, empty for none
     * @param cancelledBy the credit memo that takes it back, empty for none
     */
    public record Trail(long itemRegister, long ledgerRegister, String user, Instant at, String cancels, String cancelledBy) {}

    /**
     * One of its lines.
     *
     * @param id its key, never used again
     * @param line the document line as it was agreed when it was posted, under the number it has here
     * @param orderLine number of the document line
     * @param quantity what was posted, unit of the line
     * @param invoiced of receipts and shipments: what of it invoices have taken
     * @param corrected taken back, or itself taking back
     * @param ordered what was ordered before a substitute took its place
     */
    public record Line(
            long id,
            DocumentLine line,
            int orderLine,
            UnitQuantity quantity,
            UnitQuantity invoiced,
            Money net,
            Money vat,
            boolean corrected,
            Optional<LineSubject.OfItem> ordered,
            List<ItemLedgerEntryNo> entries) {
        public Line {
            entries = List.copyOf(entries);
        }

        /** The line as a new document takes it: what was posted of it is all there is to handle. */
        public DocumentLine again() {
            var price = line.price();
            var discount = line.quantity().isZero()
                    ? price.invoiceDiscount()
                    : price.invoiceDiscount().share(quantity, line.quantity());
            return line.withQuantity(quantity).withPrice(price.withInvoiceDiscount(discount));
        }
    }

    /** What was ordered first, by lines; those that carry what was ordered have none. */
    public Map<LineNo, LineSubject.OfItem> ordered() {
        var ordered = new HashMap<LineNo, LineSubject.OfItem>();
        lines.forEach(line -> line.ordered().ifPresent(item -> ordered.put(line.line().no(), item)));
        return ordered;
    }

    public Optional<Line> line(PostedLineKey key) {
        return lines.stream().filter(line -> line.line().no().equals(key.line())).findFirst();
    }
}
