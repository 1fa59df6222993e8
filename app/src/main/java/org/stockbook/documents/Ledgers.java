package org.stockbook.documents;

import org.springframework.stereotype.Component;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.InvoiceLedgers;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPosting;

/** The books that a document writes to. */
@Component
record Ledgers(
        InventoryLedger inventory, InventoryPosting posting, InventoryPolicies policies, GeneralLedger general, InvoiceLedgers invoices,
        SettleDocument settle, DocumentDimensions dimensions) {}
