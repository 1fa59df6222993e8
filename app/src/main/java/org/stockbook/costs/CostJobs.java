package org.stockbook.costs;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.calls.LongImports;

/**
 * Work that nobody waits for, on costs and on large files: one job after the other, so that adjusting and posting to the general ledger
 * never run at the same time (spec: reconciliation, section 22). Documents and journals are posted meanwhile.
 */
@Component
public class CostJobs implements LongImports, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CostJobs.class);
    private static final long PATIENCE = 30;

    private final AdjustCosts adjust;
    private final PostCostToGeneralLedger postCost;
    private final ProveBooks prove;
    private final ImportFiles imports;
    private final CostControls controls;
    private final Permissions permissions;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("cost-jobs").daemon().factory());
    private volatile Optional<Long> current = Optional.empty();

    CostJobs(AdjustCosts adjust, PostCostToGeneralLedger postCost, ProveBooks prove, ImportFiles imports, CostControls controls, Permissions permissions) {
        this.adjust = adjust;
        this.postCost = postCost;
        this.prove = prove;
        this.imports = imports;
        this.controls = controls;
        this.permissions = permissions;
    }

    /** Starts a cost adjustment; its number in the log. */
    public long start(AdjustCosts.Request request) {
        var begun = adjust.begin(request);
        queue("cost adjustment", Optional.of(begun.number()), () -> begun.run(LongWork.SILENT));
        return begun.number();
    }

    /** Starts posting cost to the general ledger; its number in the log. */
    public long start(PostCostToGeneralLedger.Request request) {
        var begun = postCost.begin(request);
        queue("posting cost", Optional.of(begun.number()), () -> begun.run(LongWork.SILENT));
        return begun.number();
    }

    /** Starts a proof of the books; its number in the log. */
    public long startProof(RunLog.Origin origin) {
        var begun = prove.begin(origin);
        queue("proof of the books", Optional.of(begun.number()), begun::run);
        return begun.number();
    }

    /** Logs that a file will be taken; it is, once it is started. */
    @Override
    public Begun begin(ImportRows.Order order) {
        var begun = imports.begin(order);
        return new Begun(begun.number(), () -> queue("import", Optional.of(begun.number()), begun::run), begun::giveUp);
    }

    private void queue(String what, Optional<Long> run, Runnable work) {
        var user = permissions.user().orElse(SignedInUser.STOCKBOOK);
        queue.execute(() -> {
            current = run;
            try {
                Permissions.as(user, () -> {
                    work.run();
                    return what;
                });
            } catch (RuntimeException fault) {
                LOG.error("The job ended with a fault: {} {}", what, run.map(Object::toString).orElse(""), fault);
            } finally {
                current = Optional.empty();
            }
        });
    }

    /** The program ends: what goes on stops at its next safe point; what waits shows as interrupted. */
    @Override
    public void destroy() throws InterruptedException {
        queue.shutdown();
        current.ifPresent(controls::requestCancel);
        if (!queue.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
            queue.shutdownNow();
        }
    }
}
