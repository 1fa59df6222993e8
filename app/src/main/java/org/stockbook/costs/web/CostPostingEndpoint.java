package org.stockbook.costs.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.costs.CostJobs;
import org.stockbook.costs.CostRows;
import org.stockbook.inventory.CostRefusalValues;
import org.stockbook.inventory.PendingCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** Posting inventory cost to the general ledger in the API: a test report, or a run (spec: reconciliation, section 5). */
@RestController
@RequestMapping(path = "/api/v1/inventoryCostPostings", produces = MediaType.APPLICATION_JSON_VALUE)
class CostPostingEndpoint {
    private final CostJobs jobs;
    private final CostRows rows;
    private final PostCostToGeneralLedger postCost;
    private final Permissions permissions;
    private final Views views;
    private final RunAnswers answers;

    CostPostingEndpoint(CostJobs jobs, CostRows rows, PostCostToGeneralLedger postCost, Permissions permissions, Views views, RunAnswers answers) {
        this.jobs = jobs;
        this.rows = rows;
        this.postCost = postCost;
        this.permissions = permissions;
        this.views = views;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> post(@RequestBody Optional<Map<String, Object>> given) {
        permissions.require(Permission.POST_COST_TO_GENERAL_LEDGER);
        var body = Body.of(given, Set.of("method", "documentNumber", "itemNumbers", "postingDateFrom", "postingDateTo", "test"));
        var filter = new PendingCosts.Filter(
                body.list("itemNumbers").stream().map(ItemNo::new).collect(Collectors.toSet()),
                body.date("postingDateFrom").orElse(LocalDate.MIN), body.date("postingDateTo").orElse(LocalDate.MAX));
        var method = method(body.text("method").orElse("perEntry"), body.text("documentNumber"));
        if (body.flag("test", false)) {
            return ResponseEntity.ok(report(postCost.post(
                    new PostCostToGeneralLedger.Request(method, filter, true, RunLog.Origin.USER), LongWork.SILENT)));
        }
        var run = jobs.start(new PostCostToGeneralLedger.Request(method, filter, false, RunLog.Origin.USER));
        return CostRunEndpoint.accepted("inventory-cost-postings", run);
    }

    /** Per posting group needs a document number; per entry every line has that of its value entry. */
    static PostingMethod method(String word, Optional<String> document) {
        return switch (word) {
            case "perEntry" -> {
                if (document.isPresent()) {
                    throw Problem.of(422, "reconciliation.document-no-rule", Map.of());
                }
                yield new PostingMethod.PerEntry();
            }
            case "perPostingGroup" -> new PostingMethod.PerPostingGroup(
                    new DocumentNo(document.orElseThrow(() -> Problem.of(422, "reconciliation.document-no-rule", Map.of()))));
            default -> throw Problem.of(400, "api.malformed", Map.of("reason", "method"));
        };
    }

    private Map<String, Object> report(PostCostToGeneralLedger.Result result) {
        var view = views.current();
        var report = new LinkedHashMap<String, Object>();
        report.put("entriesPosted", result.entries());
        report.put("linesWritten", result.lines());
        report.put("accounts", result.accounts().stream().map(sum -> Map.of("accountType", ReconciliationTables.word(sum.type()),
                "accountNumber", sum.account().code(), "debitAmount", sum.debit().value(), "creditAmount", sum.credit().value())).toList());
        report.put("skipped", result.skipped().stream().map(skipped -> Map.of(
                "entryNumber", skipped.cost().entry().value(), "itemNumber", skipped.item().code(),
                "amount", skipped.cost().open().actual().plus(skipped.cost().open().expected()).value(),
                "errors", skipped.cost().reasons().stream().map(reason -> Map.of("code", reason.code(),
                        "message", view.text("error." + reason.code(), CostRefusalValues.of(reason)))).toList())).toList());
        return report;
    }

    /** A run with what it left pending. */
    @GetMapping({"/{number:\\d+}", "/runNumber:{number:\\d+}"})
    ResponseEntity<Map<String, Object>> run(@PathVariable long number) {
        permissions.require(Permission.READ_COSTS);
        var run = CostRunEndpoint.found(rows.inventoryCostPostings(), "inventoryCostPostings", number);
        List<Map<String, Object>> skipped = CostRunEndpoint.values(rows.skippedByRun(number));
        run.put("skipped", skipped);
        return answers.one("inventoryCostPostings", number, run);
    }
}
