package org.stockbook.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/**
 * Who exists on the embedded server: a superuser for this launcher, and the owner of Stockbook's databases, whom a fault
 * in the program must not turn into a ruler of the machine.
 */
final class Roles {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "stockbook";
    static final String DATABASE = "stockbook";

    private static final String HASHED_ONCE = "SCRAM-SHA-256$1:";
    private static final int SALT_LENGTH = 16;

    private Roles() {}

    /** Creates what is missing; a killed program may have left the first half. */
    static void ensure(Connection superuser, String password) throws SQLException {
        try (var statement = superuser.createStatement()) {
            if (!exists(superuser, "SELECT FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                createOwner(superuser, password);
            } else if (!exists(superuser, "SELECT FROM pg_authid WHERE rolname = '" + OWNER + "' AND rolpassword LIKE '" + HASHED_ONCE + "%'")) {
                statement.execute(passwordOf(OWNER, password));
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
            statement.execute(passwordOf(OWNER, password));
            superuser.commit();
        } finally {
            superuser.setAutoCommit(true);
        }
    }

    /**
     * Sends the password's hash, not the password. It is hashed once: the driver by itself would do so thousands of times, and then again for each connection,
     * which protects random bits no better.
     */
    private static String passwordOf(String role, String password) {
        var salt = new byte[SALT_LENGTH];
        new SecureRandom().nextBytes(salt);
        return "ALTER ROLE " + role + " PASSWORD '" + PasswordUtil.encodeScramSha256(password.toCharArray(), 1, salt) + "'";
    }

    private static boolean exists(Connection superuser, String query) throws SQLException {
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
