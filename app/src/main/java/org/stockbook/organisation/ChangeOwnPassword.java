package org.stockbook.organisation;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.Permissions;

/** Lets people choose their own password, which nobody else has seen. */
@Component
public class ChangeOwnPassword {
    private final Users users;
    private final PasswordEncoder passwords;
    private final Permissions permissions;

    ChangeOwnPassword(Users users, PasswordEncoder passwords, Permissions permissions) {
        this.users = users;
        this.passwords = passwords;
        this.permissions = permissions;
    }

    /** What came of it. */
    public enum Outcome {
        CHANGED,
        PRESENT_ONE_WRONG,
        TOO_SHORT
    }

    /** Whoever found an open browser must know the present password too. */
    @Transactional
    public Outcome change(String present, String wanted) {
        var login = permissions.login();
        var matches = users.passwordHash(login).filter(hash -> !present.isEmpty() && passwords.matches(present, hash)).isPresent();
        if (!matches) {
            return Outcome.PRESENT_ONE_WRONG;
        }
        if (wanted.length() < OneTimePassword.SHORTEST) {
            return Outcome.TOO_SHORT;
        }
        users.changePassword(login, String.valueOf(passwords.encode(wanted)));
        return Outcome.CHANGED;
    }
}
