package org.stockbook.kernel.generalledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stockbook.kernel.accounts.AccountKeys;
import org.stockbook.kernel.accounts.AccountPair;
import org.stockbook.kernel.accounts.AccountRefusal;
import org.stockbook.kernel.accounts.AccountResolution.Resolved;
import org.stockbook.kernel.accounts.AccountRules;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.accounts.CostRefusal.NoAccountRule;
import org.stockbook.kernel.accounts.CostRefusal;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.measure.Amount;

/** One value entry with the accounts of its open parts, or with every reason why they cannot be posted. */
final class PreparedCost {
    static final Set<CostPart> ACTUAL_ONLY = EnumSet.of(CostPart.ACTUAL);
    static final Set<CostPart> ALL = EnumSet.allOf(CostPart.class);

    private final CostEntry entry;
    private final CostKind kind;
    private final AccountKeys keys;
    private final CostParts open;
    private final List<Line> lines = new ArrayList<>(2);
    private final List<CostRefusal> refusals = new ArrayList<>(0);

    private PreparedCost(CostEntry entry, CostParts open) {
        this.entry = entry;
        this.kind = entry.kind();
        this.keys = entry.keys();
        this.open = open;
    }

    /** One line of an entry whose account is known. */
    record Line(AccountType type, AccountType balancing, AccountNo account, Amount amount) {}

    /**
     * Finds rule and accounts for what is not posted yet; both accounts of a part are asked for, so that every missing one is
     * named (spec: reconciliation, section 3, notes).
     */
    static PreparedCost of(CostEntry entry, PostingSetups setups, Set<CostPart> parts) {
        var prepared = new PreparedCost(entry, open(entry, parts));
        for (var part : CostPart.values()) {
            if (!prepared.open.of(part).isZero()) {
                prepared.add(part, setups);
            }
        }
        return prepared;
    }

    /** What these parts of an entry still have to bring to the general ledger. */
    static CostParts open(CostEntry entry, Set<CostPart> parts) {
        var amounts = entry.amounts();
        var posted = entry.posted();
        return new CostParts(
                parts.contains(CostPart.ACTUAL) ? amounts.actual().minus(posted.actual()) : Amount.ZERO,
                parts.contains(CostPart.EXPECTED) ? amounts.expected().minus(posted.expected()) : Amount.ZERO);
    }

    CostEntry entry() {
        return entry;
    }

    CostKind kind() {
        return kind;
    }

    AccountKeys keys() {
        return keys;
    }

    CostParts open() {
        return open;
    }

    /** Two lines a part, opposite to each other; meaningless when refused. */
    List<Line> lines() {
        return lines;
    }

    List<CostRefusal> refusals() {
        return refusals;
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    private void add(CostPart part, PostingSetups setups) {
        var rule = AccountRules.pair(kind, part);
        if (rule.isEmpty()) {
            refusals.add(new NoAccountRule(kind, part));
        } else {
            var pair = rule.get();
            add(pair, open.of(part), setups);
            add(pair.opposite(), open.of(part).negated(), setups);
        }
    }

    private void add(AccountPair pair, Amount amount, PostingSetups setups) {
        switch (setups.resolve(pair.account(), keys)) {
            case Resolved(var account) -> lines.add(new Line(pair.account(), pair.balancing(), account, amount));
            case AccountRefusal refusal -> refusals.add(refusal);
        }
    }
}
