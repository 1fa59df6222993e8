package org.stockbook.finance;

import java.util.List;

/** Sums that are kept beside a ledger so that nothing has to sum the ledger, and the proof that they are right. */
public interface LedgerSums {
    /** Sums that differ from the ledger; empty when all is well. */
    List<WrongSum> check();

    /** Makes all sums anew from the ledger; postings wait meanwhile. */
    void rebuild();
}
