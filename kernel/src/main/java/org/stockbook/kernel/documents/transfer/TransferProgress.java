package org.stockbook.kernel.documents.transfer;

import org.stockbook.kernel.measure.UnitQuantity;

/** How much of a transfer line is shipped and received and how much shall be now; unit of the line. */
public record TransferProgress(UnitQuantity toShip, UnitQuantity shipped, UnitQuantity toReceive, UnitQuantity received) {
    /** A new line: all of it is to be shipped. */
    public static TransferProgress fresh(UnitQuantity quantity) {
        return new TransferProgress(quantity, UnitQuantity.ZERO, UnitQuantity.ZERO, UnitQuantity.ZERO);
    }

    public UnitQuantity inTransit() {
        return shipped.minus(received);
    }

    public TransferProgress shipping(UnitQuantity quantity) {
        return new TransferProgress(quantity, shipped, toReceive, received);
    }

    public TransferProgress receiving(UnitQuantity quantity) {
        return new TransferProgress(toShip, shipped, quantity, received);
    }

    /** With other totals; proposes the rest (spec: transfer, section 4). */
    public TransferProgress counted(UnitQuantity quantity, UnitQuantity nowShipped, UnitQuantity nowReceived) {
        return new TransferProgress(quantity.minus(nowShipped), nowShipped, nowShipped.minus(nowReceived), nowReceived);
    }
}
