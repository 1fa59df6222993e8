package org.stockbook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

class EmbeddedPostgresTest {

    private static final String START_TIME = "SELECT pg_postmaster_start_time()";

    @RegisterExtension
    private final DataFolderFixture data = new DataFolderFixture();

    @Test
    void the_server_keeps_its_promises_and_listens_to_this_machine_only() throws SQLException, IOException {
        data.prepared();
        var promises = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "data_checksums", "on",
                "jit", "off", "listen_addresses", "127.0.0.1", "unix_socket_directories", "", "shared_buffers", "256MB",
                "server_encoding", "UTF8", "password_encryption", "scram-sha-256");
        try (var server = EmbeddedPostgres.start(data.folder())) {
            for (var promise : promises.entrySet()) {
                assertThat(ask(server.address(), "SELECT current_setting('" + promise.getKey() + "')"))
                        .as(promise.getKey()).isEqualTo(promise.getValue());
            }
            assertThat(ask(server.address(), "SELECT datlocprovider::text || datlocale FROM pg_database "
                    + "WHERE datname = current_database()")).isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void the_program_owns_its_database_but_not_the_server() throws SQLException, IOException {
        data.prepared();
        try (var server = EmbeddedPostgres.start(data.folder())) {
            assertThat(ask(server.address(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
            assertThatThrownBy(() -> ask(server.address(), "COPY (SELECT 1) TO PROGRAM 'cat'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.address().jdbcUrl(), "stockbook", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_password_is_readable_by_its_owner_only_and_never_shown() throws IOException {
        try (var server = EmbeddedPostgres.start(data.folder())) {
            var password = server.address().password();
            assertThat(Files.readString(data.folder().passwordFile())).isEqualTo(password).hasSize(64);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.folder().passwordFile())))
                    .isEqualTo("rw-------");
            assertThat(server.address().toString()).doesNotContain(password);
            assertThat(Files.readString(data.cluster().path().resolve("server.log"))).doesNotContain(password);
        }
    }

    /** Hashing random bits thousands of times would only make each connection slower. */
    @Test
    void passwords_are_hashed_once_also_where_the_driver_did_otherwise() throws SQLException, IOException {
        data.prepared();
        try (var server = EmbeddedPostgres.start(data.folder())) {
            assertThat(hashes(server.address())).isEqualTo("SCRAM-SHA-256$1: SCRAM-SHA-256$1:");
            try (var connection = superuser(server.address()).connect()) {
                connection.unwrap(PGConnection.class).alterUserPassword(Roles.OWNER, server.address().password().toCharArray(), "scram-sha-256");
            }
            assertThat(hashes(server.address())).contains("SCRAM-SHA-256$4096:");
        }

        try (var server = EmbeddedPostgres.start(data.folder())) {
            assertThat(hashes(server.address())).isEqualTo("SCRAM-SHA-256$1: SCRAM-SHA-256$1:");
            assertThat(ask(server.address(), "SELECT current_user")).isEqualTo(Roles.OWNER);
        }
    }

    private static String hashes(DatabaseAddress address) throws SQLException {
        return ask(superuser(address), "SELECT string_agg(rolpassword, ' ' ORDER BY rolname) FROM "
                + "(SELECT rolname, split_part(rolpassword, ':', 1) || ':' AS rolpassword FROM pg_authid WHERE rolpassword IS NOT NULL) AS roles");
    }

    private static DatabaseAddress superuser(DatabaseAddress address) {
        return new DatabaseAddress(address.jdbcUrl(), Roles.SUPERUSER, address.password());
    }

    @Test
    void data_and_port_are_there_again_after_a_stop() throws SQLException, IOException {
        data.prepared();
        var first = EmbeddedPostgres.start(data.folder());
        run(first.address(), "CREATE TABLE kept AS SELECT 42 AS number");
        first.stop();
        assertThat(data.cluster().runningServer()).isEmpty();
        assertThat(data.cluster().leftOverProcesses()).isEmpty();

        try (var second = EmbeddedPostgres.start(data.folder())) {
            assertThat(ask(second.address(), "SELECT number FROM kept")).isEqualTo("42");
            assertThat(second.address()).isEqualTo(first.address());
        }
    }

    @Test
    void two_uses_in_one_program_share_the_server_and_the_last_one_stops_it() throws SQLException, IOException {
        data.prepared();
        var first = EmbeddedPostgres.start(data.folder());
        var second = EmbeddedPostgres.start(data.folder());
        assertThat(ask(first.address(), START_TIME)).isEqualTo(ask(second.address(), START_TIME));

        first.stop();
        first.stop();
        assertThat(data.cluster().runningServer()).isPresent();
        second.stop();
        assertThat(data.cluster().runningServer()).isEmpty();
    }

    @Test
    void the_server_of_a_killed_program_is_found_and_used() throws Exception {
        data.prepared();
        String started;
        try (var program = OtherProgram.start(data.folder(), "hold")) {
            program.awaitLines(1);
            started = program.lines().getFirst();
        }
        assertThat(data.cluster().runningServer()).isPresent();

        try (var server = EmbeddedPostgres.start(data.folder())) {
            assertThat(ask(server.address(), START_TIME)).isEqualTo(started);
        }
        assertThat(data.cluster().runningServer()).as("we were its last user").isEmpty();
    }

    @Test
    void a_server_that_another_program_uses_is_left_running() throws Exception {
        data.prepared();
        try (var program = OtherProgram.start(data.folder(), "hold")) {
            program.awaitLines(1);
            EmbeddedPostgres.start(data.folder()).stop();
            assertThat(data.cluster().runningServer()).isPresent();

            program.finish();
            assertThat(program.await()).isZero();
            assertThat(data.cluster().runningServer()).isEmpty();
        }
    }

    @Test
    void programs_that_start_at_once_on_a_new_folder_share_one_server() throws Exception {
        var programs = new ArrayList<OtherProgram>();
        try {
            for (int number = 0; number < 3; number++) {
                programs.add(OtherProgram.start(data.folder(), "hold"));
            }
            for (var program : programs) {
                program.awaitLines(1);
            }
            assertThat(programs).extracting(OtherProgram::lines).allSatisfy(lines ->
                    assertThat(lines).hasSize(1).isEqualTo(programs.getFirst().lines()));
            for (var program : programs) {
                program.finish();
                assertThat(program.await()).isZero();
            }
            assertThat(data.cluster().runningServer()).isEmpty();
        } finally {
            for (var program : programs) {
                program.close();
            }
        }
    }

    @Test
    void a_process_number_that_now_belongs_to_another_program_does_not_stop_the_start() throws IOException {
        data.prepared();
        EmbeddedPostgres.start(data.folder()).stop();
        for (long process : new long[] {ProcessHandle.current().pid(), 1, 4_194_303}) {
            Files.writeString(data.cluster().path().resolve("postmaster.pid"), process + "\n" + data.cluster().path()
                    + "\n1700000000\n5432\n\n127.0.0.1\n  1234567    42\nready   \n");

            EmbeddedPostgres.start(data.folder()).stop();
        }
    }

    @Test
    void a_port_that_somebody_else_took_meanwhile_is_replaced_by_a_free_one() throws IOException, SQLException {
        data.prepared();
        EmbeddedPostgres.start(data.folder()).stop();
        var port = Port.remembered(data.folder().portFile()).orElseThrow();
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var server = EmbeddedPostgres.start(data.folder())) {
            var newPort = Port.remembered(data.folder().portFile()).orElseThrow();
            assertThat(newPort).isNotEqualTo(port);
            assertThat(server.address().jdbcUrl()).contains(":" + newPort + "/");
            assertThat(ask(server.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_of_another_data_folder_is_not_taken_for_ours() throws IOException {
        data.prepared();
        var other = DataFolder.at(data.parent().resolve("other")).withProgramsOf(data.folder());
        try (var ours = EmbeddedPostgres.start(data.folder()); var theirs = EmbeddedPostgres.start(other)) {
            var file = data.cluster().path().resolve("postmaster.pid");
            var whole = Files.readString(file);
            var theirPort = Port.remembered(other.portFile()).orElseThrow();
            Files.writeString(file, whole.replace(
                    "\n" + Port.remembered(data.folder().portFile()).orElseThrow() + "\n", "\n" + theirPort + "\n"));

            assertThat(problemOfStart()).isInstanceOf(DatabaseProblem.ForeignServer.class);
            var ourPassword = Files.readString(data.folder().passwordFile());
            Files.copy(other.passwordFile(), data.folder().passwordFile(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(problemOfStart()).isEqualTo(new DatabaseProblem.ForeignServer(
                    theirPort, new Cluster(other.path(), Durability.LASTING.clusterName()).path().toString()));

            Files.writeString(data.folder().passwordFile(), ourPassword);
            Files.writeString(file, whole);
            assertThat(theirs.address()).isNotEqualTo(ours.address());
        }
    }

    @Test
    void data_of_another_major_version_is_refused() throws IOException {
        data.prepared();
        EmbeddedPostgres.start(data.folder()).stop();
        Files.writeString(data.cluster().path().resolve("PG_VERSION"), "15\n");

        assertThat(problemOfStart())
                .isEqualTo(new DatabaseProblem.OtherMajorVersion(data.cluster().path(), "15", "18"));
    }

    @Test
    void a_lost_password_file_is_named() throws IOException {
        data.prepared();
        EmbeddedPostgres.start(data.folder()).stop();
        Files.delete(data.folder().passwordFile());

        assertThat(problemOfStart()).isEqualTo(new DatabaseProblem.PasswordMissing(data.folder().passwordFile()));
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(data.parent().resolve("data"), "a file, not a folder");

        assertThat(problemOfStart()).isInstanceOf(DatabaseProblem.FolderNotWritable.class);
    }

    @Test
    void a_folder_that_the_server_may_not_enter_is_named_when_root_starts_it() throws IOException {
        assumeTrue(ServerAccount.isRoot(), "only root starts the server by another user id");
        Files.setPosixFilePermissions(data.parent(), PosixFilePermissions.fromString("rwx------"));

        assertThat(problemOfStart()).isEqualTo(new DatabaseProblem.FolderNotEntered(data.parent(), 48_432));
    }

    @Test
    void settings_that_cannot_work_are_reported_in_the_words_of_the_server() throws IOException {
        data.prepared();
        EmbeddedPostgres.start(data.folder()).stop();
        var settings = data.cluster().path().resolve("postgresql.conf");
        Files.writeString(settings, Files.readString(settings) + "\nno_such_setting = 1\n");

        assertThat(problemOfStart()).isInstanceOfSatisfying(DatabaseProblem.StartFailed.class,
                failed -> assertThat(failed.lastLines()).contains("no_such_setting"));
    }

    @Test
    void a_configuration_file_cannot_switch_durability_off() throws IOException, SQLException {
        data.prepared();
        EmbeddedPostgres.start(data.folder()).stop();
        var settings = data.cluster().path().resolve("postgresql.conf");
        Files.writeString(settings, Files.readString(settings) + "\nfsync = off\nsynchronous_commit = off\n");

        try (var server = EmbeddedPostgres.start(data.folder())) {
            assertThat(ask(server.address(), "SELECT current_setting('fsync') || current_setting('synchronous_commit')"))
                    .isEqualTo("onon");
        }
    }

    @Test
    void databases_are_created_cloned_and_dropped() throws SQLException, IOException {
        data.prepared();
        try (var server = EmbeddedPostgres.start(data.folder())) {
            var template = server.createDatabase("a \"quoted\" name");
            run(template, "CREATE TABLE kept AS SELECT 42 AS number");
            var clone = server.createDatabase("clone", "a \"quoted\" name");

            assertThat(ask(clone, "SELECT number FROM kept")).isEqualTo("42");
            server.dropDatabase("clone");
            server.dropDatabase("clone");
            assertThatThrownBy(clone::connect).hasMessageContaining("does not exist");
            assertThatThrownBy(() -> server.createDatabase("another", "nowhere"))
                    .isInstanceOfSatisfying(DatabaseUnavailable.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("database.catalog-refused"));
        }
    }

    private DatabaseProblem problemOfStart() {
        try (var server = EmbeddedPostgres.start(data.folder())) {
            throw new AssertionError("started " + server.address());
        } catch (DatabaseUnavailable unavailable) {
            assertThat(unavailable).hasMessage(unavailable.problem().sentence());
            return unavailable.problem();
        }
    }

    private static String ask(DatabaseAddress address, String query) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(DatabaseAddress address, String command) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
