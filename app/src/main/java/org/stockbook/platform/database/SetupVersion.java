package org.stockbook.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far the setups of a company have come; it rises with every change of any of them.
 *
 * @param company the name of its database
 */
public record SetupVersion(String company, long revision) {
    /** Answers with one row, for {@link #read}. */
    public static final String QUERY = "SELECT current_database()::text, revision FROM setup_revision";

    public static SetupVersion read(ResultSet row) throws SQLException {
        return new SetupVersion(row.getString(1), row.getLong(2));
    }
}
