package org.stockbook.costs.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stockbook.costs.CostControls;
import org.stockbook.costs.CostRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** Long work to programs: how far it is, what came of it, and how to stop it (spec: api, section 5.1). */
@RestController
@RequestMapping({"/api/v1/jobs/{number:\\d+}", "/api/v1/jobs/jobNumber:{number:\\d+}"})
class JobEndpoint {
    private static final List<String> COUNTS = List.of("itemsTotal", "itemsDone", "itemsFailed", "entriesWritten", "linesWritten", "entriesSkipped");

    private final CostRows rows;
    private final CostControls controls;
    private final JobWatchers watchers;
    private final Permissions permissions;
    private final Views views;
    private final RunAnswers answers;

    JobEndpoint(CostRows rows, CostControls controls, JobWatchers watchers, Permissions permissions, Views views, RunAnswers answers) {
        this.rows = rows;
        this.controls = controls;
        this.watchers = watchers;
        this.permissions = permissions;
        this.views = views;
        this.answers = answers;
    }

    static String address(long number) {
        return "/api/v1/jobs/" + number;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> job(@PathVariable long number) {
        permissions.require(Permission.READ_COSTS);
        return answers.one("jobs", number, answer(found(number)));
    }

    private Row found(long number) {
        return rows.jobs().read(RowRequest.of(Criterion.equal("jobNumber", number)).page(0, 1)).rows().stream().findFirst()
                .orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "jobs", "value", Long.toString(number))));
    }

    private Map<String, Object> answer(Row row) {
        var job = new LinkedHashMap<String, Object>(row.values());
        job.keySet().removeAll(COUNTS);
        job.remove("resultNumber");
        job.put("step", step(row));
        var counts = new LinkedHashMap<String, Object>();
        COUNTS.forEach(name -> row.value(name).ifPresent(count -> counts.put(name, count)));
        job.put("counts", counts);
        row.value("resultNumber").filter(_ -> JobWatchers.isOver(row)).ifPresent(result -> {
            var collection = collection(row);
            job.put("result", Map.of("collection", collection, "number", result, "link", "/api/v1/" + collection + "/" + result));
        });
        if (row.text("state").equals("failed")) {
            job.put("problem", Map.of("code", "api.internal", "message", views.current().text("error.api.internal")));
        }
        return job;
    }

    /** What is being done at the moment; nothing where it waits or is over. */
    private static String step(Row row) {
        return row.text("state").equals("running") ? switch (row.text("jobKind")) {
            case "costAdjustment" -> "adjusting";
            case "inventoryCostPosting" -> "posting";
            default -> "verifying";
        } : "";
    }

    private static String collection(Row row) {
        return switch (row.text("jobKind")) {
            case "costAdjustment" -> "costAdjustmentRuns";
            case "inventoryCostPosting" -> "inventoryCostPostings";
            default -> "verifications";
        };
    }

    /** Stops the work at its next safe point; what is over cannot be stopped any more. */
    @PostMapping(path = "/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> cancel(@PathVariable long number) {
        permissions.require(Permission.READ_COSTS);
        var job = found(number);
        permissions.require(switch (job.text("jobKind")) {
            case "costAdjustment" -> Permission.ADJUST_COSTS;
            case "inventoryCostPosting" -> Permission.POST_COST_TO_GENERAL_LEDGER;
            default -> Permission.VERIFY_BOOKS;
        });
        if (JobWatchers.isOver(job) || !controls.requestCancel(number)) {
            throw Problem.of(409, "common.status-not-open", Map.of());
        }
        return answers.one("jobs", number, answer(found(number)));
    }

    /** Tells how far the work is whenever that has changed, until it is over. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long number) {
        permissions.require(Permission.READ_COSTS);
        return watchers.watch(found(number));
    }
}
