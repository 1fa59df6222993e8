package org.stockbook.generaljournal.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;
import static org.stockbook.web.calls.CallDescription.optionalBody;
import static org.stockbook.web.calls.CallDescription.query;
import static org.stockbook.web.calls.CallDescription.versioned;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Describes the batches of the general journal and their lines to programs (spec: api, sections 5 and 11; finance, section 3). */
@Configuration(proxyBeanMethods = false)
class GeneralJournalDescription {
    private static final String BATCH = "journal";
    private static final String LINE = "journalLine";
    private static final String ISSUE = "generalJournalIssue";
    private static final String TOTALS = "generalJournalTotals";
    private static final String ONE = "/code:{code}";
    private static final String LINES = ONE + "/journalLines";

    @Bean
    OpenApiCustomizer generalJournals() {
        return description -> {
            description.getPaths().keySet().removeIf(path -> path.startsWith("/api/v1/journals/code:"));
            addShapes(description);
            var calls = new CallDescription("journals", description.getPaths());
            describeBatches(calls);
            describeLines(calls);
            describeActions(calls);
        };
    }

    private static void addShapes(OpenAPI description) {
        var target = new Shape().texts("collection", "field").counts("id", "sequence").required("collection", "id", "sequence", "field").closed();
        description.schema(ISSUE, new Shape().texts("field", "code", "message").words("severity", "error", "warning").with("target", target).with("params", Shape.anything())
                .required("field", "code", "severity", "message", "target", "params").closed());
        description.schema(BATCH, new Shape().texts("code", "displayName", "balancingAccountNumber").counts("lines").required("code", "lines").closed());
        description.schema(TOTALS, new Shape().counts("lines", "errors", "warnings", "version").texts("increases", "decreases")
                .required("lines", "increases", "decreases", "version").closed());
        description.schema(LINE, new Shape().counts("id", "sequence").texts("etag").texts(properties()).with("issues", issues()).required("id", "etag", "sequence", "issues").closed()
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
        calls.add(HttpMethod.GET, "", calls.operation("list", "200", Shape.valuesOf(batch)));
        calls.add(HttpMethod.POST, "", calls.operation("create", "200", batch)
                .requestBody(body(new Shape().texts("code", "displayName", "balancingAccountNumber").required("code").closed())));
    }

    private static void describeLines(CallDescription calls) {
        var page = new Shape().with("value", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).required("value", "totals").closed();
        calls.add(HttpMethod.GET, LINES, calls.operation("readLines", "200", page)
                .addParametersItem(query("top", "Lines on a page")).addParametersItem(query("skip", "Lines to leave out")));
        var values = new Shape();
        Stream.of(properties()).filter(property -> !property.equals(GeneralJournalField.CLOSING.property())).forEach(property -> values.with(property, Shape.scalar()));
        var operation = new Shape().words("method", "create", "update", "delete").counts("id", "version", "after").with("data", values.closed()).closed();
        calls.add(HttpMethod.POST, LINES + "/bulk", calls.operation("saveLines", "200",
                        new Shape().with("lines", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).required("lines", "totals").closed())
                .requestBody(body(new Shape().with("operations", Shape.listOf(operation)).closed())));
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
