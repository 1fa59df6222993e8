package org.stockbook.platform.security;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.stockbook.platform.i18n.Language;

/** The users kept in the database. */
@Component
class UserAccounts implements UserDetailsService {
    private final JdbcClient database;

    UserAccounts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public UserAccount loadUserByUsername(String login) {
        return database.sql("select login, display_name, password_hash, language_tag, permission_set::text, active, version from app_user where lower(login) = lower(:login)")
                .param("login", login)
                .query((row, _) -> new UserAccount(
                        new SignedInUser(
                                row.getString("login"),
                                nameOf(row.getString("display_name"), row.getString("login")),
                                Language.ofTag(row.getString("language_tag")).orElse(Language.ENGLISH),
                                PermissionSet.ofCode(row.getString("permission_set")).orElse(PermissionSet.VIEWER)),
                        row.getString("password_hash"),
                        row.getBoolean("active"),
                        row.getInt("version")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }

    /** How often an account was changed; nothing if it may not act any more. */
    Optional<Integer> activeVersion(String login) {
        return database.sql("select version from app_user where login = :login and active").param("login", login).query(Integer.class).optional();
    }

    private static String nameOf(String displayName, String login) {
        return displayName.isBlank() ? login : displayName;
    }
}
