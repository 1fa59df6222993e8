package org.stockbook.kernel.accounts;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stockbook.kernel.accounts.AccountRefusal.AccountBlocked;
import org.stockbook.kernel.accounts.AccountRefusal.AccountMissing;
import org.stockbook.kernel.accounts.AccountRefusal.AccountNotPosting;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowBlocked;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowMissing;
import org.stockbook.kernel.accounts.AccountResolution.Resolved;
import org.stockbook.kernel.code.AccountNo;

/**
 * The posting setups of a company with the state of the accounts they name: the only place that turns an account type into an
 * account (spec: reconciliation, sections 2 and 23).
 */
public final class PostingSetups {
    private final Map<SetupKey, Map<AccountType, AccountResolution>> rows;

    private PostingSetups(Map<SetupKey, Map<AccountType, AccountResolution>> rows) {
        this.rows = rows;
    }

    /**
     * Reads both tables; a row that names an account outside the chart is a mistake of the program.
     *
     * @param setups the rows of both tables
     * @param accounts at least the accounts that the rows name
     */
    public static PostingSetups of(Collection<PostingSetup> setups, Collection<LedgerAccount> accounts) {
        var accountsByNo = new HashMap<AccountNo, LedgerAccount>();
        accounts.forEach(account -> accountsByNo.put(account.no(), account));
        var rows = new HashMap<SetupKey, Map<AccountType, AccountResolution>>();
        for (var setup : setups) {
            if (rows.put(setup.key(), resolve(setup, accountsByNo)) != null) {
                throw new IllegalArgumentException("two posting setups for " + setup.key());
            }
        }
        return new PostingSetups(Map.copyOf(rows));
    }

    /** The account for a type, or the first reason why there is none: row missing, row blocked, account missing, no posting account, blocked. */
    public AccountResolution resolve(AccountType type, AccountKeys keys) {
        var key = keys.keyOf(type);
        var row = rows.get(key);
        if (row == null) {
            return new SetupRowMissing(key, type);
        }
        var resolution = row.get(type);
        return resolution == null ? new AccountMissing(key, type) : resolution;
    }

    /** The distinct accounts that rows name for a type, also those that must not be posted to now (spec: reconciliation, section 8). */
    public Set<AccountNo> accountsOf(AccountType type) {
        var accounts = new TreeSet<AccountNo>();
        for (var row : rows.values()) {
            switch (row.get(type)) {
                case null -> { }
                case Resolved resolved -> accounts.add(resolved.account());
                case AccountBlocked blocked -> accounts.add(blocked.account());
                case AccountNotPosting heading -> accounts.add(heading.account());
                case SetupRowMissing _, SetupRowBlocked _, AccountMissing _ -> { }
            }
        }
        return accounts;
    }

    private static Map<AccountType, AccountResolution> resolve(PostingSetup setup, Map<AccountNo, LedgerAccount> accounts) {
        var resolutions = new EnumMap<AccountType, AccountResolution>(AccountType.class);
        for (var type : AccountType.values()) {
            var no = setup.accounts().get(type);
            if (setup.blocked()) {
                resolutions.put(type, new SetupRowBlocked(setup.key(), type));
            } else if (no != null) {
                var account = accounts.get(no);
                if (account == null) {
                    throw new IllegalArgumentException("account " + no + " of " + setup.key() + " is not in the chart");
                }
                resolutions.put(type, resolve(new SetupField(setup.key(), type), account));
            }
        }
        return resolutions;
    }

    private static AccountResolution resolve(SetupField field, LedgerAccount account) {
        if (!account.posting()) {
            return new AccountNotPosting(field.key(), field.type(), account.no());
        }
        if (account.blocked()) {
            return new AccountBlocked(field.key(), field.type(), account.no());
        }
        return new Resolved(account.no());
    }

    private record SetupField(SetupKey key, AccountType type) {}
}
