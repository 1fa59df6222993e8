package org.stockbook.web.calls;

import java.util.Optional;
import org.stockbook.platform.security.Permission;

/** Records that keep more than their fields: files, and who did what to them. Rooms declare theirs. */
public interface Dossiers {
    /** What changing records of a collection needs; nothing for a collection of others. It is asked before anything is looked for. */
    Optional<Permission> change(String collection);

    /**
     * What a record keeps, if there is such a record and its reader sees it.
     *
     * @param address the part of an address that names the record for people, for instance {@code number:1000}
     * @throws org.stockbook.platform.security.PermissionMissing for who may not read such records
     */
    Optional<Dossier> find(String collection, String address);
}
