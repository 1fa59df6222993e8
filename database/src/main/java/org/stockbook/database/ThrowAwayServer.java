package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Databases for tests, tools and scratch companies: one server for each user of the machine, which gives up durability
 * for speed and keeps prepared databases to clone. It stops with the last program that uses it.
 */
public final class ThrowAwayServer {

    private static final String TEMPLATE_PREFIX = "template_";
    private static final String SCRATCH_PREFIX = "scratch_";

    /** Templates of older versions of the program are dropped, oldest first. */
    private static final int TEMPLATES_KEPT = 8;

    /** A file system in memory: a database is some 700 files, and disks take ten times as long to make and drop them. */
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 3L << 30;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningDatabase server;

    private ThrowAwayServer(RunningDatabase server) {
        this.server = server;
    }

    /** The server of this program, started on first use and left when the program ends. */
    public static ThrowAwayServer shared() {
        return Shared.SERVER;
    }

    /** Started when the class is first touched. */
    private static final class Shared {
        static final ThrowAwayServer SERVER = start();
    }

    private static ThrowAwayServer start() {
        var temporary = folder(Path.of(System.getProperty("java.io.tmpdir")));
        var folder = isRoomy(MEMORY) ? folder(MEMORY).withProgramsOf(temporary) : temporary;
        requireOwn(folder.programs());
        requireOwn(folder.path());
        var server = EmbeddedPostgres.startThrowAway(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-throw-away-database"));
        var throwAway = new ThrowAwayServer(server);
        if (server.isAlone()) {
            throwAway.dropLeftOvers();
        }
        return throwAway;
    }

    private static boolean isRoomy(Path folder) {
        try {
            return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    static DataFolder folder(Path temporary) {
        return DataFolder.at(temporary.resolve("stockbook-throw-away-" + System.getProperty("user.name")));
    }

    /** The temporary folder is everybody's: do not run program files that somebody else put there. */
    private static void requireOwn(Path folder) {
        try {
            Folders.createReadable(folder);
            var proof = Files.createTempFile(folder, "owner-", "");
            var isOurs = Files.getOwner(proof).equals(Files.getOwner(folder));
            Files.delete(proof);
            if (!isOurs) {
                throw new IOException("it belongs to another user");
            }
        } catch (IOException failure) {
            throw StartFailure.of(folder, failure);
        }
    }

    /** A new database with a name of its own, a copy of the template; to be dropped by the caller. */
    public DatabaseAddress clone(String template) {
        return server.createDatabase(newName(), template);
    }

    /** A new empty database with a name of its own; to be dropped by the caller. */
    public DatabaseAddress create() {
        return server.createDatabase(newName());
    }

    /** Drops a database and ends the sessions in it. */
    public void drop(DatabaseAddress database) {
        server.dropDatabase(database.database());
    }

    /**
     * The name of a prepared database to clone. It is prepared if no program has done so yet; of several programs that
     * ask at once, one prepares and the others wait.
     *
     * @param key     names the content, for instance by a hash of what prepares it
     * @param prepare fills an empty database and leaves no connection open
     */
    public String template(String key, Consumer<DatabaseAddress> prepare) {
        var name = TEMPLATE_PREFIX + key;
        try (var connection = server.address().connect(); var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('" + TEMPLATE_PREFIX + "'))");
            if (!databases(TEMPLATE_PREFIX).contains(name)) {
                var unfinished = create();
                prepare.accept(unfinished);
                statement.execute("ALTER DATABASE " + unfinished.database() + " RENAME TO " + name);
            }
            return name;
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(new DatabaseProblem.CatalogRefused(name, DatabaseUnavailable.textOf(refused)), refused);
        }
    }

    private static String newName() {
        return SCRATCH_PREFIX + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    }

    private void dropLeftOvers() {
        var templates = databases(TEMPLATE_PREFIX);
        var old = templates.subList(0, Math.max(0, templates.size() - TEMPLATES_KEPT));
        var leftOvers = new ArrayList<>(databases(SCRATCH_PREFIX));
        leftOvers.addAll(old);
        leftOvers.forEach(server::dropDatabase);
    }

    /** In the order of their creation. */
    private List<String> databases(String prefix) {
        try (var connection = server.address().connect();
                var statement = connection.prepareStatement(
                        "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY oid")) {
            statement.setString(1, prefix);
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(new DatabaseProblem.CatalogRefused(prefix, DatabaseUnavailable.textOf(refused)), refused);
        }
    }
}
