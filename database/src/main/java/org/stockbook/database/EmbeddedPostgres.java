package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the PostgreSQL server of a data folder, or finds it running: a program that was killed leaves its server behind,
 * and the web server and the command line share one.
 */
public final class EmbeddedPostgres {

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());

    private final DataFolder folder;
    private final Durability durability;
    private final Cluster cluster;

    private EmbeddedPostgres(DataFolder folder, Durability durability) {
        this.folder = folder;
        this.durability = durability;
        this.cluster = new Cluster(folder.path(), durability.clusterName());
    }

    /**
     * Starts the server of this data folder and makes both on first use. Every commit it answers is on the device.
     *
     * @throws DatabaseUnavailable with the reason, if there is no server to work with
     */
    public static RunningDatabase start(DataFolder folder) {
        return new EmbeddedPostgres(folder, Durability.LASTING).start();
    }

    /** Starts a server whose data may be lost at any crash: for tests and scratch companies, never for a business. */
    static RunningDatabase startThrowAway(DataFolder folder) {
        return new EmbeddedPostgres(folder, Durability.THROW_AWAY).start();
    }

    private RunningDatabase start() {
        try {
            Folders.createReadable(folder.path());
            Folders.createReadable(folder.programs());
            try (var _ = StartLock.take(folder.startLock())) {
                return startLocked();
            }
        } catch (IOException failure) {
            throw StartFailure.of(folder.path(), failure);
        }
    }

    private RunningDatabase startLocked() throws IOException {
        var users = UsersLock.join(folder.usersLock());
        try {
            var programs = ProgramFiles.unpackedIn(folder.programs());
            var account = ServerAccount.of(cluster.path(), folder.path());
            account.requireWayTo(folder.path());
            account.requireWayTo(folder.programs());
            var password = preparedCluster(programs, account);
            var server = new ServerProcess(folder, cluster, programs, account, durability, password);
            return new RunningDatabase(folder, users, server, server.ensureRunning());
        } catch (IOException | RuntimeException failed) {
            users.leave();
            throw failed;
        }
    }

    /** Makes the data on first use; answers the password of its server. */
    private String preparedCluster(ProgramFiles programs, ServerAccount account) throws IOException {
        Folders.deleteLeftOvers(folder.path(), "creating-");
        if (durability == Durability.THROW_AWAY && !isUsable()) {
            Folders.delete(cluster.path());
        }
        if (cluster.exists()) {
            cluster.requireOurVersion();
            if (!Files.exists(folder.passwordFile())) {
                throw new DatabaseUnavailable(new DatabaseProblem.PasswordMissing(folder.passwordFile()));
            }
            return SecretFile.read(folder.passwordFile());
        }
        var password = rememberedPassword(folder.passwordFile());
        LOG.log(System.Logger.Level.INFO, "Creating the database in {0}", folder.path());
        cluster.create(programs, account, password, durability);
        return password;
    }

    /** Throw-away data does not survive a crash. */
    private boolean isUsable() throws IOException {
        return cluster.runningServer().isPresent()
                || Files.exists(folder.passwordFile()) && PostmasterFile.in(cluster.path()).isEmpty();
    }

    private static String rememberedPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.write(file, SecretFile.randomPassword());
        }
        return SecretFile.read(file);
    }
}
