package org.stockbook.kernel.accounts;

import org.stockbook.kernel.code.AccountNo;

/** The account that the posting setups name for an account type, or why there is none to post to. */
public sealed interface AccountResolution permits AccountResolution.Resolved, AccountRefusal {
    /** May be posted to. */
    record Resolved(AccountNo account) implements AccountResolution {}
}
