package org.stockbook.costs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Proves the books and keeps what came of it. */
@Component
public class ProveBooks {
    private final VerifyBooks verify;
    private final CostControls controls;
    private final RunLog log;
    private final Permissions permissions;
    private final Clock clock = Clock.systemUTC();

    ProveBooks(VerifyBooks verify, CostControls controls, RunLog log, Permissions permissions) {
        this.verify = verify;
        this.controls = controls;
        this.log = log;
        this.permissions = permissions;
    }

    /** Logs a proof that is made later, perhaps by another thread; it must be run, because it counts as going on from now on. */
    public Begun begin(RunLog.Origin origin) {
        permissions.require(Permission.VERIFY_BOOKS);
        return new Begun(origin, permissions.login(), log.begin(new RunLog.Beginning(RunLog.Kind.VERIFICATION, origin, permissions.login(), Set.of(), verify.items())));
    }

    /** A proof that goes on. */
    public final class Begun {
        private final RunLog.Origin origin;
        private final String user;
        private final RunLog.Held held;

        private Begun(RunLog.Origin origin, String user, RunLog.Held held) {
            this.origin = origin;
            this.user = user;
            this.held = held;
        }

        /** Its number in the log. */
        public long number() {
            return held.number();
        }

        /** Checks everything, as far as nobody cancels it; only a complete proof is kept. */
        public void run() {
            var end = RunLog.End.FAILED;
            try (held) {
                try {
                    reached(0, Integer.MAX_VALUE);
                    var started = clock.instant();
                    var result = verify.verify(this::reached);
                    controls.keep(new Proof(number(), origin, user, started, result.items(), result.entries(), result.checks()));
                    end = RunLog.End.FINISHED;
                } catch (Cancelled asked) {
                    end = RunLog.End.CANCELLED;
                } finally {
                    log.end(number(), end);                // before it is let go of, when it would look interrupted
                }
            }
        }

        private void reached(int done, int of) {
            log.reached(number(), done);
            if (done < of && log.isCancelled(number())) {
                throw new Cancelled();
            }
        }
    }

    /** Somebody asked the proof to stop. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A proof as it is kept.
     *
     * @param run its number in the log
     */
    public record Proof(long run, RunLog.Origin origin, String user, Instant started, int items, long entries, List<VerifyBooks.Check> checks) {
        public Proof {
            checks = List.copyOf(checks);
        }
    }

    /** How a proof ended. */
    public record Summary(long number, Instant finished, int findings) {}
}
