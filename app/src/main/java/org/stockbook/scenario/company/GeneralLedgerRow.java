package org.stockbook.scenario.company;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A general ledger entry.
 *
 * @param entryNo ordinal since the scenario began
 * @param amount above zero for a debit
 * @param globalDimension1 value of the first global dimension, blank for none
 */
public record GeneralLedgerRow(
        int entryNo, String account, LocalDate postingDate, String documentNo, BigDecimal amount, String globalDimension1) {}
