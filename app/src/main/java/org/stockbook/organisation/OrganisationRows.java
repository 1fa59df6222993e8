package org.stockbook.organisation;

import org.stockbook.platform.rows.RowSource;

/** Locations and permission sets as rows, for lists, look-ups and the API. */
public interface OrganisationRows {
    RowSource locations();

    /** Who may do what: each set with the keys of its permissions, which are part of the program. */
    RowSource permissionSets();
}
