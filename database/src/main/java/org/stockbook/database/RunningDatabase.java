package org.stockbook.database;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The embedded server, running, with one program's right to use it. */
public final class RunningDatabase implements DatabaseServer {

    private final DataFolder folder;
    private final UsersLock users;
    private final ServerProcess server;
    private final DatabaseAddress address;
    private final AtomicBoolean stopped = new AtomicBoolean();

    RunningDatabase(DataFolder folder, UsersLock users, ServerProcess server, DatabaseAddress address) {
        this.folder = folder;
        this.users = users;
        this.server = server;
        this.address = address;
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    /** The folder that holds the data. */
    public DataFolder folder() {
        return folder;
    }

    /** Stops the server if nobody else uses it; a second call does nothing. */
    @Override
    public void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        try (var _ = StartLock.take(folder.startLock())) {
            if (users.leave()) {
                server.stop();
            }
        } catch (IOException failure) {
            throw StartFailure.of(folder.path(), failure);
        }
    }

    /** Whether no other program uses the server. */
    boolean isAlone() {
        try (var _ = StartLock.take(folder.startLock())) {
            return users.isAlone();
        } catch (IOException failure) {
            throw StartFailure.of(folder.path(), failure);
        }
    }
}
