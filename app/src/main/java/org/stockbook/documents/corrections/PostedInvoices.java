package org.stockbook.documents.corrections;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.documents.corrections.InvoicedLine;
import org.stockbook.kernel.posting.LineNo;

/** What taking a posted invoice back must know beside the invoice, and what it changes. */
public interface PostedInvoices {
    /** Locks the orders behind an invoice, then the invoice, so that it is taken back once and nobody posts the orders meanwhile. */
    void lock(long invoice);

    State state(long invoice);

    /** Which entries its lines invoiced, with what may still go back of them; services are left out. */
    Map<LineNo, List<InvoicedLine.Entry>> entries(long invoice);

    /** Gives the lines of the orders that it was posted from their quantities back: received or shipped, and invoiced. */
    void giveBack(long invoice, String user);

    /**
     * What stands against taking it back.
     *
     * @param corrected taken back before, or itself taking back
     * @param blocked partner, item, variant or account must not be posted now
     * @param combined its lines were taken over from receipts or shipments of other documents
     */
    record State(boolean corrected, boolean blocked, boolean combined) {}
}
