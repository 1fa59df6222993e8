package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/**
 * What a posting needs of the book of one item.
 *
 * @param leaving the places of the lines, each with the quantity that may leave it at most, zero or above: an increase that
 *     this can use up is loaded with all decreases that took from it, because its rounding will be due
 * @param allLayers whether any open increase at these places may be used; false where only the order of the costing method and
 *     the quantity that leaves decide, so that the others need not be loaded
 * @param named entries that lines name: fixed applications, invoices, revaluations
 * @param balancesFrom average items: from this date on the balances of the book are kept apart by valuation date; what is
 *     older is summed up
 * @param entriesFrom average items: everything that counts from this date on is loaded entry by entry;
 *     {@link LocalDate#MAX} for nothing, which is enough for an issue at the end of the history
 */
public record BookRequest(
        ItemNo item,
        Map<Place, Quantity> leaving,
        boolean allLayers,
        Set<ItemLedgerEntryNo> named,
        LocalDate balancesFrom,
        LocalDate entriesFrom) {
    public BookRequest {
        leaving = Map.copyOf(leaving);
        named = Set.copyOf(named);
    }
}
