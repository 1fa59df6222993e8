package org.stockbook.platform.security;

/** The acting user may not do this ({@code api.permission-missing}, spec: api, section 6). */
public class PermissionMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Permission permission;

    public PermissionMissing(Permission permission) {
        super("permission missing: " + permission);
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
