package org.stockbook.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThrowAwayServerTest {

    @RegisterExtension
    private final DataFolderFixture data = new DataFolderFixture();

    @Test
    void a_template_is_prepared_once_and_cloned_by_many_at_once() throws Exception {
        var server = ThrowAwayServer.shared();
        var key = "test_" + System.nanoTime();
        var prepared = new AtomicInteger();
        Callable<Integer> useOwnClone = () -> {
            var clone = server.clone(server.template(key, database -> {
                prepared.incrementAndGet();
                run(database, "CREATE TABLE counted AS SELECT 1 AS number");
            }));
            run(clone, "INSERT INTO counted VALUES (2)");
            var rows = count(clone);
            server.drop(clone);
            return rows;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> useOwnClone).toList());
            for (var count : counts) {
                assertThat(count.get()).isEqualTo(2);
            }
        }
        assertThat(prepared).hasValue(1);
        server.drop(new DatabaseAddress("jdbc:postgresql://here/template_" + key, "", ""));
    }

    @Test
    void after_a_crash_throw_away_data_is_made_anew() throws Exception {
        var before = EmbeddedPostgres.startThrowAway(data.folder());
        before.createDatabase("lost");
        new Cluster(data.folder().path(), Durability.THROW_AWAY.clusterName()).leftOverProcesses()
                .forEach(ProcessHandle::destroyForcibly);
        before.stop();

        try (var after = EmbeddedPostgres.startThrowAway(data.folder())) {
            after.createDatabase("lost");
            run(after.address(), "SELECT 1");
        }
    }

    @Test
    void throw_away_data_and_lasting_data_never_mix() throws Exception {
        EmbeddedPostgres.startThrowAway(data.folder()).stop();
        try (var lasting = EmbeddedPostgres.start(data.folder())) {
            run(lasting.address(), "CREATE TABLE only_here (key bigint)");
        }
        assertThat(data.folder().path().resolve("cluster")).isDirectory();
        assertThat(data.folder().path().resolve("throw-away-cluster")).isDirectory();
    }

    private static int count(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM counted")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(DatabaseAddress address, String command) {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
