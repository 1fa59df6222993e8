package org.stockbook.kernel.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.accounts.CostKind.CapacityUse;
import org.stockbook.kernel.accounts.CostKind.Movement;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.origin.OrderType;

/** {@link AccountRules} worked out once for every kind of cost, so that a million value entries need a million look-ups and no decisions. */
final class RuleTable {
    private static final Map<CostKind, Rules> RULES = allRules();

    private RuleTable() {}

    private record Rules(Optional<AccountPair> actual, Optional<AccountPair> expected) {
        private static Rules of(CostKind kind) {
            return new Rules(AccountRules.decide(kind, CostPart.ACTUAL), AccountRules.decide(kind, CostPart.EXPECTED));
        }
    }

    static Optional<AccountPair> pair(CostKind kind, CostPart part) {
        var rules = RULES.get(kind);
        if (rules == null) {
            throw new IllegalStateException("no rules for " + kind);
        }
        return switch (part) {
            case ACTUAL -> rules.actual;
            case EXPECTED -> rules.expected;
        };
    }

    private static Map<CostKind, Rules> allRules() {
        var rules = new HashMap<CostKind, Rules>();
        for (var type : ValueEntryType.values()) {
            for (var entryType : EntryType.values()) {
                for (var variance : VarianceType.values()) {
                    var movement = new Movement(entryType, type, variance);
                    rules.put(movement, Rules.of(movement));
                }
            }
            for (var order : OrderType.values()) {
                var use = new CapacityUse(order, type);
                rules.put(use, Rules.of(use));
            }
        }
        return Map.copyOf(rules);
    }
}
