package org.stockbook.generaljournal;

import java.util.List;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.generaljournal.JournalTransaction;

/** The ledgers of VAT, vendors and customers, as the general journal writes them (spec: finance, section 4). */
public interface JournalLedgers {
    /**
     * Writes documents of a journal into the general ledger and what they bring to VAT and partners, in the transaction that is running.
     */
    Written append(List<JournalTransaction> documents, RegisterStamp stamp);

    /** The register, and the number of entries in each ledger. */
    record Written(long register, int ledgerEntries, int vatEntries, int partnerEntries) {}
}
