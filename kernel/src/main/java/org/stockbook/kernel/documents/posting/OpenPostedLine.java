package org.stockbook.kernel.documents.posting;

import java.util.List;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/**
 * A posted receipt or shipment line, or return of it, that is not wholly invoiced: the unit of invoicing
 * (spec: sales, section 2.2).
 *
 * @param order the order it was posted from
 * @param orderLine the line of that order
 * @param notInvoiced in the unit of the line, in the direction of the order
 * @param entries its item ledger entries that are not wholly invoiced, in order of number; none for what is not stocked
 */
public record OpenPostedLine(
        PostedLineKey key,
        DocumentNo order,
        LineNo orderLine,
        UnitFactor factor,
        UnitQuantity notInvoiced,
        List<OpenEntry> entries) {

    public OpenPostedLine {
        entries = List.copyOf(entries);
    }

    /**
     * One of its entries.
     *
     * @param notInvoiced base units, sign of the ledger
     */
    public record OpenEntry(ItemLedgerEntryNo entry, Quantity notInvoiced) {}
}
