package org.stockbook.scenario.company;

import java.util.List;
import java.util.Optional;
import org.stockbook.scenario.operation.Operation;

/**
 * A throw-away company that a scenario is played against. Entries are numbered from one in posting order, per ledger; posted
 * documents go by the names that the scenario gave them.
 */
public interface ScenarioCompany extends AutoCloseable {
    /** Does one step, wholly or not at all. */
    Outcome execute(Operation operation);

    /** All item ledger entries as they stand, in order of number. */
    List<ItemLedgerRow> itemLedgerEntries();

    /** All value entries as they stand, in order of number. */
    List<ValueRow> valueEntries();

    /** All general ledger entries, in order of number. */
    List<GeneralLedgerRow> generalLedgerEntries();

    List<ItemRow> items();

    List<StockkeepingUnitRow> stockkeepingUnits();

    /** The proposed revaluation lines that have not been posted. */
    List<RevaluationRow> revaluationLines();

    List<InventoryPeriodRow> inventoryPeriods();

    /** A line of a posted document. */
    Optional<PostedLineRow> postedLine(String kind, String document, int line);

    /** A line of a document that is not wholly posted. */
    Optional<OpenLineRow> openLine(String document, int line);

    /** Value entries that wait for the next batch to the general ledger. */
    List<PendingValueRow> pendingValueEntries();

    @Override
    void close();
}
