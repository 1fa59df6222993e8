package org.stockbook.organisation;

import java.time.Instant;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.ApiKeyText;
import org.stockbook.platform.security.PermissionSet;

/** The keys of programs as they are kept: what they hash to, never themselves. */
public interface ApiKeys {
    /**
     * A key to be.
     *
     * @param login whom it acts as
     * @param name what it is for
     */
    record NewKey(String login, String name, PermissionSet permissionSet, Instant expiresAt) {}

    /** Keeps a key and answers with its number. */
    long add(NewKey key, ApiKeyText text);

    /** Answers false if there is no such key, or it was revoked before. */
    boolean revoke(long id);

    /** All keys, for lists. */
    RowSource rows();
}
