package org.stockbook.costs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.reconciliation.Reconciliation;
import org.stockbook.kernel.reconciliation.ReconciliationWarning;

/**
 * Inventory beside the general ledger (spec: reconciliation, section 8).
 *
 * @param accounts the accounts that the posting setups name for each type
 * @param warnings why the two may differ, the likeliest cause first
 */
public record ReconciledInventory(
        LocalDate asOf, Reconciliation reconciliation, Map<AccountType, Set<AccountNo>> accounts, List<ReconciliationWarning> warnings) {
    public ReconciledInventory {
        accounts = Map.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    /** The types that are in use: with accounts or with amounts. */
    public List<Reconciliation.Row> rows() {
        return reconciliation.rows().stream()
                .filter(row -> !accountsOf(row.type()).isEmpty() || !row.total().isZero() || !row.ledgerTotal().isZero())
                .toList();
    }

    public Set<AccountNo> accountsOf(AccountType type) {
        return accounts.getOrDefault(type, Set.of());
    }

    /** What does not agree, over all types and whichever way: zero only where every type agrees. */
    public Amount difference() {
        return reconciliation.rows().stream().map(row -> row.difference().abs()).reduce(Amount.ZERO, Amount::plus);
    }

    public boolean agrees() {
        return !reconciliation.hasDifference();
    }
}
