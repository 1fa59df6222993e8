package org.stockbook.organisation;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Lets somebody in. */
@Component
public class AddUser {
    private final Users users;
    private final PasswordEncoder passwords;
    private final Permissions permissions;

    AddUser(Users users, PasswordEncoder passwords, Permissions permissions) {
        this.users = users;
        this.passwords = passwords;
        this.permissions = permissions;
    }

    /** The login must be free. */
    @Transactional
    public void add(NewUser user, String password) {
        permissions.require(Permission.MANAGE_USERS);
        users.add(user, String.valueOf(passwords.encode(password)));
    }
}
