package org.stockbook.costs.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.optionalBody;
import static org.stockbook.web.calls.CallDescription.query;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Says to programs what work on costs takes and gives, field by field (spec: api, sections 7 and 11). */
@Configuration(proxyBeanMethods = false)
class CostDescription {
    private static final String RUNS = "costAdjustmentRuns";
    private static final String POSTINGS = "inventoryCostPostings";
    private static final String PROOFS = "verifications";
    private static final String ACCEPTED = "runAccepted";
    private static final String NODE = "costNode";
    private static final String ONE = "/{key}";
    private static final String AS_OF = "Figures as of the end of this day";
    private static final String KNOWN_AT = "Figures as they were known at this moment (UTC)";

    @Bean
    OpenApiCustomizer costCalls() {
        return description -> {
            var paths = description.getPaths();
            paths.keySet().removeAll(List.of("/api/v1/{runs}/{number}/cancel", "/api/v1/" + RUNS + "/{number}", "/api/v1/" + RUNS + "/runNumber:{number}",
                    "/api/v1/" + POSTINGS + "/{number}", "/api/v1/" + POSTINGS + "/runNumber:{number}",
                    "/api/v1/" + PROOFS + "/{number}", "/api/v1/" + PROOFS + "/verificationNumber:{number}"));
            description.schema(ACCEPTED, new Shape().counts("jobNumber", "runNumber").texts("link").required("jobNumber", "link").closed());
            describeRuns(new CallDescription(RUNS, paths));
            describePostings(new CallDescription(POSTINGS, paths));
            describeProofs(new CallDescription(PROOFS, paths));
            describeNights(new CallDescription("setups", paths));
            describeItems(new CallDescription("itemsToAdjust", paths), new CallDescription("costingMethodChanges", paths));
            describeReports(description);
            describeExplanations(description);
        };
    }

    private static Shape run() {
        return new Shape().counts("runNumber", "itemsTotal", "itemsDone", "itemsFailed").words("runStatus", "running", "finished", "cancelled", "failed", "interrupted")
                .moments("startedAt", "finishedAt").texts("userName", "scope").words("origin", "user", "schedule", "command_line")
                .required("runNumber", "runStatus", "startedAt", "userName", "origin", "itemsTotal", "itemsDone", "itemsFailed");
    }

    private static Operation accepted(CallDescription calls) {
        return calls.operation("start", "202", Shape.named(ACCEPTED));
    }

    private static Schema<?> cancelled() {
        return new Shape().counts("runNumber").required("runNumber").closed();
    }

    private static void describeRuns(CallDescription calls) {
        var item = new Shape().texts("itemNumber", "description", "error").counts("entriesWritten", "milliseconds").figures("costWritten").moments("finishedAt")
                .required("itemNumber", "entriesWritten", "costWritten", "milliseconds").closed();
        calls.add(HttpMethod.POST, "", accepted(calls).requestBody(optionalBody(new Shape().with("itemNumbers", Shape.listOf(Shape.text())).texts("itemCategoryCode")
                .dates("until").flags("postToGeneralLedger").closed())));
        calls.add(HttpMethod.GET, ONE, calls.operation("read", "200", run().texts("id").counts("entriesWritten").figures("costWritten").with("items", Shape.listOf(item)).required("id", "items").closed()));
        calls.add(HttpMethod.POST, "/{number}/cancel", calls.operation("cancel", "200", cancelled()));
    }

