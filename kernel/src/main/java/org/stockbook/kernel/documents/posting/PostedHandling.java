package org.stockbook.kernel.documents.posting;

import java.util.List;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** A receipt, shipment, return receipt or return shipment as it is posted. */
public record PostedHandling(DocumentType type, DocumentNo no, List<Line> lines) {
    public PostedHandling {
        lines = List.copyOf(lines);
    }

    /**
     * One of its lines; it has the number of the order line.
     *
     * @param source the document line as it was before posting
     * @param quantity what was handled, unit of the line
     * @param invoiced what of it was invoiced in the same posting
     * @param postings positions in the plan's posting lines whose entries belong to this line
     */
    public record Line(DocumentLine source, UnitQuantity quantity, UnitQuantity invoiced, List<Integer> postings) {
        public Line {
            postings = List.copyOf(postings);
        }

        public LineNo no() {
            return source.no();
        }
    }
}
