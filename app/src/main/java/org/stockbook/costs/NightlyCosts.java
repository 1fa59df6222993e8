package org.stockbook.costs;

import java.time.LocalDateTime;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.PendingCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Does the work of the night when its hour has come, and lets it be set up. */
@Component
public class NightlyCosts {
    private final CostControls controls;
    private final CostJobs jobs;
    private final Permissions permissions;

    NightlyCosts(CostControls controls, CostJobs jobs, Permissions permissions) {
        this.controls = controls;
        this.jobs = jobs;
        this.permissions = permissions;
    }

    public NightlyCostWork settings() {
        permissions.require(Permission.READ_COSTS);
        return controls.nightly();
    }

    public void change(NightlyCostWork settings) {
        permissions.require(Permission.ADJUST_COSTS);
        if (settings.postCostToGeneralLedger()) {
            permissions.require(Permission.POST_COST_TO_GENERAL_LEDGER);
        }
        controls.save(settings);
    }

    /** Starts what is due; whether anything was. Of several programs on the same books one takes the night on. */
    public boolean workIfDue(LocalDateTime now) {
        var settings = controls.nightly();
        var night = settings.dueAt(now);
        if (night.isEmpty() || !controls.claim(night.get())) {
            return false;
        }
        return Permissions.asStockbook(() -> {
            if (settings.adjustCosts()) {
                jobs.start(new AdjustCosts.Request(Set.of(), settings.postCostToGeneralLedger(), RunLog.Origin.SCHEDULE));
            }
            if (settings.postCostToGeneralLedger()) {
                jobs.start(new PostCostToGeneralLedger.Request(
                        new PostingMethod.PerEntry(), PendingCosts.Filter.EVERYTHING, false, RunLog.Origin.SCHEDULE));
            }
            if (settings.verifyBooks()) {
                jobs.startProof(RunLog.Origin.SCHEDULE);
            }
            return true;
        });
    }
}
