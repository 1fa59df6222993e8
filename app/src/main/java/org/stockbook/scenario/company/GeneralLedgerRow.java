package org.stockbook.scenario.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A general ledger entry.
 *
 * @param entryNo ordinal since the scenario began
 * @param amount above zero for a debit
 * @param dimensions its dimension values, by dimension
 */
public record GeneralLedgerRow(
        int entryNo, String account, LocalDate postingDate, String documentNo, BigDecimal amount, Map<String, String> dimensions) {}
