package org.stockbook.kernel.accounts;

/**
 * Why the cost of a value entry has nowhere to go: a posting that would write such an entry is refused, whether it posts to the
 * general ledger at once or not (spec: reconciliation, sections 4 and 10).
 */
public sealed interface CostRefusal permits AccountRefusal, CostRefusal.NoAccountRule {
    /** Stable code of the catalogue of errors. */
    String code();

    /** No correct posting writes such an entry. */
    record NoAccountRule(CostKind kind, CostPart part) implements CostRefusal {
        @Override
        public String code() {
            return CombinationNotPostable.CODE;
        }
    }
}
