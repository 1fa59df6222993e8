package org.stockbook.database;

import java.sql.SQLException;
import org.postgresql.core.Utils;

/** Creates and drops the databases of one server. */
record DatabaseCatalog(DatabaseAddress address) {

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

    void drop(String name) {
        execute(name, "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    private void execute(String name, String command) {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(new DatabaseProblem.CatalogRefused(name, DatabaseUnavailable.textOf(refused)), refused);
        }
    }

    private static String quoted(String name) {
        try {
            return Utils.escapeIdentifier(null, name).toString();
        } catch (SQLException zeroCharacter) {
            throw new IllegalArgumentException(zeroCharacter);
        }
    }
}
