package org.stockbook.kernel.generalledger;

import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** What is now in the general ledger of a value entry and was not before. */
public record PostedCost(ValueEntryNo entry, CostParts parts) {}
