package org.stockbook.scenario.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A value entry as it stands.
 *
 * @param entryNo ordinal since the scenario began
 * @param itemLedgerEntryNo ordinal of its item ledger entry
 * @param itemLedgerEntryType as the scenario format names it
 * @param entryType for example {@code direct-cost}
 * @param documentNo the scenario's name of the posted document
 * @param appliesToEntry ordinal of the value entry that it corrects, zero for none
 * @param expectedCost received or shipped and not invoiced
 * @param dimensions its dimension values, by dimension
 */
public record ValueRow(
        int entryNo,
        int itemLedgerEntryNo,
        String itemNo,
        String itemLedgerEntryType,
        String entryType,
        LocalDate postingDate,
        LocalDate valuationDate,
        String documentNo,
        String description,
        String sourceCode,
        BigDecimal valuedQuantity,
        BigDecimal itemLedgerEntryQuantity,
        BigDecimal invoicedQuantity,
        BigDecimal costPerUnit,
        BigDecimal costAmountActual,
        BigDecimal costAmountExpected,
        BigDecimal costAmountNonInvtbl,
        BigDecimal salesAmountActual,
        BigDecimal salesAmountExpected,
        BigDecimal costPostedToGl,
        BigDecimal expectedCostPostedToGl,
        boolean expectedCost,
        boolean adjustment,
        boolean inventoriable,
        boolean valuedByAverageCost,
        boolean partialRevaluation,
        String variantCode,
        String locationCode,
        String itemChargeNo,
        String varianceType,
        BigDecimal purchaseAmountActual,
        BigDecimal purchaseAmountExpected,
        BigDecimal discountAmount,
        int appliesToEntry,
        Map<String, String> dimensions) {}
