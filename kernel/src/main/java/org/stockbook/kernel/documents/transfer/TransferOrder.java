package org.stockbook.kernel.documents.transfer;

import java.util.List;

/** A transfer order. Lines are in ascending order of line number. */
public record TransferOrder(TransferHeader header, List<TransferLine> lines) {
    public TransferOrder {
        lines = List.copyOf(lines);
    }

    /** Everything is shipped and received: the order is done. */
    public boolean isComplete() {
        return lines.stream().allMatch(TransferLine::isComplete);
    }

    TransferOrder withLines(List<TransferLine> newLines) {
        return new TransferOrder(header, newLines);
    }
}
