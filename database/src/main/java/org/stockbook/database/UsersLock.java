package org.stockbook.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses the server of a data folder: each program holds one share of the lock for all its uses together, because file
 * locks belong to programs. To be called under {@link StartLock} only, which also makes it safe for threads.
 */
final class UsersLock {

    private static final Map<Path, UsersLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private FileLock share;
    private int uses;

    private UsersLock(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.share = sharedLock(channel);
    }

    static UsersLock join(Path file) throws IOException {
        var lock = HELD.get(file);
        if (lock == null) {
            lock = new UsersLock(file, FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            HELD.put(file, lock);
        }
        lock.uses++;
        return lock;
    }

    /** Whether no other program uses the server, and this one only once. */
    boolean isAlone() throws IOException {
        return uses == 1 && isOnlyProgram();
    }

    /** Ends one use; answers whether it was the last one of all programs. */
    boolean leave() throws IOException {
        var last = isAlone();
        uses--;
        if (uses == 0) {
            HELD.remove(file);
            channel.close();
        }
        return last;
    }

    /** Gives our share back to ask for the whole: nobody else can come in between, because we hold the start lock. */
    private boolean isOnlyProgram() throws IOException {
        share.release();
        var whole = channel.tryLock();
        if (whole != null) {
            whole.release();
        }
        share = sharedLock(channel);
        return whole != null;
    }

    private static FileLock sharedLock(FileChannel channel) throws IOException {
        return channel.lock(0, Long.MAX_VALUE, true);
    }
}
