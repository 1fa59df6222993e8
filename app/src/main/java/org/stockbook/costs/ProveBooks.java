package org.stockbook.costs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.security.Permissions;

/** Proves the books and keeps what came of it. */
@Component
public class ProveBooks {
    private final VerifyBooks verify;
    private final CostControls controls;
    private final Permissions permissions;
    private final Clock clock = Clock.systemUTC();

    ProveBooks(VerifyBooks verify, CostControls controls, Permissions permissions) {
        this.verify = verify;
        this.controls = controls;
        this.permissions = permissions;
    }

    /** Checks everything; a clean company has no findings. */
    public VerifyBooks.Result prove(RunLog.Origin origin, LongWork progress) {
        var started = clock.instant();
        var result = verify.verify(progress);
        controls.keep(new Proof(origin, permissions.login(), started, result.items(), result.entries(), result.checks()));
        return result;
    }

    /** A proof as it is kept. */
    public record Proof(RunLog.Origin origin, String user, Instant started, int items, long entries, List<VerifyBooks.Check> checks) {
        public Proof {
            checks = List.copyOf(checks);
        }
    }

    /** How a proof ended. */
    public record Summary(long number, Instant finished, int findings) {}
}
