package org.stockbook.transfers;

import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.transfer.TransferOrder;

/**
 * An open transfer order as it is kept.
 *
 * @param version counts every change of the order or one of its lines
 */
public record StoredTransfer(long id, int version, DocumentStatus status, TransferOrder order) {
    public StoredTransfer with(TransferOrder newOrder) {
        return new StoredTransfer(id, version, status, newOrder);
    }
}
