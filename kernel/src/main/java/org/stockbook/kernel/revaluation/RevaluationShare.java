package org.stockbook.kernel.revaluation;

import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * How a revaluation changes the value of one increase.
 *
 * @param quantity what of the increase is revalued
 */
public record RevaluationShare(ItemLedgerEntryNo entry, Quantity quantity, Amount amount) {}
