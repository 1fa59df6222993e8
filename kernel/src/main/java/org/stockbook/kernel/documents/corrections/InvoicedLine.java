package org.stockbook.kernel.documents.corrections;

import java.util.List;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * A line of a posted invoice, as its cancellation needs it.
 *
 * @param line as it was invoiced
 * @param quantity what was invoiced, unit of the line
 * @param entries what it invoiced of which item ledger entries
 */
public record InvoicedLine(DocumentLine line, UnitQuantity quantity, List<Entry> entries) {
    public InvoicedLine {
        entries = List.copyOf(entries);
    }

    /**
     * So much of an entry was invoiced.
     *
     * @param quantity base units, sign of the ledger
     * @param reversible what may still go back of it: left of a receipt, not returned of a shipment; above zero
     * @param returned some of it went back before
     */
    public record Entry(ItemLedgerEntryNo entry, Tracking tracking, Quantity quantity, Quantity reversible, boolean returned) {}
}
