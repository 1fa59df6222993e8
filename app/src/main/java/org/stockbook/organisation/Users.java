package org.stockbook.organisation;

import java.util.List;
import java.util.Optional;

/** The users as they are kept. */
public interface Users {
    /** Who may sign in, by login; Stockbook itself is not among them. */
    List<NewUser> all();

    boolean exists(String login);

    /** Adds somebody with the hash of a password. */
    void add(NewUser user, String passwordHash);

    /** What the password of somebody hashes to; nothing for those who are not there. */
    Optional<String> passwordHash(String login);

    /** The login behind a key; nothing for Stockbook itself. */
    Optional<String> login(long id);

    void changePassword(String login, String passwordHash);
}
