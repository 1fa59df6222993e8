package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A folder for one test that other user ids may enter, whose server is ended and which is deleted afterwards. */
final class DataFolderFixture implements BeforeEachCallback, AfterEachCallback {

    /** Program files unpacked once for all tests of this user. */
    private static final DataFolder PROGRAMS =
            ThrowAwayServer.folder(Path.of(System.getProperty("java.io.tmpdir")));

    private Path parent = Path.of("");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Folders.createReadable(PROGRAMS.path());
        ProgramFiles.unpackedIn(PROGRAMS.path());
        parent = Files.createTempDirectory("stockbook-database-test-");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (var durability : Durability.values()) {
            cluster(durability).leftOverProcesses().forEach(ProcessHandle::destroyForcibly);
        }
        while (!cluster(Durability.LASTING).leftOverProcesses().isEmpty()) {
            Pause.milliseconds(10);
        }
        Folders.delete(parent);
    }

    Path parent() {
        return parent;
    }

    DataFolder folder() {
        return DataFolder.at(parent.resolve("data")).withProgramsOf(PROGRAMS);
    }

    Cluster cluster() {
        return cluster(Durability.LASTING);
    }

    private Cluster cluster(Durability durability) {
        return new Cluster(folder().path(), durability.clusterName());
    }

    /** The number of the server's first process. */
    long serverProcess() throws IOException {
        return cluster().runningServer().orElseThrow().processId();
    }
}
