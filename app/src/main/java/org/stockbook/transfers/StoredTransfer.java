package org.stockbook.transfers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.LineMark;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
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
    /** The item of a line of which nobody knows yet what it is about; no item is numbered so. */
    public static final ItemNo NOTHING = new ItemNo("…");

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

    /** The same where this was typed on its lines. */
    StoredTransfer typed(Map<LineNo, AsTyped> typed) {
        var changed = new HashMap<>(marks);
        typed.forEach((line, texts) -> changed.put(line, mark(line).orElseGet(LineMark::ofNew).typed(texts)));
        return new StoredTransfer(id, version, status, order, particulars, changed);
    }

    /** What was typed on its lines and could not be taken: nothing is posted of it meanwhile. */
    public List<DocumentIssue> unread() {
        return order.lines().stream().flatMap(line -> mark(line.no()).stream().flatMap(mark -> AsTyped.issues(line.no().value(), mark.raw()).stream())).toList();
    }

    /** Something of it has left. */
    public boolean isShipped() {
        return order.lines().stream().anyMatch(line -> !line.progress().shipped().isZero());
    }
}
