package org.stockbook.kernel.accounts;

import java.util.Map;
import org.stockbook.kernel.code.AccountNo;

/**
 * One row of a posting setup: the accounts that it names; a type without an account is absent.
 *
 * @param blocked the row must not be used; only rows of the general posting setup can be blocked
 */
public record PostingSetup(SetupKey key, Map<AccountType, AccountNo> accounts, boolean blocked) {
    public PostingSetup {
        accounts = Map.copyOf(accounts);
        for (var type : accounts.keySet()) {
            if (type.table() != key.table()) {
                throw new IllegalArgumentException(type + " is not an account of the " + key.table());
            }
        }
    }
}
