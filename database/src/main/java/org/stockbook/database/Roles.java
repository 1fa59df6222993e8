package org.stockbook.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Who exists on the embedded server: a superuser for this launcher, and the owner of Stockbook's databases, whom a fault
 * in the program must not turn into a ruler of the machine.
 */
final class Roles {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "stockbook";
    static final String DATABASE = "stockbook";

    private Roles() {}

    /** Creates what is missing; a killed program may have left the first half. */
    static void ensure(Connection superuser, String password) throws SQLException {
        try (var statement = superuser.createStatement()) {
            if (!exists(superuser, "SELECT FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                createOwner(superuser, password);
            }
            if (!exists(superuser, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER + " TEMPLATE template0");
            }
        }
    }

    private static void createOwner(Connection superuser, String password) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE " + OWNER + " LOGIN CREATEDB");
            statement.execute("GRANT pg_monitor TO " + OWNER);
            // Sends the password's hash, not the password.
            superuser.unwrap(PGConnection.class).alterUserPassword(OWNER, password.toCharArray(), "scram-sha-256");
            superuser.commit();
        } finally {
            superuser.setAutoCommit(true);
        }
    }

    private static boolean exists(Connection superuser, String query) throws SQLException {
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
