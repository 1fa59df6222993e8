package org.stockbook.costs.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.costs.CostJobs;
import org.stockbook.costs.CostRows;
import org.stockbook.costs.NightlyCostWork;
import org.stockbook.costs.NightlyCosts;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Proofs of the books and the work of the night in the API. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ProofEndpoint {
    private final CostJobs jobs;
    private final CostRows rows;
    private final NightlyCosts nightly;
    private final Permissions permissions;
    private final RunAnswers answers;

    ProofEndpoint(CostJobs jobs, CostRows rows, NightlyCosts nightly, Permissions permissions, RunAnswers answers) {
        this.jobs = jobs;
        this.rows = rows;
        this.nightly = nightly;
        this.permissions = permissions;
        this.answers = answers;
    }

    /** Starts a proof; the job leads to what came of it. */
    @PostMapping("/verifications")
    ResponseEntity<Map<String, Object>> start() {
        var job = jobs.startProof(RunLog.Origin.USER);
        return ResponseEntity.accepted().header("Location", JobEndpoint.address(job)).body(Map.of("jobNumber", job, "link", "/books-proven"));
    }

    @GetMapping({"/verifications/{number:\\d+}", "/verifications/verificationNumber:{number:\\d+}"})
    ResponseEntity<Map<String, Object>> verification(@PathVariable long number) {
        permissions.require(Permission.VERIFY_BOOKS);
        var found = rows.verifications().read(RowRequest.of(Criterion.equal("verificationNumber", number)).page(0, 1)).rows().stream().findFirst()
                .orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "verifications", "value", Long.toString(number))));
        var answer = new LinkedHashMap<String, Object>(found.values());
        answer.put("checks", CostRunEndpoint.values(rows.checksOf(number)));
        answer.put("differences", CostRunEndpoint.values(rows.findingsOf(number)));
        return answers.one("verifications", number, answer);
    }

    @GetMapping("/setups/nightlyCostWork")
    Map<String, Object> nightly() {
        return answer(nightly.settings());
    }

    @PatchMapping("/setups/nightlyCostWork")
    Map<String, Object> change(@RequestBody Optional<Map<String, Object>> given) {
        var body = Body.of(given, Set.of("enabled", "startsAt", "adjustCosts", "postCostToGeneralLedger", "verifyBooks"));
        var before = nightly.settings();
        var after = new NightlyCostWork(
                body.flag("enabled", before.enabled()), body.time("startsAt").orElse(before.startsAt()),
                body.flag("adjustCosts", before.adjustCosts()), body.flag("postCostToGeneralLedger", before.postCostToGeneralLedger()),
                body.flag("verifyBooks", before.verifyBooks()));
        nightly.change(after);
        return answer(after);
    }

    private static Map<String, Object> answer(NightlyCostWork settings) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("enabled", settings.enabled());
        answer.put("startsAt", settings.startsAt().toString());
        answer.put("adjustCosts", settings.adjustCosts());
        answer.put("postCostToGeneralLedger", settings.postCostToGeneralLedger());
        answer.put("verifyBooks", settings.verifyBooks());
        return answer;
    }
}
