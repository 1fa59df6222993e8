package org.stockbook.scenario.store;

import org.springframework.stereotype.Component;
import org.stockbook.finance.dimensions.DimensionSets;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.periods.CloseInventoryPeriods;
import org.stockbook.journals.ItemJournals;

/** The use cases and services that scenarios post through, the same that post for users. */
@Component
record InventoryServices(
        InventoryLedger ledger,
        InventoryPosting posting,
        AdjustCosts adjustment,
        PostCostToGeneralLedger costPosting,
        GeneralLedger generalLedger,
        DimensionSets dimensions,
        ItemJournals journals,
        CloseInventoryPeriods periods) {}
