package org.stockbook.kernel.documents.transfer;

import java.util.List;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.PostingLine;

/**
 * Everything that posting a transfer order is to do.
 *
 * @param lines for the item ledger, in the order in which they must post
 * @param after the order with the progress it will have
 * @param documents what is written: a shipment, a receipt, both, or a direct transfer
 */
public record TransferPlan(List<PostingLine> lines, TransferOrder after, List<PostedTransfer> documents) {
    public TransferPlan {
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
    }

    /** A posted transfer shipment, receipt or direct transfer. */
    public record PostedTransfer(DocumentType type, DocumentNo no, List<Line> lines) {
        public PostedTransfer {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One of its lines; it has the number of the order line.
     *
     * @param quantity what was moved, unit of the line
     * @param postings positions in the plan's posting lines whose entries belong to this line
     */
    public record Line(TransferLine source, UnitQuantity quantity, List<Integer> postings) {
        public Line {
            postings = List.copyOf(postings);
        }
    }
}
