package org.stockbook.kernel.generalledger;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostRefusal;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.ledger.ValueEntryNo;

/** What a posting does about the general ledger for the value entries it has just made (spec: reconciliation, section 4). */
public final class AutomaticCostPosting {
    private AutomaticCostPosting() {}

    /**
     * Checks the setup of every entry, also of what is not posted now; then posts entry by entry, or leaves the entries to the
     * batch.
     *
     * @param entries new and unposted, in posting order
     */
    public static Outcome post(List<? extends CostEntry> entries, PostingSetups setups, CostPostingSwitches switches) {
        var refused = new ArrayList<RefusedCost>();
        var lines = new EntryLines();
        var posted = new ArrayList<PostedCost>();
        for (var entry : entries) {
            var prepared = PreparedCost.of(entry, setups, PreparedCost.ALL);
            if (prepared.isRefused()) {
                refused.add(new RefusedCost(entry.no(), prepared.refusals()));
            } else if (switches.automatic() && switches.concern(entry)) {
                var now = switches.expected() ? prepared : PreparedCost.of(entry, setups, PreparedCost.ACTUAL_ONLY);
                lines.add(now);
                posted.add(new PostedCost(entry.no(), now.open()));
            }
        }
        if (!refused.isEmpty()) {
            return new Refused(refused);
        }
        var pending = switches.automatic() ? List.<ValueEntryNo>of() : pending(entries, switches);
        return new Posted(lines.transactions(), posted, pending);
    }

    /**
     * The entries that the batch has to post one day: all with an open actual amount, and those with an open expected amount
     * where expected cost is posted. Nothing is checked.
     */
    public static List<ValueEntryNo> pending(List<? extends CostEntry> entries, CostPostingSwitches switches) {
        return entries.stream().filter(switches::concern).map(CostEntry::no).toList();
    }

    /** The posting as far as the general ledger is concerned. */
    public sealed interface Outcome {}

    /**
     * Every account is there.
     *
     * @param transactions the lines of each posted entry, balanced each by itself and therefore together
     * @param posted what the posted entries have brought to the general ledger
     * @param pending the entries that wait for the batch
     */
    public record Posted(
            List<GeneralLedgerTransaction> transactions, List<PostedCost> posted, List<ValueEntryNo> pending)
            implements Outcome {
        public Posted {
            transactions = List.copyOf(transactions);
            posted = List.copyOf(posted);
            pending = List.copyOf(pending);
        }
    }

    /** Some account is not; nothing must be written. */
    public record Refused(List<RefusedCost> entries) implements Outcome {
        public Refused {
            entries = List.copyOf(entries);
        }
    }

    /** An entry and everything that is wrong with its accounts. */
    public record RefusedCost(ValueEntryNo entry, List<CostRefusal> refusals) {
        public RefusedCost {
            refusals = List.copyOf(refusals);
        }
    }
}
