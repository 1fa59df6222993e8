package org.stockbook.kernel.documents.invoicing;

import org.stockbook.kernel.posting.LineNo;

/**
 * An account that cannot be posted to (spec: finance, section 2).
 *
 * @param line the document line it is for, 0 for the partner's account
 * @param key the row and field of the setup
 * @param found what is wrong with it
 */
public record RefusedAccount(LineNo line, InvoiceAccounts.AccountKey key, InvoiceAccounts.Found found) {
    public String code() {
        return switch (found) {
            case InvoiceAccounts.Found.SetupMissing _, InvoiceAccounts.Found.Account _ -> "finance.posting-setup-missing";
            case InvoiceAccounts.Found.AccountBlocked _ -> "finance.account-blocked";
            case InvoiceAccounts.Found.AccountNotPosting _ -> "finance.account-not-posting";
        };
    }
}
