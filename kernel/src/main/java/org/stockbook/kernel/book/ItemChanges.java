package org.stockbook.kernel.book;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueState;

/**
 * Everything that one posting or adjustment adds to the book of one item, ready to be written: one batch per table.
 *
 * @param entries new item ledger entries
 * @param values new value entries
 * @param applications new item applications
 * @param removedApplications applications that no longer hold; they stay in the ledger as removed
 * @param entryStates the state of every entry that is new or changed
 * @param valueStates the state of every value entry that is new or changed
 * @param card the item's cost fields, if they changed
 * @param stockkeepingUnits the cost fields of those stockkeeping units that changed
 * @param pointsAdded dates from which costs are no longer final
 * @param pointsCleared dates from which they are final again
 */
public record ItemChanges(
        List<ItemLedgerEntry> entries,
        List<ValueEntry> values,
        List<ItemApplication> applications,
        List<ItemApplication> removedApplications,
        Map<ItemLedgerEntryNo, EntryState> entryStates,
        Map<ValueEntryNo, ValueState> valueStates,
        Optional<CostCard> card,
        Map<Place, CostCard> stockkeepingUnits,
        Set<EntryPoint> pointsAdded,
        Set<EntryPoint> pointsCleared) {

    public boolean isEmpty() {
        return entries.isEmpty()
                && values.isEmpty()
                && applications.isEmpty()
                && removedApplications.isEmpty()
                && entryStates.isEmpty()
                && valueStates.isEmpty()
                && card.isEmpty()
                && stockkeepingUnits.isEmpty()
                && pointsAdded.isEmpty()
                && pointsCleared.isEmpty();
    }
}
