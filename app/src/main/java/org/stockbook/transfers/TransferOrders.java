package org.stockbook.transfers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.RawInput;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.transfer.TransferPlan;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;

/** Transfer orders and what was posted of them. */
public interface TransferOrders {
    Optional<StoredTransfer> find(DocumentNo no);

    /** Where a line of an open order stands. */
    Optional<LineAddress> ofLine(long line);

    /** A line of an open order. */
    record LineAddress(DocumentNo order, LineNo line) {}

    /** What was typed on the lines of an order and could not be taken; lines without such texts are left out. */
    Map<LineNo, Map<String, RawInput>> rawInput(DocumentNo no);

    /** The same, locked until the transaction that is running ends. */
    Optional<StoredTransfer> lock(DocumentNo no);

    StoredTransfer create(StoredTransfer order, String user);

    /** Keeps the header and exactly these lines, and raises the version. */
    StoredTransfer save(StoredTransfer order, String user);

    /** Keeps the quantities to ship and to receive and raises the version. */
    void choose(StoredTransfer order, String user);

    void delete(StoredTransfer order);

    Map<ItemNo, ItemCard> items(Collection<ItemNo> items);

    /** Keeps what posting has made of an order; removes it when it is done. */
    void keep(Posted posted);

    /** The numbers of what was posted from an order, also when it is gone. */
    List<DocumentNo> postedOf(DocumentNo order);

    /**
     * What posting has made of an order.
     *
     * @param entries what each posting line of the plan made, in their order
     */
    record Posted(StoredTransfer before, TransferPlan plan, List<PostedLine> entries, long itemRegister, String user) {
        public Posted {
            entries = List.copyOf(entries);
        }
    }
}
