package org.stockbook.kernel.documents.corrections;

import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.LineNo;

/**
 * A posted receipt or shipment line that somebody wants to take back.
 *
 * @param quantity what was posted, unit of the line
 * @param invoiced what of it is invoiced
 * @param corrected taken back before, or itself taking back
 * @param charged an item charge is assigned to it
 * @param correction number of the line that will take it back
 * @param origin of its entries
 * @param entries its item ledger entries
 */
public record UndoableLine(
        PostedLineKey key,
        ItemNo item,
        LocalDate postingDate,
        UnitQuantity quantity,
        UnitQuantity invoiced,
        boolean corrected,
        boolean charged,
        LineNo correction,
        Origin origin,
        List<ItemLedgerEntryNo> entries) {

    public UndoableLine {
        entries = List.copyOf(entries);
    }
}
