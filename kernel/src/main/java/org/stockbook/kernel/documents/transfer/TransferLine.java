package org.stockbook.kernel.documents.transfer;

import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/**
 * One line of a transfer order (spec: transfer, section 2).
 *
 * @param quantity above zero, in the unit of the line
 * @param application the increase that the shipment must take from
 * @param tracked serial and lot numbers of what moves next; empty when the item has none
 */
public record TransferLine(
        LineNo no,
        ItemNo item,
        VariantCode variant,
        String description,
        UnitUsed unit,
        UnitQuantity quantity,
        TransferProgress progress,
        FixedApplication application,
        List<TrackedMove> tracked,
        DimensionSetId dimensions) {

    public TransferLine {
        tracked = List.copyOf(tracked);
    }

    public UnitQuantity outstanding() {
        return quantity.minus(progress.shipped());
    }

    public boolean isComplete() {
        return progress.shipped().equals(quantity) && progress.received().equals(quantity);
    }

    public TransferLine withProgress(TransferProgress newProgress) {
        return new TransferLine(
                no, item, variant, description, unit, quantity, newProgress, application, tracked, dimensions);
    }
}
