package org.stockbook.kernel.generalledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.generalledger.SkipReason.AmountsInconsistent;
import org.stockbook.kernel.generalledger.SkipReason.DateNotAllowed;
import org.stockbook.kernel.generalledger.SkipReason.ExpectedCostPostingOff;
import org.stockbook.kernel.generalledger.SkipReason.NoAccount;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * Posts inventory cost that is pending to the general ledger (spec: reconciliation, section 5). The test report is the same
 * function, its outcome is only not written.
 */
public final class CostPostingBatch {
    private final PostingSetups setups;
    private final Options options;
    private final LineBuffer lines;
    private final List<PostedCost> posted = new ArrayList<>();
    private final List<SkippedCost> skipped = new ArrayList<>();
    private final List<ValueEntryNo> nothingToPost = new ArrayList<>();

    private CostPostingBatch(PostingSetups setups, Options options) {
        this.setups = setups;
        this.options = options;
        this.lines = LineBuffer.of(options.method());
    }

    /**
     * How to post.
     *
     * @param expected the company posts expected cost
     * @param allowed in which whoever runs the batch may post
     */
    public record Options(PostingMethod method, boolean expected, AllowedDates allowed) {}

    /**
     * What the run writes, or would write; every entry is in exactly one of the three last lists.
     *
     * @param transactions balanced each, in the order of the entries or, per posting group, of posting dates
     * @param posted what the posted entries have brought to the general ledger; they are no longer pending
     * @param skipped the entries that stay pending
     * @param nothingToPost the entries without open amounts; they are no longer pending
     */
    public record Outcome(
            List<GeneralLedgerTransaction> transactions,
            List<PostedCost> posted,
            List<SkippedCost> skipped,
            List<ValueEntryNo> nothingToPost) {
        public Outcome {
            transactions = List.copyOf(transactions);
            posted = List.copyOf(posted);
            skipped = List.copyOf(skipped);
            nothingToPost = List.copyOf(nothingToPost);
        }
    }

    /**
     * An entry that stays pending.
     *
     * @param open what is not posted of it
     */
    public record SkippedCost(ValueEntryNo entry, CostKind kind, CostParts open, List<SkipReason> reasons) {
        public SkippedCost {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Posts what can be posted and says why the rest stays pending.
     *
     * @param entries pending, in the order in which they shall be posted
     */
    public static Outcome run(Iterable<? extends CostEntry> entries, PostingSetups setups, Options options) {
        var batch = new CostPostingBatch(setups, options);
        for (var entry : entries) {
            batch.take(entry);
        }
        return new Outcome(batch.lines.transactions(), batch.posted, batch.skipped, batch.nothingToPost);
    }

    private void take(CostEntry entry) {
        var open = PreparedCost.open(entry, PreparedCost.ALL);
        if (open.isZero()) {
            nothingToPost.add(entry.no());
            return;
        }
        var prepared = PreparedCost.of(entry, setups, parts());
        var reasons = reasons(prepared, open);
        if (reasons.isEmpty()) {
            lines.add(prepared);
            posted.add(new PostedCost(entry.no(), prepared.open()));
        } else {
            skipped.add(new SkippedCost(entry.no(), entry.kind(), open, reasons));
        }
    }

    private Set<CostPart> parts() {
        return options.expected() ? PreparedCost.ALL : PreparedCost.ACTUAL_ONLY;
    }

    private List<SkipReason> reasons(PreparedCost prepared, CostParts open) {
        var entry = prepared.entry();
        if (prepared.open().isZero()) {
            return List.of(new ExpectedCostPostingOff(open.expected()));
        }
        var reasons = new ArrayList<SkipReason>(0);
        for (var part : CostPart.values()) {
            var already = entry.posted().of(part);
            if (!already.isZero() && !already.equals(entry.amounts().of(part))) {
                reasons.add(new AmountsInconsistent(part, entry.amounts().of(part), already));
            }
        }
        if (!options.allowed().allow(entry.postingDate())) {
            reasons.add(new DateNotAllowed(entry.postingDate(), options.allowed()));
        }
        prepared.refusals().forEach(refusal -> reasons.add(new NoAccount(refusal)));
        return reasons;
    }
}
