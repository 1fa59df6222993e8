package org.stockbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import org.stockbook.database.DataFolder;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.database.EmbeddedPostgres;
import org.stockbook.database.RunningDatabase;

/**
 * The database server of a run: on disk, with every commit on the device, as for a business. Companies are clones of one that
 * has setups and no items.
 */
final class Machine implements AutoCloseable {
    private static final String TEMPLATE = "bench_template";

    private final Path folder;
    private final RunningDatabase server;

    private Machine(Path folder, RunningDatabase server) {
        this.folder = folder;
        this.server = server;
    }

    /** A server in a new folder below another one, which is on the disk to be measured. */
    static Machine start(Path below) throws IOException, SQLException {
        Files.createDirectories(below);
        var folder = Files.createTempDirectory(below, "stockbook-benchmark-");
        // The server runs as a user of its own, who must get there.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var server = EmbeddedPostgres.start(DataFolder.at(folder.resolve("data")));
        var machine = new Machine(folder, server);
        try {
            machine.prepare();
            return machine;
        } catch (SQLException | RuntimeException failed) {
            machine.close();
            throw failed;
        }
    }

    private void prepare() throws SQLException {
        var template = server.createDatabase(TEMPLATE);
        Rooms.open(template).close();
        try (var connection = template.connect()) {
            CompanySetup.write(connection);
        }
    }

    /** A company of its own. */
    DatabaseAddress company(String name) {
        server.dropDatabase(name);
        return server.createDatabase(name, TEMPLATE);
    }

    /** A copy of a company to which nobody is connected. */
    DatabaseAddress copy(String name, DatabaseAddress of) {
        server.dropDatabase(name);
        return server.createDatabase(name, of.database());
    }

    /** A folder for files that are deleted after the run. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
