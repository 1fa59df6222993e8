package org.stockbook.organisation;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Gives a user another password. */
@Component
public class ResetPassword {
    private final Users users;
    private final PasswordEncoder passwords;
    private final Permissions permissions;

    ResetPassword(Users users, PasswordEncoder passwords, Permissions permissions) {
        this.users = users;
        this.passwords = passwords;
        this.permissions = permissions;
    }

    /** Answers false, and changes nothing, if the password is too short. */
    @Transactional
    public boolean reset(String login, String password) {
        permissions.require(Permission.MANAGE_USERS);
        if (password.length() < OneTimePassword.SHORTEST) {
            return false;
        }
        users.changePassword(login, String.valueOf(passwords.encode(password)));
        return true;
    }
}
