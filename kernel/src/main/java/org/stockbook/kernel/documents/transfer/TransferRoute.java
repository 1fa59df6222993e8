package org.stockbook.kernel.documents.transfer;

import org.stockbook.kernel.code.LocationCode;

/** How goods travel (spec: transfer, sections 1 and 7). */
public sealed interface TransferRoute {
    /** They wait at an in-transit location between shipping and receiving. */
    record InTransit(LocationCode location) implements TransferRoute {}

    /** Both ends in one posting with a shipment and a receipt; may be posted in parts. */
    record DirectInTwoSteps() implements TransferRoute {}

    /** Both ends in one posting with one document; the whole order at once. */
    record DirectInOneStep() implements TransferRoute {}
}
