package org.stockbook.database;

import java.util.Map;

/** A PostgreSQL server that Stockbook can use, and the right to use it until {@link #stop()}. */
public sealed interface DatabaseServer extends AutoCloseable permits RunningDatabase, ExternalDatabase {

    /** Names a PostgreSQL server to use instead of the embedded one. */
    String URL_VARIABLE = "STOCKBOOK_DATABASE_URL";

    /** Where the program's own database is, and who may enter. */
    DatabaseAddress address();

    /** Ends this program's use of the server; the embedded server stops when its last user has ended. */
    void stop();

    /** The server that {@value #URL_VARIABLE} names, or else the embedded one in the data folder. */
    static DatabaseServer ofEnvironment(Map<String, String> environment) {
        var url = environment.getOrDefault(URL_VARIABLE, "");
        return url.isBlank()
                ? EmbeddedPostgres.start(DataFolder.ofEnvironment(environment))
                : ExternalDatabase.fromUrl(url);
    }

    /** Creates an empty database on this server. */
    default DatabaseAddress createDatabase(String name) {
        return DatabaseCatalog.of(address()).create(name);
    }

    /** Creates a copy of another database of this server, to which nobody may be connected meanwhile. */
    default DatabaseAddress createDatabase(String name, String template) {
        return DatabaseCatalog.of(address()).create(name, template);
    }

    /** Drops a database of this server if it exists, and ends the sessions in it. */
    default void dropDatabase(String name) {
        DatabaseCatalog.of(address()).drop(name);
    }

    @Override
    default void close() {
        stop();
    }
}
