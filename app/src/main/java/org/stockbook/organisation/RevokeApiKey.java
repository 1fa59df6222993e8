package org.stockbook.organisation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Takes a program's key away; its next call is refused. */
@Component
public class RevokeApiKey {
    private final ApiKeys keys;
    private final Permissions permissions;

    RevokeApiKey(ApiKeys keys, Permissions permissions) {
        this.keys = keys;
        this.permissions = permissions;
    }

    /** Answers false if there is no such key that still counts. */
    @Transactional
    public boolean revoke(long id) {
        permissions.require(Permission.MANAGE_USERS);
        return keys.revoke(id);
    }
}
