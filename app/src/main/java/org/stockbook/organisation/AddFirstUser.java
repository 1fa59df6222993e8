package org.stockbook.organisation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.PermissionSet;

/** Gives empty books an administrator, so that somebody can sign in at all. */
@Component
public class AddFirstUser {
    private final Users users;
    private final AddUser addUser;

    AddFirstUser(Users users, AddUser addUser) {
        this.users = users;
        this.addUser = addUser;
    }

    /** Adds an administrator with a random password if there is no user yet; answers who was added. */
    @Transactional
    public Optional<FirstUser> addIfNone(String login) {
        if (!users.all().isEmpty()) {
            return Optional.empty();
        }
        var password = OneTimePassword.random();
        addUser.add(new NewUser(login, "Administrator", "en", PermissionSet.ADMINISTRATOR), password);
        return Optional.of(new FirstUser(login, password));
    }

    /** Shown once and kept nowhere. */
    public record FirstUser(String login, String password) {}
}
