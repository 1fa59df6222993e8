package org.stockbook.kernel.generalledger;

import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;

/**
 * One line that inventory adds to the general ledger (spec: reconciliation, sections 4 to 6).
 *
 * @param type what the account is used for
 * @param balancing what the account of the opposite line is used for
 * @param amount above zero debits, below zero credits
 * @param valueEntries the value entries whose cost it is, each once
 */
public record GeneralLedgerLine(
        AccountNo account,
        AccountType type,
        AccountType balancing,
        Amount amount,
        LocalDate postingDate,
        LineOrigin origin,
        LineDescription description,
        List<ValueEntryNo> valueEntries) {
    /** Inventory cost: the source of every line that comes from value entries. */
    public static final SourceCode SOURCE = new SourceCode("INVTPCOST");

    public GeneralLedgerLine {
        valueEntries = List.copyOf(valueEntries);
    }
}
