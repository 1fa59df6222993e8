package org.stockbook.kernel.accounts;

import org.stockbook.kernel.code.AccountNo;

/**
 * Why an account cannot be posted to: the setup row that was asked and the field in it (spec: reconciliation, section 11;
 * finance, section 2).
 */
public sealed interface AccountRefusal extends AccountResolution, CostRefusal {
    SetupKey key();

    /** The field of the setup row. */
    AccountType field();

    @Override
    default String code() {
        return switch (this) {
            case SetupRowMissing _, SetupRowBlocked _, AccountMissing _ -> "finance.posting-setup-missing";
            case AccountBlocked _ -> "finance.account-blocked";
            case AccountNotPosting _ -> "finance.account-not-posting";
        };
    }

    /** There is no row for these groups. */
    record SetupRowMissing(SetupKey key, AccountType field) implements AccountRefusal {}

    /** The row must not be used. */
    record SetupRowBlocked(SetupKey key, AccountType field) implements AccountRefusal {}

    /** The row names no account for this type. */
    record AccountMissing(SetupKey key, AccountType field) implements AccountRefusal {}

    /** The account must not be posted to. */
    record AccountBlocked(SetupKey key, AccountType field, AccountNo account) implements AccountRefusal {}

    /** The account is a heading or a total. */
    record AccountNotPosting(SetupKey key, AccountType field, AccountNo account) implements AccountRefusal {}
}
