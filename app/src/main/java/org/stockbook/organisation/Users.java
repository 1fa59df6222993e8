package org.stockbook.organisation;

import java.util.List;

/** The users as they are kept. */
public interface Users {
    /** Who may sign in, by login; Stockbook itself is not among them. */
    List<NewUser> all();

    boolean exists(String login);

    /** Adds somebody with the hash of a password. */
    void add(NewUser user, String passwordHash);

    void changePassword(String login, String passwordHash);
}
