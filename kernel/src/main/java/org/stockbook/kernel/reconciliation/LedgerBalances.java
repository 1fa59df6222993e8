package org.stockbook.kernel.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.measure.Amount;

/**
 * What the general ledger says of the accounts that posting setups name for each account type.
 *
 * @param accounts none where absent; an account may serve several types
 * @param balances net change; zero where absent
 */
public record LedgerBalances(Map<AccountType, Set<AccountNo>> accounts, Map<AccountNo, Amount> balances) {
    /** An empty general ledger. */
    public static final LedgerBalances NONE = new LedgerBalances(Map.of(), Map.of());

    public LedgerBalances {
        accounts = Map.copyOf(accounts);
        balances = Map.copyOf(balances);
    }

    /** The net change of all accounts of a type. */
    Amount balanceOf(AccountType type) {
        return sum(accountsOf(type));
    }

    private Set<AccountNo> accountsOf(AccountType type) {
        return accounts.getOrDefault(type, Set.of());
    }

    private Amount sum(Set<AccountNo> numbers) {
        return numbers.stream().map(account -> balances.getOrDefault(account, Amount.ZERO)).reduce(Amount.ZERO, Amount::plus);
    }

    /** Every type once, together with those it shares accounts with, directly or through others. */
    List<Sharing> sharing() {
        var groups = new ArrayList<Group>();
        Arrays.stream(AccountType.values()).forEach(type -> groups.add(join(groups, type)));
        return groups.stream().map(group -> new Sharing(group.types().stream().sorted().toList(), sum(group.numbers()))).toList();
    }

    /** A type with all groups that have an account of it; these are taken out of the list. */
    private Group join(List<Group> groups, AccountType type) {
        var types = new ArrayList<>(List.of(type));
        var numbers = new HashSet<>(accountsOf(type));
        for (var group : List.copyOf(groups)) {
            if (group.numbers().stream().anyMatch(accountsOf(type)::contains)) {
                groups.remove(group);
                types.addAll(group.types());
                numbers.addAll(group.numbers());
            }
        }
        return new Group(types, numbers);
    }

    private record Group(List<AccountType> types, Set<AccountNo> numbers) {}

    /**
     * Types that are compared together.
     *
     * @param balance net change of all their accounts, each counted once
     */
    record Sharing(List<AccountType> types, Amount balance) {}
}
