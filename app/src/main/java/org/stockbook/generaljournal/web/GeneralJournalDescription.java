package org.stockbook.generaljournal.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;
import static org.stockbook.web.calls.CallDescription.optionalBody;
import static org.stockbook.web.calls.CallDescription.query;
import static org.stockbook.web.calls.CallDescription.repeatable;
import static org.stockbook.web.calls.CallDescription.versioned;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.CallReferences;
import org.stockbook.web.calls.Shape;

/** Describes the batches of the general journal and their lines to programs (spec: api, sections 5 and 11; finance, section 3). */
@Configuration(proxyBeanMethods = false)
class GeneralJournalDescription {
    private static final String BATCH = "journal";
    private static final String LINE = "journalLine";
    private static final String KEPT = "keptJournalLine";
    private static final String ISSUE = "generalJournalIssue";
    private static final String TOTALS = "generalJournalTotals";
    private static final String ONE = "/code:{code}";
    private static final String LINES = ONE + "/journalLines";

    @Bean
    OpenApiCustomizer generalJournals() {
        return description -> {
            description.getPaths().keySet().removeIf(path -> path.startsWith("/api/v1/journals/code:") || path.startsWith("/api/v1/journalLines/{key}"));
            addShapes(description);
            var calls = new CallDescription("journals", description.getPaths());
            describeBatches(calls);
            describeLines(calls);
            describeLine(description, calls);
            describeActions(calls);
        };
    }

    private static void addShapes(OpenAPI description) {
        var target = new Shape().texts("collection", "field").ids("id").counts("sequence").required("collection", "sequence", "field").closed();
        description.schema(ISSUE, new Shape().texts("field", "code", "message").words("severity", "error", "warning").with("target", target).with("params", Shape.anything())
                .required("field", "code", "severity", "message", "target", "params").closed());
        description.schema(BATCH, new Shape().ids("id").texts("etag", "code", "displayName", "balancingAccountNumber", "numberSeriesCode", "reasonCode").counts("lines").required("id", "etag", "code", "lines").closed());
        description.schema(TOTALS, new Shape().counts("lines", "errors", "warnings", "version").texts("increases", "decreases")
                .required("lines", "increases", "decreases", "version").closed());
        description.schema(LINE, new Shape().ids("id").counts("sequence").texts("etag").texts(properties()).with("issues", issues()).required("id", "etag", "sequence", "issues").closed()
                .description("What was typed stays as it was typed until it can be read, so every value is a text"));
    }

    private static String[] properties() {
        return Stream.of(GeneralJournalField.values()).map(GeneralJournalField::property).filter(property -> !property.isEmpty()).sorted().toArray(String[]::new);
    }

    private static Schema<?> issues() {
        return Shape.listOf(Shape.named(ISSUE));
    }

    private static void describeBatches(CallDescription calls) {
        var batch = Shape.named(BATCH);
        calls.add(HttpMethod.POST, "", calls.operation("create", "200", batch)
                .requestBody(body(details().texts("code").required("code").closed())));
        calls.add(HttpMethod.PATCH, ONE, versioned(calls.operation("change", "200", batch)).requestBody(body(details().closed())));
        calls.add(HttpMethod.DELETE, ONE, versioned(calls.silent("delete")));
    }

    private static Shape details() {
        var details = new Shape();
        GeneralJournalBatchEndpoint.WRITABLE.stream().sorted().forEach(property -> Stream.concat(Stream.of(property), CallReferences.idOf(property).stream()).forEach(details::texts));
        return details;
    }

    private static void describeLines(CallDescription calls) {
        var page = new Shape().with("value", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).required("value", "totals").closed();
        calls.add(HttpMethod.GET, LINES, calls.operation("readLines", "200", page)
                .addParametersItem(query("top", "Lines on a page")).addParametersItem(query("skip", "Lines to leave out")));
        var operation = new Shape().words("method", "create", "update", "delete").ids("id").counts("version", "after").with("data", written()).closed();
        calls.add(HttpMethod.POST, LINES + "/bulk", calls.operation("saveLines", "200",
                        new Shape().with("lines", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).required("lines", "totals").closed())
                .requestBody(body(new Shape().with("operations", Shape.listOf(operation)).closed())));
    }

