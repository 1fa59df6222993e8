package org.stockbook.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

    /** Makes our folder a copy of one whose server has run and was stopped: cheaper than to create each anew. */
    DataFolder prepared() throws IOException {
        Folders.createReadable(folder().path());
        for (var name : List.of(Durability.LASTING.clusterName(), "password")) {
            var copied = Command.run(List.of("cp", "-a", Prepared.FOLDER.path().resolve(name).toString(),
                    folder().path().toString()), parent);
            assertThat(copied.succeeded()).as(copied.output()).isTrue();
        }
        return folder();
    }

    /** Made when the class is first touched. */
    private static final class Prepared {
        static final DataFolder FOLDER = make();

        private static DataFolder make() {
            try {
                var path = Files.createTempDirectory("stockbook-database-prepared-");
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                var folder = DataFolder.at(path).withProgramsOf(PROGRAMS);
                EmbeddedPostgres.start(folder).stop();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path)));
                return folder;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void delete(Path path) {
            try {
                Folders.delete(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
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
