package org.stockbook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.database.DataFolder;
import org.stockbook.database.EmbeddedPostgres;

/** Whoever was told that a transaction is done finds it after a crash, though its locks were given up before it was on the disk. */
class EarlyReleaseTest {
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 200;

    @TempDir
    private Path temporary;

    @Test
    void nothing_that_was_answered_is_lost_when_the_server_is_killed() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = DataFolder.at(temporary.resolve("data"));
        var answered = new ConcurrentLinkedQueue<Integer>();
        var early = new ConcurrentLinkedQueue<String>();
        var server = EmbeddedPostgres.start(folder);
        try (var pool = ConnectionPool.of(server.address(), CLIENTS + 1); var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var dsl = DSL.using(new TransactionAwareDataSourceProxy(pool), SQLDialect.POSTGRES);
            dsl.execute("CREATE TABLE answered (no integer PRIMARY KEY, words text DEFAULT repeat('stock', 100))");
            var release = new EarlyRelease(dsl);
            var transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
            for (var client = 0; client < CLIENTS; client++) {
                var first = client * 1_000_000;
                clients.submit(() -> commitUntilKilled(new Client(dsl, release, transactions, first), answered, early));
            }
            for (var waited = 0; answered.size() < ENOUGH && waited < 600; waited++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            kill(folder);
        }
        server.stop();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(early).as("how transactions were committed while others were at work").contains("off");
        try (var again = EmbeddedPostgres.start(folder); var connection = again.address().connect(); var statement = connection.createStatement()) {
            var kept = new HashSet<Integer>();
            try (var rows = statement.executeQuery("SELECT no FROM answered")) {
                while (rows.next()) {
                    kept.add(rows.getInt(1));
                }
            }
            assertThat(kept).containsAll(answered);
        }
    }

    private static void commitUntilKilled(Client client, Queue<Integer> answered, Queue<String> early) {
        for (var no = client.first(); ; no++) {
            var number = no;
            try {
                client.transactions().executeWithoutResult(_ -> {
                    client.release().begin();
                    var trip = new RoundTrip().update("INSERT INTO answered (no) VALUES (?)", number);
                    client.release().offer(trip);
                    trip.query("SELECT current_setting('synchronous_commit')", row -> early.add(row.getString(1))).run(client.dsl());
                });
                answered.add(number);
            } catch (DataAccessException | TransactionException | org.springframework.dao.DataAccessException killed) {
                return;
            }
        }
    }

    /** The first process and all that it has started; what they had in memory is gone. */
    private static void kill(DataFolder folder) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(folder.path().resolve("cluster/postmaster.pid")).getFirst());
        var first = ProcessHandle.of(pid).orElseThrow();
        var all = new ArrayList<>(first.children().toList());
        all.addFirst(first);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Commits rows with numbers from the first one on. */
    private record Client(DSLContext dsl, EarlyRelease release, TransactionTemplate transactions, int first) {}
}
