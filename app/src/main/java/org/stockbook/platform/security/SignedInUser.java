package org.stockbook.platform.security;

import java.io.Serializable;
import java.util.Set;
import org.stockbook.platform.i18n.Language;

/** Who is acting: a person, a program with credentials, or Stockbook itself on behalf of the command line. */
public record SignedInUser(String login, String displayName, Language language, PermissionSet permissionSet) implements Serializable {
    /** Stockbook itself: the command line and jobs, which whoever can start them may run. */
    public static final SignedInUser STOCKBOOK = new SignedInUser("system", "Stockbook", Language.ENGLISH, PermissionSet.ADMINISTRATOR);

    public boolean may(Permission permission) {
        return permissionSet.permissions().contains(permission);
    }

    public boolean mayAll(Set<Permission> permissions) {
        return permissionSet.permissions().containsAll(permissions);
    }
}
