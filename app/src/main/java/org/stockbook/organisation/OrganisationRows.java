package org.stockbook.organisation;

import org.stockbook.platform.rows.RowSource;

/** Locations as rows, for lists, look-ups and the API. */
public interface OrganisationRows {
    RowSource locations();
}
