package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.EnumMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.AccountBalances;
import org.stockbook.finance.PostingSetupTables;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.reconciliation.Reconciliation;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Sets what value entries say beside what the general ledger says, for every type of account (spec: reconciliation, section 8). */
@Component
public class ReconcileInventory {
    private final LedgerChecks checks;
    private final AccountBalances balances;
    private final PostingSetupTables setups;
    private final Permissions permissions;

    ReconcileInventory(
            LedgerChecks checks, AccountBalances balances, PostingSetupTables setups, Permissions permissions) {
        this.checks = checks;
        this.balances = balances;
        this.setups = setups;
        this.permissions = permissions;
    }

    /** As of a posting date. */
    @Transactional(readOnly = true)
    public Reconciliation asOf(LocalDate date) {
        permissions.require(Permission.READ_GENERAL_LEDGER);
        var accounts = setups.load();
        var ledger = balances.asOf(date);
        var totals = new EnumMap<AccountType, Amount>(AccountType.class);
        for (var type : AccountType.values()) {
            totals.put(
                    type,
                    accounts.accountsOf(type).stream()
                            .map(account -> ledger.getOrDefault(account, Amount.ZERO))
                            .reduce(Amount.ZERO, Amount::plus));
        }
        return Reconciliation.of(checks.costSums(date).stream(), totals);
    }
}
