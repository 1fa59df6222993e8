package org.stockbook.kernel.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.accounts.AccountPair;
import org.stockbook.kernel.accounts.AccountRules;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.generalledger.GeneralLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;

/**
 * What value entries say is posted and what the general ledger holds of them is the same, entry by entry
 * (spec: reconciliation, sections 6 and 23).
 */
public final class LedgerProof {
    private final Map<ValueEntryNo, PostedEntry> entries;
    private final List<Finding> findings = new ArrayList<>();

    private LedgerProof(Collection<? extends CostEntry> costs) {
        entries = HashMap.newHashMap(costs.size());
        costs.forEach(cost -> entries.put(cost.no(), new PostedEntry(cost)));
    }

    /**
     * An entry of the general ledger that comes from inventory.
     *
     * @param use the type of its account and of the account of the opposite line
     * @param valueEntries those it is related to
     */
    public record LedgerEntry(GeneralLedgerEntryNo no, AccountPair use, Amount amount, List<ValueEntryNo> valueEntries) {
        public LedgerEntry {
            valueEntries = List.copyOf(valueEntries);
        }
    }

    /**
     * Every row for which the two books do not agree.
     *
     * @param costs the value entries with what is posted of them
     * @param ledger all general ledger entries that are related to them
     */
    public static List<Finding> findings(Collection<? extends CostEntry> costs, Iterable<LedgerEntry> ledger) {
        var proof = new LedgerProof(costs);
        ledger.forEach(proof::ledgerEntry);
        costs.forEach(proof::valueEntry);
        return List.copyOf(proof.findings);
    }

    private void ledgerEntry(LedgerEntry line) {
        var sum = Amount.ZERO;
        for (var no : line.valueEntries()) {
            var entry = entries.get(no);
            if (entry != null) {
                sum = sum.plus(entry.take(line.use()));
            }
        }
        if (!sum.equals(line.amount())) {
            findings.add(Finding.of(Invariant.LEDGER_IS_POSTED_COST, new Subject.OfLedgerEntry(line.no()), sum, line.amount()));
        }
    }

    private void valueEntry(CostEntry cost) {
        var entry = entries.get(cost.no());
        if (entry == null) {
            return;
        }
        for (var part : CostPart.values()) {
            var expected = cost.posted().of(part).isZero() ? 0 : 1;
            for (var side : Side.values()) {
                var found = entry.found(part, side);
                if (found != expected) {
                    findings.add(Finding.of(Invariant.POSTED_COST_IS_IN_LEDGER, new Subject.OfValue(cost.no()), expected, found));
                }
            }
        }
    }

    private enum Side {
        ACCOUNT,
        BALANCING
    }

    /** A value entry and how often each side of each part of it was met in the general ledger. */
    private static final class PostedEntry {
        private static final int COUNT_BITS = 8;
        private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

        private final CostEntry cost;
        private int counts;

        private PostedEntry(CostEntry cost) {
            this.cost = cost;
        }

        /** The posted amount that belongs on an account of this use; zero if none does. */
        private Amount take(AccountPair use) {
            for (var part : CostPart.values()) {
                var pair = AccountRules.pair(cost.kind(), part);
                if (!cost.posted().of(part).isZero() && pair.isPresent()) {
                    if (pair.get().equals(use)) {
                        return take(part, Side.ACCOUNT);
                    }
                    if (pair.get().opposite().equals(use)) {
                        return take(part, Side.BALANCING);
                    }
                }
            }
            return Amount.ZERO;
        }

        private Amount take(CostPart part, Side side) {
            if (found(part, side) < COUNT_MASK) {
                counts += 1 << shift(part, side);
            }
            return switch (side) {
                case ACCOUNT -> cost.posted().of(part);
                case BALANCING -> cost.posted().of(part).negated();
            };
        }

        private int found(CostPart part, Side side) {
            return (counts >>> shift(part, side)) & COUNT_MASK;
        }

        private static int shift(CostPart part, Side side) {
            return (part == CostPart.ACTUAL ? 0 : 2 * COUNT_BITS) + (side == Side.ACCOUNT ? 0 : COUNT_BITS);
        }
    }
}
