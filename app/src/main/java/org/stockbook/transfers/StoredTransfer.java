package org.stockbook.transfers;

import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.LineMark;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.posting.LineNo;

/**
 * An open transfer order as it is kept.
 *
 * @param version counts every change of the order or one of its lines
 * @param marks of the lines that are kept
 */
public record StoredTransfer(long id, int version, DocumentStatus status, TransferOrder order, TransferParticulars particulars, Map<LineNo, LineMark> marks) {
    public StoredTransfer {
        marks = Map.copyOf(marks);
    }

    /** An order about which nothing else is known. */
    public StoredTransfer(long id, int version, DocumentStatus status, TransferOrder order) {
        this(id, version, status, order, TransferParticulars.on(order.header().posting()), Map.of());
    }

    public StoredTransfer with(TransferOrder newOrder) {
        return new StoredTransfer(id, version, status, newOrder, particulars, marks);
    }

    public StoredTransfer with(DocumentStatus newStatus) {
        return new StoredTransfer(id, version, newStatus, order, particulars, marks);
    }

    public StoredTransfer with(TransferParticulars newParticulars) {
        return new StoredTransfer(id, version, status, order, newParticulars, marks);
    }

    /** The same under the number that was taken for it. */
    public StoredTransfer numbered(DocumentNo no) {
        var header = order.header();
        return with(new TransferOrder(new TransferHeader(no, header.from(), header.to(), header.route(), header.posting()), order.lines()));
    }

    /** What is known of a line; nothing where it is not kept. */
    public Optional<LineMark> mark(LineNo line) {
        return Optional.ofNullable(marks.get(line));
    }

    /** Something of it has left. */
    public boolean isShipped() {
        return order.lines().stream().anyMatch(line -> !line.progress().shipped().isZero());
    }
}
