package org.stockbook.platform.security;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that are kept: who comes with one, if it still counts. */
@Component
class KeptApiKeys {
    private static final String FIND = """
            select k.id, u.login, k.permission_set::text as key_set, u.permission_set::text as user_set,
                   k.last_used_at is null or k.last_used_at < now() - interval '1 minute' as stale
            from api_key k join app_user u on u.id = k.user_id
            where k.key_hash = :hash and k.revoked_at is null and k.expires_at > now() and u.active""";

    private final JdbcClient database;
    private final UserAccounts accounts;

    KeptApiKeys(JdbcClient database, UserAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Who comes with a key; nobody where it is unknown, revoked or over, or gives more than its user still has. */
    Optional<SignedInUser> user(String text) {
        if (!ApiKeyText.isOne(text)) {
            return Optional.empty();
        }
        return database.sql(FIND).param("hash", new ApiKeyText(text).hash())
                .query((row, _) -> new Found(row.getLong("id"), row.getString("login"), set(row.getString("key_set")), set(row.getString("user_set")), row.getBoolean("stale")))
                .optional()
                .filter(found -> found.ofUser().permissions().containsAll(found.ofKey().permissions()))
                .map(this::used);
    }

    private static PermissionSet set(String code) {
        return PermissionSet.ofCode(code).orElse(PermissionSet.VIEWER);
    }

    private SignedInUser used(Found found) {
        if (found.stale()) {
            database.sql("update api_key set last_used_at = now() where id = :id").param("id", found.id()).update();
        }
        var owner = accounts.loadUserByUsername(found.login()).user();
        return new SignedInUser(owner.login(), owner.displayName(), owner.language(), found.ofKey());
    }

    private record Found(long id, String login, PermissionSet ofKey, PermissionSet ofUser, boolean stale) {}
}
