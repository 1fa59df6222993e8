package org.stockbook.finance;

import java.util.List;

/**
 * What was written into the general ledger.
 *
 * @param register number of the register, 0 where there was nothing to write
 * @param entries the entry numbers, in the order of the lines
 */
public record GeneralLedgerPosted(long register, List<Long> entries) {
    public static final GeneralLedgerPosted NOTHING = new GeneralLedgerPosted(0, List.of());

    public GeneralLedgerPosted {
        entries = List.copyOf(entries);
    }
}
