package org.stockbook.transfers;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.transfer.ShippedLine;
import org.stockbook.kernel.documents.transfer.UndoShipment.Correction;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.PostedLine;

/** Posted transfer shipments, receipts and direct transfers: as they are read, and as those see them who take them back. */
public interface PostedTransfers {
    Optional<PostedTransferDocument> find(DocumentType type, DocumentNo no);

    /** The lines as an undo needs them, they and the orders behind them locked; lines that do not exist are left out. */
    List<ShippedLine> lockForUndo(List<PostedLineKey> lines);

    /** Keeps the corrections, each below its line, and gives the order lines their quantities back. */
    void keep(List<Correction> corrections, List<PostedLine> entries, String user);
}
