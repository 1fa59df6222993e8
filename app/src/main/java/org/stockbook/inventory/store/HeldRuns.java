package org.stockbook.inventory.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The runs of one company that this program has begun and not ended. All are held by advisory locks of one session, which is taken for
 * the first and given back after the last: runs that wait take no sessions from those who work.
 */
final class HeldRuns {
    /** The first half of the key of the locks; the second is the number of the run. */
    static final int LOCKS = 5050;

    private static final int SECONDS_TO_ANSWER = 5;

    private final SortedSet<Long> runs = new TreeSet<>();
    private Optional<Connection> session = Optional.empty();

    /** From now on the run counts as going on, until it is let go of or this program ends. */
    synchronized void hold(long run, DataSource sessions) {
        runs.add(run);
        try {
            if (session.isPresent() && session.get().isValid(SECONDS_TO_ANSWER)) {
                call("pg_advisory_lock", run);
            } else {
                holdAllAgain(sessions);
            }
        } catch (SQLException unreachable) {
            runs.remove(run);
            throw new IllegalStateException("no session to hold run " + run + " with", unreachable);
        }
    }

    /** When a session breaks, the server lets go of the runs that still go on. */
    private void holdAllAgain(DataSource sessions) throws SQLException {
        giveBack();
        session = Optional.of(sessions.getConnection());
        for (var each : runs) {
            call("pg_advisory_lock", each);
        }
    }

    /** Without a session the server has let go of it already. */
    synchronized void letGo(long run) {
        runs.remove(run);
        try {
            if (session.isPresent()) {
                call("pg_advisory_unlock", run);
            }
        } catch (SQLException broken) {
            giveBack();
            throw new IllegalStateException("the session that holds run " + run + " is broken", broken);
        }
        if (runs.isEmpty()) {
            giveBack();
        }
    }

    private void giveBack() {
        session.ifPresent(JdbcUtils::closeConnection);
        session = Optional.empty();
    }

    private void call(String function, long run) throws SQLException {
        try (var statement = session.orElseThrow().prepareStatement("SELECT " + function + "(" + LOCKS + ", " + run + ")")) {
            statement.execute();
        }
    }
}
