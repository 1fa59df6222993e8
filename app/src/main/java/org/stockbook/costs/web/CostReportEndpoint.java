package org.stockbook.costs.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.costs.CostSpecifications;
import org.stockbook.costs.ExplainCost;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.ReconciledInventory;
import org.stockbook.costs.Valuations;
import org.stockbook.costs.Valuations.Grouping;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.costing.CostExplanation.Known;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.reconciliation.Reconciliation;
import org.stockbook.kernel.reconciliation.ReconciliationColumn;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.ReportRequest;
import org.stockbook.web.Views;

/** Valuation, cost specification, reconciliation and cost explained in the API, as of a date and as known at a moment. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CostReportEndpoint {
    private final Valuations valuations;
    private final CostSpecifications specifications;
    private final ReconcileInventory reconcile;
    private final ExplainCost explain;
    private final Permissions permissions;
    private final Views views;

    CostReportEndpoint(
            Valuations valuations, CostSpecifications specifications, ReconcileInventory reconcile, ExplainCost explain, Permissions permissions, Views views) {
        this.valuations = valuations;
        this.specifications = specifications;
        this.reconcile = reconcile;
        this.explain = explain;
        this.permissions = permissions;
        this.views = views;
    }

    @GetMapping("/inventoryValuations")
    Map<String, Object> valuation(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_COSTS);
        known(given, Stream.concat(TotalFilters.OF_STOCK.stream(), Stream.of("periodFrom", "locationCode")).toList());
        var filters = TotalFilters.of(given);
        var to = filters.to().orElseGet(() -> views.current().workDate());
        var from = date(given, "periodFrom").or(filters::from).filter(date -> !date.isAfter(to)).orElse(to.withDayOfMonth(1));
        var place = given.getOrDefault("locationCode", "");
        var lines = valuations.value(new Valuations.Request(from, to, filters.knownAt(), place.isEmpty() ? filters.locations() : Set.of(place), filters.variants(), Grouping.POSTING_GROUP, false));
        return Map.of("asOf", to, "periodFrom", from, "value", lines.stream().map(CostReportEndpoint::line).toList());
    }

    private static Map<String, Object> line(Valuations.Line line) {
        var row = new LinkedHashMap<String, Object>();
        row.put("inventoryPostingGroupCode", line.group());
        row.put("itemNumber", line.item().code());
        row.put("description", line.description());
        row.put("openingQuantity", line.opening().quantity());
        row.put("openingAmount", line.opening().amount());
        row.put("increaseQuantity", line.increases().quantity());
        row.put("increaseAmount", line.increases().amount());
        row.put("decreaseQuantity", line.decreases().quantity());
        row.put("decreaseAmount", line.decreases().amount());
        row.put("closingQuantity", line.closing().quantity());
        row.put("closingAmount", line.closing().amount());
        row.put("expectedAmount", line.expected());
        row.put("postedAmount", line.postedToGeneralLedger());
        return row;
    }

    @GetMapping("/costSpecifications")
    Map<String, Object> specification(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_COSTS);
        known(given, List.of("asOf", "knownAt"));
        var asOf = date(given, "asOf").orElseGet(() -> views.current().workDate());
        return Map.of("asOf", asOf, "value", specifications.specify(asOf, moment(given)).stream().map(CostReportEndpoint::share).toList());
    }

    private static Map<String, Object> share(CostSpecifications.Line line) {
        var row = new LinkedHashMap<String, Object>();
        row.put("inventoryPostingGroupCode", line.postingGroup());
        row.put("itemNumber", line.item().code());
        row.put("description", line.description());
        row.put("quantity", line.quantity());
        row.put("directAmount", line.direct());
        row.put("revaluationAmount", line.revaluation());
        row.put("roundingAmount", line.rounding());
        row.put("indirectAmount", line.indirect());
        row.put("varianceAmount", line.variance());
        row.put("amount", line.amount());
        return row;
    }

    @GetMapping("/inventoryGlReconciliations")
    Map<String, Object> reconciliation(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_GENERAL_LEDGER);
        known(given, List.of("asOf"));
        var reconciled = reconcile.asOf(date(given, "asOf").orElseGet(() -> views.current().workDate()));
        var rows = reconciled.comparisons().stream()
                .flatMap(compared -> reconciled.rowsOf(compared).stream().map(row -> line(reconciled, compared, row)))
                .toList();
        return Map.of("asOf", reconciled.asOf(), "difference", reconciled.difference().value(),
                "warnings", reconciled.warnings().stream().map(ReconciliationTables::word).toList(), "value", rows);
    }

    /** Types that share accounts are compared together; each says with which others, and the same figures. */
    private static Map<String, Object> line(ReconciledInventory reconciled, Reconciliation.Comparison compared, Reconciliation.Row row) {
        var line = new LinkedHashMap<String, Object>();
        line.put("accountType", ReconciliationTables.word(row.type()));
        line.put("accountNumbers", reconciled.accountsOf(row.type()).stream().map(AccountNo::code).toList());
        line.put("inventoryAmount", row.in(ReconciliationColumn.INVENTORY).value());
        line.put("inventoryInterimAmount", row.in(ReconciliationColumn.INVENTORY_INTERIM).value());
        line.put("workInProcessAmount", row.in(ReconciliationColumn.WORK_IN_PROCESS).value());
        line.put("valueEntriesAmount", row.total().value());
        line.put("sharesAccountsWith", compared.types().stream().filter(type -> type != row.type()).map(ReconciliationTables::word).toList());
        line.put("comparedAmount", compared.total().value());
        line.put("generalLedgerAmount", compared.ledgerTotal().value());
        line.put("difference", compared.difference().value());
        return line;
    }

    @GetMapping("/costExplanations")
    Map<String, Object> explanation(@RequestParam Map<String, String> given) {
        permissions.require(Permission.READ_COSTS);
        known(given, List.of("itemLedgerEntryNumber", "valueEntryNumber", "itemNumber"));
        var explained = CostExplainedPage.find(explain, new ReportRequest(given, views.current().workDate()))
                .orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
        var why = explained.explanation();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("itemNumber", explained.item().code());
        answer.put("final", why.isFinal());
        answer.put("open", why.open().stream().sorted().map(ReconciliationTables::word).toList());
        answer.put("root", node(why.root()));
        answer.put("growth", why.growth().stream().map(step -> Map.of(
                "valueEntryNumber", step.entry().value(), "valueEntryType", ReconciliationTables.word(step.type()), "adjustment", step.adjustment(),
                "postingDate", step.date(), "documentNumber", step.origin().document().code(), "amount", step.amount().value(),
                "costSoFar", step.total().value())).toList());
        return answer;
    }

    private Map<String, Object> node(Node node) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("event", node.event().getClass().getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT) + node.event().getClass().getSimpleName().substring(1));
        shown.put("description", views.current().text(CostEvents.caption(node.event())));
        shown.put("documentNumber", CostEvents.document(node.event()));
        shown.put("quantity", node.quantity().value());
        shown.put("unitCost", CostEvents.unitCost(node));
        shown.put("amount", node.amount().value());
        shown.put("knownLater", node.known() == Known.LATER);
        shown.put("causes", node.causes().stream().map(this::node).collect(Collectors.toList()));
        return shown;
    }

    private static void known(Map<String, String> given, List<String> options) {
        given.keySet().stream().filter(option -> !options.contains(option)).findFirst().ifPresent(option -> {
            throw Problem.of(400, TotalFilters.NAMES.contains(option) ? "api.filter-not-supported" : "api.unknown-field", Map.of("field", option));
        });
    }

    private static Optional<LocalDate> date(Map<String, String> given, String option) {
        try {
            return Optional.ofNullable(given.get(option)).filter(text -> !text.isBlank()).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            throw Problem.of(400, "api.malformed", Map.of("reason", option));
        }
    }

    private static Optional<Instant> moment(Map<String, String> given) {
        try {
            return Optional.ofNullable(given.get("knownAt")).filter(text -> !text.isBlank()).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            throw Problem.of(400, "api.malformed", Map.of("reason", "knownAt"));
        }
    }
}
