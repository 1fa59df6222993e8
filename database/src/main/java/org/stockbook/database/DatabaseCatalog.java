package org.stockbook.database;

import java.sql.SQLException;
import org.postgresql.core.Utils;

/** Creates and drops the databases of one server. */
record DatabaseCatalog(DatabaseAddress address) {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    static DatabaseCatalog of(DatabaseAddress address) {
        return new DatabaseCatalog(address);
    }

    DatabaseAddress create(String name) {
        execute(name, "CREATE DATABASE " + quoted(name) + " TEMPLATE template0");
        return address.withDatabase(name);
    }

    /** Copies block by block through the log: for small databases far cheaper than the checkpoints of a file copy. */
    DatabaseAddress create(String name, String template) {
        execute(name, "CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(template) + " STRATEGY wal_log");
        return address.withDatabase(name);
    }

    /**
     * Ends the sessions in a database and drops it. Only a superuser may end the server's own cleaning in it; without force the
     * server sends that away itself and waits.
     */
    void drop(String name) {
        var drop = "DROP DATABASE IF EXISTS " + quoted(name);
        try {
            run(drop + " WITH (FORCE)");
        } catch (SQLException refused) {
            if (!INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw catalogRefused(name, refused);
            }
            execute(name, drop);
        }
    }

    private void execute(String name, String command) {
        try {
            run(command);
        } catch (SQLException refused) {
            throw catalogRefused(name, refused);
        }
    }

    private void run(String command) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static DatabaseUnavailable catalogRefused(String name, SQLException refused) {
        return new DatabaseUnavailable(new DatabaseProblem.CatalogRefused(name, DatabaseUnavailable.textOf(refused)), refused);
    }

    private static String quoted(String name) {
        try {
            return Utils.escapeIdentifier(null, name).toString();
        } catch (SQLException zeroCharacter) {
            throw new IllegalArgumentException(zeroCharacter);
        }
    }
}
