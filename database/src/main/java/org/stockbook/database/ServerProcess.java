package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server of one data folder: found, started and stopped. To be called under {@link StartLock} only. */
record ServerProcess(DataFolder folder, Cluster cluster, ProgramFiles programs, ServerAccount account,
        Durability durability, String password) {

    private static final System.Logger LOG = System.getLogger(ServerProcess.class.getName());

    /** Recovery from a crash reads at most a few gigabytes of log. */
    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Duration PATIENCE_WITH_LEFT_OVERS = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLISECONDS = 20;
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String WRONG_PASSWORD = "28P01";

    /** Answers the address of the program's database on a server that is proved to be ours. */
    DatabaseAddress ensureRunning() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var attempt = 0;
        while (true) {
            var server = cluster.runningServer();
            var address = server.filter(PostmasterFile::isReady).flatMap(this::connected);
            if (address.isPresent()) {
                Port.remember(folder.portFile(), server.get().port());
                return address.get();
            }
            if (server.isPresent()) {
                requireTime(deadline);
                Pause.milliseconds(PAUSE_MILLISECONDS);
            } else {
                attempt++;
                attemptStart(attempt);
            }
        }
    }

    /** Ends all sessions, writes everything to its place and waits until the server is gone. */
    void stop() throws IOException {
        if (cluster.runningServer().isPresent()) {
            var stopped = control("stop", "--mode=fast", "--timeout=600");
            if (!stopped.succeeded() && cluster.runningServer().isPresent()) {
                throw StartFailure.of(log(), stopped.output());
            }
        }
    }

    private void requireTime(long deadline) throws IOException {
        if (System.nanoTime() > deadline) {
            throw StartFailure.of(log(), lastLines());
        }
    }

    private void attemptStart(int attempt) throws IOException {
        var stale = PostmasterFile.in(cluster.path());
        if (stale.isPresent()) {
            LOG.log(System.Logger.Level.INFO, "The database was not stopped properly; it recovers by itself");
            endLeftOvers();
            cluster.forgetServer();
        }
        var port = Port.choose(folder.portFile());
        keepOneLogBefore();
        var started = control("start", "--timeout=60", "--log=" + log(), "--options=" + serverOptions(port));
        var failed = !started.succeeded() && cluster.runningServer().isEmpty();
        if (failed) {
            var reason = started.output() + lastLines();
            var again = StartFailure.isPortTaken(reason) || StartFailure.isTransient(reason);
            if (!again || attempt >= ATTEMPTS) {
                throw StartFailure.isPortTaken(reason)
                        ? new DatabaseUnavailable(new DatabaseProblem.PortTaken(port))
                        : StartFailure.of(log(), lastLines());
            }
            endLeftOvers();
        }
    }

    private String serverOptions(int port) {
        var network = Stream.of("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port,
                "-c", "unix_socket_directories=");
        return String.join(" ", Stream.concat(network, durability.startOptions().stream()).toList());
    }

    private Command control(String action, String... options) throws IOException {
        var words = Stream.concat(
                Stream.of(programs.program("pg_ctl"), action, "--wait", "--pgdata=" + cluster.path()),
                Stream.of(options)).toList();
        return Command.run(account.command(words), folder.path());
    }

    /** Empty while the server is not ready or has just died; refuses a server that is not ours. */
    private Optional<DatabaseAddress> connected(PostmasterFile server) {
        var superuser = new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", Roles.SUPERUSER, password);
        try (var connection = superuser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW data_directory")) {
            rows.next();
            if (!isOurs(rows.getString(1))) {
                throw foreign(server, rows.getString(1));
            }
            Roles.ensure(connection, password);
            return Optional.of(new DatabaseAddress(superuser.jdbcUrl(), Roles.OWNER, password)
                    .withDatabase(Roles.DATABASE));
        } catch (SQLException refused) {
            if (WRONG_PASSWORD.equals(refused.getSQLState())) {
                throw foreign(server, DatabaseUnavailable.textOf(refused));
            }
            var passing = CANNOT_CONNECT_NOW.equals(refused.getSQLState())
                    || Optional.ofNullable(refused.getSQLState()).orElse("").startsWith("08");
            if (!passing) {
                throw new DatabaseUnavailable(
                        new DatabaseProblem.NotReachable(superuser.jdbcUrl(), DatabaseUnavailable.textOf(refused)), refused);
            }
            return Optional.empty();
        }
    }

    private boolean isOurs(String dataDirectory) {
        try {
            return Files.isSameFile(Path.of(dataDirectory), cluster.path());
        } catch (IOException notHere) {
            return false;
        }
    }

    private static DatabaseUnavailable foreign(PostmasterFile server, String found) {
        return new DatabaseUnavailable(new DatabaseProblem.ForeignServer(server.port(), found));
    }

    /** Without their first process these can neither commit nor do harm, but a new server would refuse to start. */
    private void endLeftOvers() throws IOException {
        var deadline = System.nanoTime() + PATIENCE_WITH_LEFT_OVERS.toNanos();
        var leftOvers = cluster.leftOverProcesses();
        while (!leftOvers.isEmpty()) {
            if (System.nanoTime() > deadline) {
                leftOvers.forEach(ProcessHandle::destroyForcibly);
            }
            Pause.milliseconds(PAUSE_MILLISECONDS);
            leftOvers = cluster.leftOverProcesses();
        }
    }

    private Path log() {
        return cluster.path().resolve("server.log");
    }

    private void keepOneLogBefore() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), log().resolveSibling("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
