package org.stockbook.costs;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.AccountBalances;
import org.stockbook.finance.PostingSetupTables;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.reconciliation.LedgerBalances;
import org.stockbook.kernel.reconciliation.Reconciliation;
import org.stockbook.kernel.reconciliation.ReconciliationWarning;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Sets what value entries say beside what the general ledger says, for every type of account (spec: reconciliation, section 8). */
@Component
public class ReconcileInventory {
    /** Later than any posting. */
    public static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final LedgerChecks checks;
    private final AccountBalances balances;
    private final PostingSetupTables setups;
    private final InventoryPolicies policies;
    private final Permissions permissions;

    ReconcileInventory(
            LedgerChecks checks, AccountBalances balances, PostingSetupTables setups, InventoryPolicies policies, Permissions permissions) {
        this.checks = checks;
        this.balances = balances;
        this.setups = setups;
        this.policies = policies;
        this.permissions = permissions;
    }

    /** As of a posting date. What may be behind a difference is looked for only where there is one. */
    @Transactional(readOnly = true)
    public ReconciledInventory asOf(LocalDate date) {
        permissions.require(Permission.READ_GENERAL_LEDGER);
        var accounts = accounts();
        var reconciliation = compare(date, accounts);
        var expected = policies.of(permissions.login()).costPosting().expected();
        var warnings = ReconciliationWarning.of(
                reconciliation, reconciliation.hasDifference() ? facts(date, accounts, expected) : nothingWrong(expected));
        return new ReconciledInventory(date, reconciliation, accounts, warnings);
    }

    private Map<AccountType, Set<AccountNo>> accounts() {
        var named = setups.load();
        var accounts = new EnumMap<AccountType, Set<AccountNo>>(AccountType.class);
        for (var type : AccountType.values()) {
            accounts.put(type, named.accountsOf(type));
        }
        return accounts;
    }

    private Reconciliation compare(LocalDate date, Map<AccountType, Set<AccountNo>> accounts) {
        return Reconciliation.of(checks.costSums(date).stream(), new LedgerBalances(accounts, balances.asOf(date)));
    }

    private static ReconciliationWarning.Facts nothingWrong(boolean expectedPosting) {
        return new ReconciliationWarning.Facts(expectedPosting, false, false, false, false, false);
    }

    private ReconciliationWarning.Facts facts(LocalDate date, Map<AccountType, Set<AccountNo>> accounts, boolean expectedPosting) {
        var all = accounts.values().stream().flatMap(Set::stream).toList();
        var found = checks.suspicions(date, List.copyOf(Set.copyOf(all)));
        var similar = all.stream().collect(Collectors.groupingBy(account -> account, Collectors.counting())).values().stream()
                .anyMatch(uses -> uses > 1);
        return new ReconciliationWarning.Facts(
                expectedPosting,
                found.yearClosed(),
                !date.equals(ALWAYS) && !compare(ALWAYS, accounts).hasDifference(),
                found.directPostings(),
                found.accountsReassigned(),
                similar);
    }
}
