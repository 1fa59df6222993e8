package org.stockbook.inventory;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.accounts.CostRefusal;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.generalledger.GeneralLedgerLine;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.Refusal;

/** What came of posting lines to the inventory ledgers: all of it or nothing. */
public sealed interface InventoryOutcome {
    /**
     * Written, or in a preview what would be written.
     *
     * @param register number of the item register, 0 in a preview or where nothing changed
     * @param lines which entries each line made, in the order of the lines
     * @param entries new item ledger entries
     * @param values new value entries with their valuation dates
     * @param generalLedger lines posted to the general ledger at once, in order of transactions
     * @param unitCosts of a preview: what the cards of items will say where posting changes them
     */
    record Posted(
            long register,
            List<PostedLine> lines,
            List<ItemLedgerEntry> entries,
            List<NewValue> values,
            List<GeneralLedgerLine> generalLedger,
            Map<ItemNo, UnitCost> unitCosts)
            implements InventoryOutcome {
        public Posted(long register, List<PostedLine> lines, List<ItemLedgerEntry> entries, List<NewValue> values, List<GeneralLedgerLine> generalLedger) {
            this(register, lines, entries, values, generalLedger, Map.of());
        }

        public Posted {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
            values = List.copyOf(values);
            generalLedger = List.copyOf(generalLedger);
            unitCosts = Map.copyOf(unitCosts);
        }
    }

    /**
     * Nothing was written.
     *
     * @param refusals at most one for each line
     * @param accounts costs that have no account to go to, by line
     */
    record Refused(List<Refusal> refusals, List<NoAccount> accounts) implements InventoryOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
            accounts = List.copyOf(accounts);
        }
    }

    /** A new value entry as it was posted. */
    record NewValue(ValueEntry entry, ValueState state) {}

    /** The cost of a line cannot be booked. */
    record NoAccount(LineNo line, CostRefusal refusal) {}
}
