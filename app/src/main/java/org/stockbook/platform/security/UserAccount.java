package org.stockbook.platform.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A user as the sign-in needs it: who it is and what the password must hash to.
 *
 * @param version counts on with every change of the account, which ends the sessions begun before
 */
record UserAccount(SignedInUser user, String passwordHash, boolean active, int version) implements UserDetails {
    private static final long serialVersionUID = 1L;

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return user.login();
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    /** Without the hash: it must not come into a log. */
    @Override
    public String toString() {
        return user.login();
    }
}
