package org.stockbook.transfers;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferOrder;

/**
 * An open transfer order as it is kept.
 *
 * @param version counts every change of the order or one of its lines
 */
public record StoredTransfer(long id, int version, DocumentStatus status, TransferOrder order, TransferParticulars particulars) {
    /** An order about which nothing else is known. */
    public StoredTransfer(long id, int version, DocumentStatus status, TransferOrder order) {
        this(id, version, status, order, TransferParticulars.on(order.header().posting()));
    }

    public StoredTransfer with(TransferOrder newOrder) {
        return new StoredTransfer(id, version, status, newOrder, particulars);
    }

    public StoredTransfer with(DocumentStatus newStatus) {
        return new StoredTransfer(id, version, newStatus, order, particulars);
    }

    public StoredTransfer with(TransferParticulars newParticulars) {
        return new StoredTransfer(id, version, status, order, newParticulars);
    }

    /** The same under the number that was taken for it. */
    public StoredTransfer numbered(DocumentNo no) {
        var header = order.header();
        return with(new TransferOrder(new TransferHeader(no, header.from(), header.to(), header.route(), header.posting()), order.lines()));
    }

    /** Something of it has left. */
    public boolean isShipped() {
        return order.lines().stream().anyMatch(line -> !line.progress().shipped().isZero());
    }
}
