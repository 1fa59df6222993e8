package org.stockbook.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/**
 * A posted transfer shipment, receipt or direct transfer.
 *
 * @param id its key, never used again
 * @param order number of the order that it was posted from, which may be gone
 */
public record PostedTransferDocument(long id, DocumentType type, DocumentNo no, DocumentNo order, Way way, LocalDate postingDate, Trail trail, List<Line> lines) {
    public PostedTransferDocument {
        lines = List.copyOf(lines);
    }

    /**
     * From where to where.
     *
     * @param between in transit; blank for direct transfers
     */
    public record Way(LocationCode from, LocationCode between, LocationCode to) {}

    /**
     * What it left in the books, and who posted it.
     *
     * @param shipmentMethod how the goods travelled, by its code
     */
    public record Trail(String reference, String shipmentMethod, long itemRegister, String user, Instant at) {}

    /**
     * One of its lines.
     *
     * @param id its key, never used again
     * @param quantity what moved, unit of the line
     * @param corrected taken back, or itself taking back
     */
    public record Line(
            long id, LineNo no, int orderLine, ItemNo item, VariantCode variant, String description, UnitCode unit, UnitQuantity quantity, boolean corrected,
            List<ItemLedgerEntryNo> entries) {
        public Line {
            entries = List.copyOf(entries);
        }
    }

    /** Everything on it was taken back. */
    public boolean isTakenBack() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::corrected);
    }
}