    private static void describePostings(CallDescription calls) {
        var error = new Shape().texts("code", "message").required("code", "message").closed();
        var account = new Shape().texts("accountType", "accountNumber").figures("debitAmount", "creditAmount").required("accountType", "accountNumber", "debitAmount", "creditAmount").closed();
        var left = new Shape().counts("entryNumber").texts("itemNumber").figures("amount").with("errors", Shape.listOf(error)).required("entryNumber", "itemNumber", "amount", "errors").closed();
        var tested = new Shape().counts("entriesPosted", "linesWritten").with("accounts", Shape.listOf(account)).with("skipped", Shape.listOf(left))
                .required("entriesPosted", "linesWritten", "accounts", "skipped").closed();
        var start = accepted(calls).requestBody(optionalBody(new Shape().words("method", "perEntry", "perPostingGroup").texts("documentNumber")
                .with("itemNumbers", Shape.anyOf(Shape.text(), Shape.listOf(Shape.text()))).dates("postingDateFrom", "postingDateTo").flags("test").closed()));
        start.getResponses().putAll(calls.operation("start", "200", tested).getResponses());
        calls.add(HttpMethod.POST, "", start);
        var skipped = new Shape().counts("entryNumber").texts("itemNumber", "description", "error", "errorValues").figures("amount").required("entryNumber", "itemNumber", "amount", "error").closed();
        calls.add(HttpMethod.GET, ONE, calls.operation("read", "200", run().texts("id").counts("entriesPosted", "linesWritten", "entriesSkipped").figures("debitAmount")
                .with("skipped", Shape.listOf(skipped)).required("id", "skipped").closed()));
        calls.add(HttpMethod.POST, "/{number}/cancel", calls.operation("cancel", "200", cancelled()));
    }

    private static void describeProofs(CallDescription calls) {
        calls.add(HttpMethod.POST, "", accepted(calls));
        var check = new Shape().counts("position", "findings").texts("check").required("position", "check", "findings").closed();
        var difference = new Shape().counts("position").texts("check", "finding").required("position", "check", "finding").closed();
        calls.add(HttpMethod.GET, ONE, calls.operation("read", "200", new Shape().texts("id").counts("verificationNumber", "itemsChecked", "entriesChecked", "findings").words("result", "clean", "findings")
                .moments("startedAt", "finishedAt").texts("userName").words("origin", "user", "schedule", "command_line").with("checks", Shape.listOf(check))
                .with("differences", Shape.listOf(difference)).required("id", "verificationNumber", "result", "startedAt", "findings", "checks", "differences").closed()));
    }

    private static void describeNights(CallDescription calls) {
        var night = new Shape().flags("enabled", "adjustCosts", "postCostToGeneralLedger", "verifyBooks").texts("startsAt");
        var answer = new Shape().flags("enabled", "adjustCosts", "postCostToGeneralLedger", "verifyBooks").texts("startsAt")
                .required("enabled", "startsAt", "adjustCosts", "postCostToGeneralLedger", "verifyBooks").closed();
        calls.add(HttpMethod.GET, "/nightlyCostWork", calls.operation("readNightlyCostWork", "200", answer));
        calls.add(HttpMethod.PATCH, "/nightlyCostWork", calls.operation("changeNightlyCostWork", "200", answer).requestBody(body(night.closed())));
    }

    private static void describeItems(CallDescription items, CallDescription methods) {
        var known = new Shape().texts("itemNumber").required("itemNumber").closed();
        items.add(HttpMethod.POST, "/{item}/exclude", items.operation("exclude", "200", known).requestBody(body(new Shape().texts("exclusionReason").closed())));
        items.add(HttpMethod.POST, "/{item}/include", items.operation("include", "200", known));
        methods.add(HttpMethod.POST, "", methods.operation("change", "200", new Shape().texts("itemNumber", "oldNumber", "link").counts("registerNumber").figures("quantity", "amount")
                .required("itemNumber", "oldNumber", "registerNumber", "quantity", "amount", "link").closed())
                .requestBody(body(new Shape().texts("itemNumber", "oldNumber").words("costingMethod", "fifo", "lifo", "average", "specific", "standard").figures("standardCost")
                        .dates("postingDate").asRequest().closed())));
    }

