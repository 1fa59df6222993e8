package org.stockbook.kernel.generalledger;

import java.util.List;

/** Lines that do not sum to zero: a mistake of the program, stopped before anything is written (spec: finance, section 4). */
public final class TransactionNotBalanced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TransactionNotBalanced(List<GeneralLedgerLine> lines) {
        super("finance.transaction-not-balanced: " + lines);
    }

    public String code() {
        return "finance.transaction-not-balanced";
    }
}
