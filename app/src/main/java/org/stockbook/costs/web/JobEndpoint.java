package org.stockbook.costs.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.stockbook.costs.KeptImports;
import org.stockbook.platform.exchange.MappedRows.RowIssue;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.View;
import org.stockbook.web.Views;
import org.stockbook.web.calls.ImportPlaces;

/** Long work to programs: how far it is, what came of it, and how to stop it (spec: api, section 5.1). */
@RestController
@RequestMapping({"/api/v1/jobs/{number:\\d+}", "/api/v1/jobs/jobNumber:{number:\\d+}"})
class JobEndpoint {
    private static final String KIND = "jobKind";
    private static final String IMPORT = "import";
    private static final String FAULT = "api.internal";
    private static final int MOST_ISSUES = 1000;
    private static final List<String> COUNTS = List.of("itemsTotal", "itemsDone", "itemsFailed", "entriesWritten", "linesWritten", "entriesSkipped");

    private final CostRows rows;
    private final CostControls controls;
    private final KeptImports imports;
    private final JobWatchers watchers;
    private final Permissions permissions;
    private final Views views;
    private final RunAnswers answers;

    JobEndpoint(CostRows rows, CostControls controls, KeptImports imports, JobWatchers watchers, Permissions permissions, Views views, RunAnswers answers) {
        this.rows = rows;
        this.controls = controls;
        this.imports = imports;
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
        return answers.one("jobs", number, answer(seen(number)));
    }

    /** A job that the caller may see: his own, or one that is not for everybody, such as the bad rows of somebody's file. */
    private Row seen(long number) {
        var job = existing(number);
        if (job.filter(this::isOwn).isEmpty()) {
            permissions.require(Permission.READ_COSTS);
        }
        if (job.filter(found -> isImport(found) && !isOwn(found)).isPresent()) {
            permissions.require(Permission.IMPORT_DATA);
        }
        return job.orElseThrow(() -> notThere(number));
    }

    private boolean isOwn(Row job) {
        return job.text("userName").equals(permissions.login());
    }

    private static boolean isImport(Row job) {
        return job.text(KIND).equals(IMPORT);
    }

    private Optional<Row> existing(long number) {
        return rows.jobs().read(RowRequest.of(Criterion.equal("jobNumber", number)).page(0, 1)).rows().stream().findFirst();
    }

    private static Problem notThere(long number) {
        return Problem.of(404, "api.reference-not-found", Map.of("field", "jobs", "value", Long.toString(number)));
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
            job.put("problem", problem(row));
        }
        return job;
    }

    private Map<String, Object> problem(Row job) {
        var view = views.current();
        var number = job.value("jobNumber").map(Long.class::cast).orElseThrow();
        return (isImport(job) ? imports.refused(number, MOST_ISSUES) : Optional.<KeptImports.Refused>empty())
                .map(refused -> Map.<String, Object>of("code", refused.code(), "message", view.refusal(refused.code(), refused.parameters()),
                        "errors", refused.issues().stream().map(issue -> error(refused.collection(), issue, view)).toList()))
                .orElseGet(() -> Map.of("code", FAULT, "message", view.text("error." + FAULT)));
    }

    /** A bad row, as an import that was waited for names it. */
    private static Map<String, Object> error(String collection, RowIssue issue, View view) {
        return Map.of("code", issue.code(), "severity", "error", "pointer", ImportPlaces.pointer(issue), "target", ImportPlaces.target(collection, issue),
                "message", view.refusal(issue.code(), issue.parameters()));
    }

    /** What is being done at the moment; nothing where it waits or is over. */
    private static String step(Row row) {
        return row.text("state").equals("running") ? switch (row.text(KIND)) {
            case "costAdjustment" -> "adjusting";
            case "inventoryCostPosting" -> "posting";
            case IMPORT -> "importing";
            default -> "verifying";
        } : "";
    }

    private static String collection(Row row) {
        return switch (row.text(KIND)) {
            case "costAdjustment" -> "costAdjustmentRuns";
            case "inventoryCostPosting" -> "inventoryCostPostings";
            case IMPORT -> "imports";
            default -> "verifications";
        };
    }

    /** Stops the work at its next safe point; what is over cannot be stopped any more. Whoever started it may. */
    @PostMapping(path = "/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> cancel(@PathVariable long number) {
        var job = seen(number);
        if (!isOwn(job)) {
            permissions.require(stopping(job));
        }
        if (JobWatchers.isOver(job) || !controls.requestCancel(number)) {
            throw Problem.of(409, "common.status-not-open", Map.of());
        }
        return answers.one("jobs", number, answer(existing(number).orElseThrow(() -> notThere(number))));
    }

    private static Permission stopping(Row job) {
        return switch (job.text(KIND)) {
            case "costAdjustment" -> Permission.ADJUST_COSTS;
            case "inventoryCostPosting" -> Permission.POST_COST_TO_GENERAL_LEDGER;
            case IMPORT -> Permission.IMPORT_DATA;
            default -> Permission.VERIFY_BOOKS;
        };
    }

    /** Tells how far the work is whenever that has changed, until it is over. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long number) {
        return watchers.watch(seen(number));
    }
}
