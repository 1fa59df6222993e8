package org.stockbook.platform.database;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.stockbook.database.DataFolder;
import org.stockbook.database.DatabaseServer;

/** A database server on its way up, and its tables brought up to this program, in a thread of its own while the program makes its rooms. */
public final class ServerStart {
    private static final Executor OWN_THREAD = Thread.ofPlatform().name("database-start").daemon()::start;

    private final CompletableFuture<DatabaseServer> server;

    private ServerStart(Supplier<DatabaseServer> start) {
        this.server = CompletableFuture.supplyAsync(start, OWN_THREAD);
    }

    /** Begins to start the server at this address or, where that is blank, the embedded one in this data folder; blank is the ordinary one. */
    public static ServerStart of(String url, String dataFolder) {
        return new ServerStart(() -> migrated(start(url, dataFolder)));
    }

    private static DatabaseServer migrated(DatabaseServer server) {
        try {
            Migrations.applyTo(server.address());
            return server;
        } catch (RuntimeException failed) {
            server.stop();
            throw failed;
        }
    }

    static DatabaseServer start(String url, String dataFolder) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(DatabaseServer.URL_VARIABLE, url);
        environment.put(DataFolder.VARIABLE, dataFolder);
        return DatabaseServer.ofEnvironment(environment);
    }

    /** The server, as soon as it is there; fails as its start failed. */
    DatabaseServer server() {
        return server.join();
    }

    /** Stops the server where nobody came to use it; whoever did may have stopped it already. */
    public void abandon() {
        server.exceptionally(_ -> null).thenAccept(started -> {
            if (started != null) {
                started.stop();
            }
        }).join();
    }
}