    private static void describeReports(OpenAPI description) {
        var valued = new Shape().texts("inventoryPostingGroupCode", "itemNumber", "description").figures("openingQuantity", "openingAmount", "increaseQuantity", "increaseAmount",
                "decreaseQuantity", "decreaseAmount", "closingQuantity", "closingAmount", "expectedAmount", "postedAmount").required("inventoryPostingGroupCode", "itemNumber",
                "closingQuantity", "closingAmount").closed();
        var valuations = new CallDescription("inventoryValuations", description.getPaths());
        valuations.add(HttpMethod.GET, "", valuations.operation("list", "200", dated(valued).dates("periodFrom").required("periodFrom").closed())
                .addParametersItem(query(TotalFilters.AS_OF, AS_OF)).addParametersItem(query(TotalFilters.KNOWN_AT, KNOWN_AT))
                .addParametersItem(query(TotalFilters.DATES, "The period, such as 2026-01-01..2026-06-30")).addParametersItem(query("periodFrom", "First day of the period, with asOf"))
                .addParametersItem(query(TotalFilters.LOCATIONS, "The places that count, such as EAST|WEST")).addParametersItem(query("locationCode", "The one place that counts"))
                .addParametersItem(query(TotalFilters.VARIANTS, "The variants that count, such as RED|BLUE")));
        var share = new Shape().texts("inventoryPostingGroupCode", "itemNumber", "description").figures("quantity", "directAmount", "revaluationAmount", "roundingAmount", "indirectAmount",
                "varianceAmount", "amount").required("inventoryPostingGroupCode", "itemNumber", "quantity", "amount").closed();
        var specifications = new CallDescription("costSpecifications", description.getPaths());
        specifications.add(HttpMethod.GET, "", specifications.operation("list", "200", dated(share).closed())
                .addParametersItem(query(TotalFilters.AS_OF, AS_OF)).addParametersItem(query(TotalFilters.KNOWN_AT, KNOWN_AT)));
        var compared = new Shape().texts("accountType").with("accountNumbers", Shape.listOf(Shape.text())).with("sharesAccountsWith", Shape.listOf(Shape.text()))
                .figures("inventoryAmount", "inventoryInterimAmount", "workInProcessAmount", "valueEntriesAmount", "comparedAmount", "generalLedgerAmount", "difference")
                .required("accountType", "accountNumbers", "sharesAccountsWith", "valueEntriesAmount", "comparedAmount", "generalLedgerAmount", "difference").closed();
        var reconciliations = new CallDescription("inventoryGlReconciliations", description.getPaths());
        reconciliations.add(HttpMethod.GET, "", reconciliations.operation("list", "200", dated(compared).figures("difference").with("warnings", Shape.listOf(Shape.text()))
                .required("difference", "warnings").closed()).addParametersItem(query(TotalFilters.AS_OF, AS_OF)));
    }

    private static Shape dated(Schema<?> line) {
        return new Shape().dates("asOf").with("value", Shape.listOf(line)).required("asOf", "value");
    }

    private static void describeExplanations(OpenAPI description) {
        description.schema(NODE, new Shape().words("event", "moved", "valued", "averaged", "opening", "others", "notCovered", "rest", "inStock").texts("description", "documentNumber")
                .figures("quantity", "unitCost", "amount").flags("knownLater").with("causes", Shape.listOf(Shape.named(NODE)))
                .required("event", "description", "documentNumber", "quantity", "unitCost", "amount", "knownLater", "causes").closed());
        var step = new Shape().counts("valueEntryNumber").texts("valueEntryType", "documentNumber").flags("adjustment").dates("postingDate").figures("amount", "costSoFar")
                .required("valueEntryNumber", "valueEntryType", "adjustment", "postingDate", "documentNumber", "amount", "costSoFar").closed();
        var calls = new CallDescription("costExplanations", description.getPaths());
        calls.add(HttpMethod.GET, "", calls.operation("read", "200", new Shape().texts("itemNumber").flags("final").with("open", Shape.listOf(Shape.text())).with("root", Shape.named(NODE))
                .with("growth", Shape.listOf(step)).required("itemNumber", "final", "open", "root", "growth").closed())
                .addParametersItem(query("itemLedgerEntryNumber", "The entry whose cost is explained")).addParametersItem(query("valueEntryNumber", "The value entry that is explained"))
                .addParametersItem(query("itemNumber", "The item whose stock is explained")));
    }
}
