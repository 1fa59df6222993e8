package org.stockbook.platform.database;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets transactions that others wait for give up their locks before they are on the disk; whoever asked for them still gets no answer
 * before they are. PostgreSQL writes transactions to its log in the order in which they commit, so what follows on such a transaction
 * cannot outlive it, and a crash takes only what nobody was told of. All that wait for the disk at once are served by one write.
 */
@Component
public final class EarlyRelease {
    private static final String NOT_YET = "SELECT set_config('synchronous_commit', 'off', true)";

    /** A transaction of its own that does nothing but wait until the log is on the disk up to here, as the server is set to wait. */
    private static final String ON_DISK = "SELECT pg_logical_emit_message(true, 'stockbook', '')";

    private final DSLContext dsl;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong committed = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private long written;

    public EarlyRelease(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The running transaction begins work for which others may have to wait. */
    public void begin() {
        if (isFirst(Ended.class)) {
            working.incrementAndGet();
            TransactionSynchronizationManager.registerSynchronization(new Ended());
        }
    }

    /** To be called with the last statements of the running transaction: where others are at work, it will not keep them waiting. */
    public void offer(RoundTrip trip) {
        if (working.get() > 1 && isFirst(Committed.class)) {
            trip.update(NOT_YET);
            TransactionSynchronizationManager.registerSynchronization(new Committed());
        }
    }

    private static boolean isFirst(Class<? extends TransactionSynchronization> type) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(type::isInstance);
    }

    /** Whoever comes first writes for all that have committed by then; the others find it done. */
    private void awaitDisk() {
        var mine = committed.incrementAndGet();
        writing.lock();
        try {
            if (written < mine) {
                var all = committed.get();
                dsl.connection(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(ON_DISK);
                    }
                    connection.commit();
                });
                written = all;
            }
        } finally {
            writing.unlock();
        }
    }

    private final class Ended implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            working.decrementAndGet();
        }
    }

    /** Before anybody else hears of the commit. */
    private final class Committed implements TransactionSynchronization, Ordered {
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            awaitDisk();
        }
    }
}