    private static Schema<?> written() {
        var values = new Shape();
        Stream.of(properties()).filter(property -> !property.equals(GeneralJournalField.CLOSING.property()))
                .forEach(property -> Stream.concat(Stream.of(property), CallReferences.idOf(property).stream()).forEach(name -> values.with(name, Shape.scalar())));
        return values.closed();
    }

    /** One line by its own address. */
    private static void describeLine(OpenAPI description, CallDescription batches) {
        var kept = Shape.referring().ids("id").texts("etag", "journalCode").counts("sequence").texts(texts()).figures("amount").dates("postingDate", "documentDate", "dueDate")
                .flags("correction", "closing").with("rawInput", Shape.anything()).with("issues", issues()).with("journal", Shape.named(TOTALS))
                .required("id", "etag", "journalCode", "sequence", "issues").closed();
        description.schema(KEPT, kept);
        var lines = new CallDescription(GeneralJournalAnswers.LINES, description.getPaths());
        lines.add(HttpMethod.GET, "/{key}", lines.operation("read", "200", Shape.anyOf(Shape.named(KEPT), Shape.named(GeneralJournalAnswers.LINES))));
        lines.add(HttpMethod.PATCH, "/{key}", versioned(lines.operation("change", "200", Shape.named(KEPT))).requestBody(body(written())));
        lines.add(HttpMethod.DELETE, "/{key}", versioned(lines.silent("delete")));
        batches.add(HttpMethod.POST, LINES, repeatable(batches.operation("createLine", "201", Shape.named(KEPT))).requestBody(body(written())));
    }

    private static String[] texts() {
        var others = Set.of("amount", "postingDate", "documentDate", "dueDate", "correction", "closing");
        return Stream.of(properties()).filter(property -> !others.contains(property)).toArray(String[]::new);
    }

    private static void describeActions(CallDescription calls) {
        calls.add(HttpMethod.POST, ONE + "/validate", calls.operation("validate", "200", new Shape().with("issues", issues()).required("issues").closed()));
        calls.add(HttpMethod.POST, ONE + "/preview", calls.operation("preview", "200", preview()));
        var posted = new Shape().counts("generalLedgerRegisterNumber", "generalLedgerEntries", "vatEntries", "partnerLedgerEntries")
                .with("documents", Shape.listOf(new Shape().texts("number").required("number").closed()))
                .required("generalLedgerRegisterNumber", "documents", "generalLedgerEntries", "vatEntries", "partnerLedgerEntries").closed();
        calls.add(HttpMethod.POST, ONE + "/post", keyed(versioned(calls.operation("post", "200", posted))).requestBody(optionalBody(new Shape().counts("version").closed())));
    }

    private static Schema<?> preview() {
        var account = new Shape().texts("accountNumber", "name", "debitAmount", "creditAmount").closed();
        var vat = new Shape().texts("taxProductPostingGroupCode", "baseAmount", "vatAmount").closed();
        var partner = new Shape().texts("partnerNumber", "amount").flags("settled").closed();
        return new Shape().with("issues", issues()).with("generalLedgerAccounts", Shape.listOf(account)).with("vatEntries", Shape.listOf(vat))
                .with("partnerLedgerEntries", Shape.listOf(partner)).with("itemLedgerEntries", Shape.listOf(Shape.anything())).with("valueEntries", Shape.listOf(Shape.anything()))
                .with("stock", Shape.listOf(Shape.anything())).counts("generalLedgerEntries", "adjustments")
                .required("issues", "generalLedgerEntries", "generalLedgerAccounts", "vatEntries", "partnerLedgerEntries").closed();
    }
}
