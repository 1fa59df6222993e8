package org.stockbook.costs.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.costs.CostControls;
import org.stockbook.costs.CostJobs;
import org.stockbook.costs.CostRows;
import org.stockbook.costs.ExcludeItems;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Cost adjustment in the API: runs are started, watched and cancelled; items are excluded (spec: api, section 11). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CostRunEndpoint {
    private static final int MOST_ROWS = 1000;

    private final CostJobs jobs;
    private final CostRows rows;
    private final CostControls controls;
    private final ExcludeItems exclude;
    private final Permissions permissions;
    private final RunAnswers answers;

    CostRunEndpoint(CostJobs jobs, CostRows rows, CostControls controls, ExcludeItems exclude, Permissions permissions, RunAnswers answers) {
        this.jobs = jobs;
        this.rows = rows;
        this.controls = controls;
        this.exclude = exclude;
        this.permissions = permissions;
        this.answers = answers;
    }

    /** Starts a run over some items, a category or everything. */
    @PostMapping("/costAdjustmentRuns")
    ResponseEntity<Map<String, Object>> start(@RequestBody Optional<Map<String, Object>> given) {
        permissions.require(Permission.ADJUST_COSTS);
        var body = Body.of(given, Set.of("itemNumbers", "itemCategoryCode", "until", "postToGeneralLedger"));
        var items = new LinkedHashSet<ItemNo>();
        body.list("itemNumbers").forEach(number -> items.add(new ItemNo(number)));
        var category = body.text("itemCategoryCode");
        category.ifPresent(code -> items.addAll(controls.unadjustedOfCategory(code)));
        if (category.isPresent() && items.isEmpty()) {
            throw Problem.of(422, "api.reference-not-found", Map.of("field", "itemCategoryCode", "value", category.get()));
        }
        var run = jobs.start(new AdjustCosts.Request(
                items, body.date("until").orElse(LocalDate.MAX), body.flag("postToGeneralLedger", true), RunLog.Origin.USER));
        return accepted("cost-adjustment-runs", run);
    }

    static ResponseEntity<Map<String, Object>> accepted(String page, long run) {
        return ResponseEntity.accepted().header("Location", JobEndpoint.address(run))
                .body(Map.of("jobNumber", run, "runNumber", run, "link", "/" + page + "/" + run));
    }

    /** A run with what it did to each item. */
    @GetMapping({"/costAdjustmentRuns/{number:\\d+}", "/costAdjustmentRuns/runNumber:{number:\\d+}"})
    ResponseEntity<Map<String, Object>> run(@PathVariable long number) {
        permissions.require(Permission.READ_COSTS);
        var run = found(rows.costAdjustmentRuns(), "costAdjustmentRuns", number);
        run.put("items", values(rows.itemsOfRun(number)));
        return answers.one("costAdjustmentRuns", number, run);
    }

    static Map<String, Object> found(RowSource source, String collection, long number) {
        return source.read(RowRequest.of(Criterion.equal("runNumber", number)).page(0, 1)).rows().stream().findFirst()
                .map(row -> (Map<String, Object>) new LinkedHashMap<>(row.values()))
                .orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", collection, "value", Long.toString(number))));
    }

    static List<Map<String, Object>> values(RowSource source) {
        return source.read(RowRequest.of(Criterion.EVERYTHING).page(0, MOST_ROWS)).rows().stream().map(Row::values).toList();
    }

    /** Stops a run at its next safe point; a run that has ended cannot be cancelled any more. */
    @PostMapping("/{runs:costAdjustmentRuns|inventoryCostPostings}/{number:\\d+}/cancel")
    Map<String, Object> cancel(@PathVariable String runs, @PathVariable long number) {
        var adjustment = runs.equals("costAdjustmentRuns");
        permissions.require(adjustment ? Permission.ADJUST_COSTS : Permission.POST_COST_TO_GENERAL_LEDGER);
        found(adjustment ? rows.costAdjustmentRuns() : rows.inventoryCostPostings(), runs, number);
        if (!controls.requestCancel(number)) {
            throw Problem.of(409, "common.status-not-open", Map.of());
        }
        return Map.of("runNumber", number);
    }

    /** Leaves an item out of cost adjustment until somebody has looked at it. */
    @PostMapping("/itemsToAdjust/{item}/exclude")
    Map<String, Object> exclude(@PathVariable String item, @RequestBody Optional<Map<String, Object>> given) {
        permissions.require(Permission.ADJUST_COSTS);
        var reason = Body.of(given, Set.of("exclusionReason")).text("exclusionReason");
        if (reason.isEmpty()) {
            throw Problem.of(422, "common.field-required", Map.of("field", "exclusionReason"));
        }
        return known(item, exclude.exclude(new ItemNo(item), reason.get()));
    }

    @PostMapping("/itemsToAdjust/{item}/include")
    Map<String, Object> include(@PathVariable String item) {
        return known(item, exclude.include(new ItemNo(item)));
    }

    private static Map<String, Object> known(String item, boolean found) {
        if (!found) {
            throw Problem.of(404, "api.reference-not-found", Map.of("field", "itemNumber", "value", item));
        }
        return new TreeMap<>(Map.of("itemNumber", item));
    }
}
