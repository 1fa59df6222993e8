package org.stockbook.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Held while a server is started or stopped: by one thread of one program at a time, on the whole machine. */
final class StartLock implements AutoCloseable {

    /** Longer than a server needs to recover from a crash. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLISECONDS = 20;

    /** File locks exclude other programs only; this excludes our own threads. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    static StartLock take(Path file) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (!THREADS.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new DatabaseUnavailable(new DatabaseProblem.StartedElsewhere(file));
            }
        } catch (InterruptedException interrupted) {
            throw Pause.interrupted(interrupted);
        }
        try {
            return new StartLock(lock(file, deadline));
        } catch (IOException | RuntimeException failed) {
            THREADS.unlock();
            throw failed;
        }
    }

    private static FileChannel lock(Path file, long deadline) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (channel.tryLock() == null) {
                if (System.nanoTime() > deadline) {
                    throw new DatabaseUnavailable(new DatabaseProblem.StartedElsewhere(file));
                }
                Pause.milliseconds(PAUSE_MILLISECONDS);
            }
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Closing the file gives the lock back. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
