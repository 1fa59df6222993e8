package org.stockbook.scenario;

import java.util.List;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.InventoryPeriodRow;
import org.stockbook.scenario.company.ItemLedgerRow;
import org.stockbook.scenario.company.ItemRow;
import org.stockbook.scenario.company.PendingValueRow;
import org.stockbook.scenario.company.RevaluationRow;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.company.StockkeepingUnitRow;
import org.stockbook.scenario.company.ValueRow;

/** Everything that a company shows at one moment: two moments are compared to see whether something in between left a trace. */
record Trace(
        List<ItemLedgerRow> itemLedger,
        List<ValueRow> values,
        List<GeneralLedgerRow> generalLedger,
        List<ItemRow> items,
        List<StockkeepingUnitRow> stockkeepingUnits,
        List<RevaluationRow> revaluationLines,
        List<InventoryPeriodRow> inventoryPeriods,
        List<PendingValueRow> pendingValues) {

    static Trace of(ScenarioCompany company) {
        return new Trace(
                company.itemLedgerEntries(),
                company.valueEntries(),
                company.generalLedgerEntries(),
                company.items(),
                company.stockkeepingUnits(),
                company.revaluationLines(),
                company.inventoryPeriods(),
                company.pendingValueEntries());
    }
}
