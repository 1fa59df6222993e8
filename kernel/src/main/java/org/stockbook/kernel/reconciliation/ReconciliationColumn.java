package org.stockbook.kernel.reconciliation;

import org.stockbook.kernel.accounts.AccountType;

/** The balance sheet account that a cost came from: the columns of the reconciliation (spec: reconciliation, section 8). */
public enum ReconciliationColumn {
    INVENTORY,
    INVENTORY_INTERIM,
    WORK_IN_PROCESS;

    /** Both sides of a rule stand in the column of the account that gets the amount as it stands; resources of an assembly are cost of inventory on its way. */
    static ReconciliationColumn of(AccountType account) {
        return switch (account) {
            case INVENTORY_INTERIM -> INVENTORY_INTERIM;
            case WORK_IN_PROCESS -> WORK_IN_PROCESS;
            case INVENTORY,
                    MATERIAL_VARIANCE,
                    MATERIAL_NON_INVENTORY_VARIANCE,
                    CAPACITY_VARIANCE,
                    SUBCONTRACTED_VARIANCE,
                    CAPACITY_OVERHEAD_VARIANCE,
                    MANUFACTURING_OVERHEAD_VARIANCE,
                    COST_OF_GOODS_SOLD,
                    COST_OF_GOODS_SOLD_INTERIM,
                    INVENTORY_ADJUSTMENT,
                    INVENTORY_ACCRUAL_INTERIM,
                    DIRECT_COST_APPLIED,
                    DIRECT_COST_NON_INVENTORY_APPLIED,
                    OVERHEAD_APPLIED,
                    PURCHASE_VARIANCE -> INVENTORY;
        };
    }
}
