package org.stockbook.finance;

/** The general ledger as those who post to it see it (spec: finance, section 4). */
public interface GeneralLedger {
    /**
     * Writes balanced transactions with a register, in the transaction that is running; nothing for a posting without lines.
     * Numbers are drawn last, so that they are taken only by what is written.
     */
    GeneralLedgerPosted append(GeneralLedgerPosting posting);

    /** Merges the movements of one account and day that single postings left behind; safe beside postings. */
    void foldMovements();
}
