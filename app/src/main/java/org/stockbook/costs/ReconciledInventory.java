package org.stockbook.costs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** What is compared, as far as it is in use: with accounts or with amounts. */
    public List<Reconciliation.Comparison> comparisons() {
        return reconciliation.comparisons().stream().filter(each -> !rowsOf(each).isEmpty()).toList();
    }

    /** The types in a comparison that are in use. */
    public List<Reconciliation.Row> rowsOf(Reconciliation.Comparison comparison) {
        return comparison.types().stream().map(reconciliation::row).filter(this::isUsed).toList();
    }

    private boolean isUsed(Reconciliation.Row row) {
        return !accountsOf(row.type()).isEmpty() || !row.total().isZero() || !row.ledgerTotal().isZero();
    }

    /** The accounts of all types in a comparison. */
    public Set<AccountNo> accountsOf(Reconciliation.Comparison comparison) {
        return comparison.types().stream().flatMap(type -> accountsOf(type).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<AccountNo> accountsOf(AccountType type) {
        return accounts.getOrDefault(type, Set.of());
    }

    /** What does not agree, over all comparisons and whichever way: zero only where every one agrees. */
    public Amount difference() {
        return reconciliation.comparisons().stream().map(each -> each.difference().abs()).reduce(Amount.ZERO, Amount::plus);
    }

    public boolean agrees() {
        return !reconciliation.hasDifference();
    }
}
