package org.stockbook.kernel.accounts;

/**
 * One row of the account table (spec: reconciliation, section 3).
 *
 * @param account gets the amount of the value entry as it stands
 * @param balancing gets the amount with the opposite sign
 */
public record AccountPair(AccountType account, AccountType balancing) {
    /** The same rule seen from the other side. */
    public AccountPair opposite() {
        return new AccountPair(/* account= */ balancing, /* balancing= */ account);
    }
}
