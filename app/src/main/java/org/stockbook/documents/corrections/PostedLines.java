package org.stockbook.documents.corrections;

import java.util.List;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.corrections.UndoOutcome.Correction;
import org.stockbook.kernel.documents.corrections.UndoableLine;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.posting.PostedLine;

/** Posted receipts, shipments and returns of them, as those see them who take them back. */
public interface PostedLines {
    /** The lines as an undo needs them, they and the orders behind them locked; lines that do not exist are left out. */
    List<UndoableLine> lockForUndo(List<PostedLineKey> lines);

    /** Those of the lines that are not wholly invoiced, without their entries; in their order, oldest first. */
    List<OpenPostedLine> notInvoiced(List<PostedLineKey> lines);

    /** Those of the lines that moved goods, with what may still go back. */
    List<ReversibleLine> reversible(List<PostedLineKey> lines);

    /** Keeps the corrections, each below its line, and gives the order lines their quantities back. */
    void keep(List<Correction> corrections, List<PostedLine> entries, String user);
}
