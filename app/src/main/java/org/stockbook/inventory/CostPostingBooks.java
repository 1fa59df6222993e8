package org.stockbook.inventory;

import org.springframework.stereotype.Component;
import org.stockbook.finance.GeneralLedger;

/** The books that cost is posted from and to. */
@Component
record CostPostingBooks(InventoryLedger ledger, PendingCosts pending, GeneralLedger general, LedgerLines lines) {}
