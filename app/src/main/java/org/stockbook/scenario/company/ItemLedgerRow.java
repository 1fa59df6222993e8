package org.stockbook.scenario.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * An item ledger entry as it stands, with the sums of its value entries.
 *
 * @param entryNo ordinal since the scenario began
 * @param entryType as the scenario format names it, for example {@code positive-adjmt}
 * @param appliesToEntry ordinal of the entry that the user applied it to, zero for none
 * @param documentNo the scenario's name of the posted document
 * @param dimensions its dimension values, by dimension
 */
public record ItemLedgerRow(
        int entryNo,
        String item,
        String variant,
        String location,
        String entryType,
        LocalDate postingDate,
        String documentNo,
        BigDecimal quantity,
        BigDecimal remainingQuantity,
        BigDecimal invoicedQuantity,
        boolean completelyInvoiced,
        boolean open,
        boolean correction,
        BigDecimal costAmountActual,
        BigDecimal costAmountExpected,
        BigDecimal costAmountNonInvtbl,
        BigDecimal salesAmountActual,
        BigDecimal salesAmountExpected,
        BigDecimal purchaseAmountActual,
        BigDecimal purchaseAmountExpected,
        BigDecimal shippedQtyNotReturned,
        boolean appliedEntryToAdjust,
        int appliesToEntry,
        Map<String, String> dimensions) {}
