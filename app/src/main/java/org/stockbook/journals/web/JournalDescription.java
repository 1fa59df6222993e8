package org.stockbook.journals.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;
import static org.stockbook.web.calls.CallDescription.optionalBody;
import static org.stockbook.web.calls.CallDescription.query;
import static org.stockbook.web.calls.CallDescription.repeatable;
import static org.stockbook.web.calls.CallDescription.versioned;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.CallReferences;
import org.stockbook.web.calls.Shape;

/** Describes the batches of item journals and their lines to programs (spec: api, sections 5 and 11; journals). */
@Configuration(proxyBeanMethods = false)
class JournalDescription {
    private static final String BATCH = "itemJournal";
    private static final String LINE = "itemJournalLine";
    private static final String RECORD = "itemJournalLineRecord";
    private static final String ISSUE = "journalIssue";
    private static final String ISSUES = "journalIssues";
    private static final String TOTALS = "journalTotals";
    private static final String PREVIEW = "journalPreview";
    private static final String SAVED = "itemJournalLinesSaved";
    private static final String POSTED = "itemJournalPosted";
    private static final String STANDARD = "standardItemJournal";
    private static final String ONE = "/code:{code}";
    private static final String LINES = ONE + "/itemJournalLines";

    @Bean
    OpenApiCustomizer journals() {
        return description -> {
            description.getPaths().keySet().removeIf(path -> path.startsWith("/api/v1/{journal}/"));
            addShapes(description);
            for (var kind : JournalKind.values()) {
                var calls = new CallDescription(kind.collection(), description.getPaths());
                description.schema(lineChange(kind), change(kind));
                describeBatches(calls);
                describeLines(calls, kind);
                describeActions(calls, kind);
            }
            describeLine(new CallDescription(JournalAnswers.LINES, description.getPaths()));
            var standards = new CallDescription("standardItemJournals", description.getPaths());
            standards.add(HttpMethod.GET, "", standards.operation("list", "200", Shape.valuesOf(Shape.named(STANDARD))).addParametersItem(query("search", "Part of the code or the name")));
        };
    }

    private static String lineChange(JournalKind kind) {
        return kind.collection() + "LineChange";
    }

    private static void addShapes(OpenAPI description) {
        var texts = new Shape().texts("displayName", "numberSeriesCode", "postingNumberSeriesCode", "reasonCode", "owner");
        description.schema(BATCH + "Change", texts.texts("code").closed());
        description.schema(BATCH, new Shape().ids("id").texts("code", "displayName", "numberSeriesCode", "postingNumberSeriesCode", "reasonCode", "owner", "etag")
                .words("kind", Stream.of(JournalKind.values()).map(kind -> kind.word()).toArray(String[]::new)).counts("lines")
                .required("id", "code", "kind", "lines", "etag").closed());
        description.schema(ISSUE, issue().closed());
        description.schema(ISSUES, new Shape().with("issues", issues()).required("issues").closed());
        description.schema(TOTALS, new Shape().counts("lines", "errors", "warnings", "version").texts("increases", "decreases")
                .required("lines", "errors", "warnings", "increases", "decreases", "version").closed());
        description.schema(LINE, new Shape().ids("id").counts("sequence").texts("etag").texts(properties(Stream.of(JournalField.values()))).with("issues", issues())
                .required("id", "etag", "sequence", "issues").closed().description("What was typed stays as it was typed until it can be read, so every value is a text"));
        description.schema(SAVED, new Shape().with("lines", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).required("lines", "totals").closed());
        description.schema(POSTED, new Shape().counts("itemRegisterNumber", "itemLedgerEntries", "valueEntries", "generalLedgerEntries")
                .with("documents", Shape.listOf(new Shape().texts("number").required("number").closed()))
                .required("itemRegisterNumber", "documents", "itemLedgerEntries", "valueEntries", "generalLedgerEntries").closed());
        description.schema(STANDARD, new Shape().texts("code", "displayName", "kind").counts("lines").required("code", "displayName", "lines").closed());
        description.schema(RECORD, record());
        description.schema(RECORD + "Change", changeOfAny());
        description.schema(PREVIEW, preview());
    }

    private static Shape issue() {
        var target = new Shape().texts("collection", "field").ids("id").counts("sequence").required("collection", "sequence", "field").closed();
        return new Shape().texts("field", "code", "message").words("severity", "error", "warning").with("target", target).with("params", Shape.anything())
                .required("field", "code", "severity", "message", "target", "params");
    }

    private static Schema<?> issues() {
        return Shape.listOf(Shape.named(ISSUE));
    }

    private static String[] properties(Stream<JournalField> fields) {
        return fields.map(JournalField::property).filter(property -> !property.isEmpty()).sorted().toArray(String[]::new);
    }

    private static Schema<?> preview() {
        var entry = new Shape().dates("postingDate").texts("entryType", "entryTypeText", "documentNumber", "itemNumber", "description", "locationCode", "quantity").closed();
        var value = new Shape().dates("valuationDate")
                .texts("itemNumber", "valueEntryType", "entryTypeText", "valuedQuantity", "costAmountActual", "costAmountExpected").closed();
        var account = new Shape().texts("accountNumber", "name", "debitAmount", "creditAmount").closed();
        var stock = new Shape().texts("itemNumber", "description", "locationCode", "unitOfMeasureCode", "before", "after", "unitCostBefore", "unitCostAfter").closed();
        return new Shape().with("issues", issues()).with("itemLedgerEntries", Shape.listOf(entry)).with("valueEntries", Shape.listOf(value))
                .with("generalLedgerAccounts", Shape.listOf(account)).with("stock", Shape.listOf(stock)).counts("generalLedgerEntries", "adjustments")
                .required("issues", "itemLedgerEntries", "valueEntries", "generalLedgerAccounts", "generalLedgerEntries", "adjustments", "stock").closed();
    }

    /** Texts, figures and flags are taken alike: a line keeps what was sent as it would keep what was typed. */
    private static Schema<?> change(JournalKind kind) {
        return written(kind.writable());
    }

    private static Schema<?> changeOfAny() {
        return written(Stream.of(JournalKind.values()).flatMap(kind -> kind.writable().stream()).collect(Collectors.toSet()));
    }

    private static Schema<?> written(Set<JournalField> fields) {
        var shape = new Shape();
        fields.stream().map(JournalField::property).filter(property -> !property.isEmpty()).sorted()
                .forEach(property -> Stream.concat(Stream.of(property), CallReferences.idOf(property).stream()).forEach(name -> shape.with(name, Shape.scalar())));
        return shape.closed();
    }

    private static void describeBatches(CallDescription calls) {
        var batch = Shape.named(BATCH);
        var change = body(Shape.named(BATCH + "Change"));
        calls.add(HttpMethod.POST, "", calls.operation("create", "201", batch).requestBody(change));
        calls.add(HttpMethod.PATCH, ONE, versioned(calls.operation("change", "200", batch)).requestBody(change));
        calls.add(HttpMethod.DELETE, ONE, versioned(calls.silent("delete")));
        calls.add(HttpMethod.POST, ONE + "/delete", calls.operation("deleteFromPage", "200", new Shape().closed()));
        calls.add(HttpMethod.POST, ONE + "/renumber", keyed(versioned(calls.operation("renumber", "200", batch))));
    }

    private static void describeLines(CallDescription calls, JournalKind kind) {
        var page = new Shape().with("value", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).required("value", "totals").closed();
        calls.add(HttpMethod.GET, LINES, calls.operation("readLines", "200", page)
                .addParametersItem(query("top", "Lines on a page")).addParametersItem(query("skip", "Lines to leave out")));
        calls.add(HttpMethod.POST, LINES, repeatable(calls.operation("addLine", "201", Shape.named(RECORD))).requestBody(body(Shape.named(lineChange(kind)))));
        var place = new Shape().texts("itemVariantCode", "locationCode", "unitOfMeasureCode", "onHand", "above", "moved", "after").closed();
        calls.add(HttpMethod.GET, LINES + "/{line}/stock", calls.operation("readStockAfterLine", "200", new Shape().with("value", Shape.listOf(place)).required("value").closed()));
        var operation = new Shape().words("method", "create", "update", "delete").ids("id").counts("version", "after").with("data", Shape.named(lineChange(kind))).closed();
        calls.add(HttpMethod.POST, LINES + "/bulk", calls.operation("saveLines", "200", Shape.named(SAVED))
                .requestBody(body(new Shape().with("operations", Shape.listOf(operation)).closed())));
    }

    /** A line at its own address: values as what they are; what cannot be read stays as it was typed. */
    private static Schema<?> record() {
        var shape = Shape.referring();
        Stream.of(JournalField.values()).filter(field -> !field.property().isEmpty()).sorted(Comparator.comparing(JournalField::property)).forEach(field -> {
            switch (FieldKinds.of(field)) {
                case DATE -> shape.dates(field.property());
                case QUANTITY, UNIT_AMOUNT, AMOUNT, COUNT -> shape.figures(field.property());
                case NUMBER -> shape.counts(field.property());
                case FLAG -> shape.flags(field.property());
                case TEXT, CODE, CHOICE, MOMENT -> shape.texts(field.property());
            }
        });
        return shape.ids("id").texts("etag", "journalCode").words("journalKind", Stream.of(JournalKind.values()).map(JournalKind::word).toArray(String[]::new)).counts("sequence")
                .with("rawInput", Shape.anything()).with("issues", issues()).with("journal", Shape.named(TOTALS))
                .required("id", "etag", "journalKind", "journalCode", "sequence", "issues").closed();
    }

    private static void describeLine(CallDescription calls) {
        var line = Shape.named(RECORD);
        calls.add(HttpMethod.GET, "/{key}", calls.operation("read", "200", Shape.anyOf(line, Shape.named(JournalAnswers.LINES))));
        calls.add(HttpMethod.PATCH, "/{key}", versioned(calls.operation("change", "200", line)).requestBody(body(Shape.named(RECORD + "Change"))));
        calls.add(HttpMethod.DELETE, "/{key}", versioned(calls.silent("delete")));
    }

    private static void describeActions(CallDescription calls, JournalKind kind) {
        var posted = Shape.named(POSTED);
        calls.add(HttpMethod.POST, ONE + "/validate", calls.operation("validate", "200", Shape.named(ISSUES)));
        calls.add(HttpMethod.POST, ONE + "/preview", calls.operation("preview", "200", Shape.named(PREVIEW)));
        calls.add(HttpMethod.POST, ONE + "/post", keyed(versioned(calls.operation("post", "200", posted))).requestBody(optionalBody(new Shape().counts("version").closed())));
        calls.add(HttpMethod.POST, ONE + "/postDue", keyed(calls.operation("postDue", "200", posted)));
        var standard = new Shape().texts("standardJournalCode", "displayName").with("lineIds", Shape.listOf(Shape.text())).flags("saveUnitAmount", "saveQuantity", "replace").closed();
        calls.add(HttpMethod.POST, ONE + "/saveAsStandard", calls.operation("saveAsStandard", "200", Shape.named(STANDARD)).requestBody(body(standard)));
        calls.add(HttpMethod.POST, ONE + "/getStandard", calls.operation("getStandard", "200", Shape.named(SAVED)).requestBody(body(standard)));
        calls.add(HttpMethod.DELETE, ONE + "/standard/{standard}", calls.operation("deleteStandard", "200", Optional.empty()));
        var row = issue().counts("row").closed();
        var imported = new Shape().counts("rows", "lines", "errors").texts("message").with("ignoredColumns", Shape.listOf(Shape.text())).with("issues", Shape.listOf(row))
                .required("rows", "lines", "errors", "ignoredColumns", "issues", "message").closed();
        calls.add(HttpMethod.POST, ONE + "/import", calls.operation("import", "200", imported).addParametersItem(query("fileName", "Its ending says what the file is"))
                .addParametersItem(query("mode", "allOrNothing, onlyGoodRows or trial")));
        if (kind == JournalKind.REVALUATION) {
            var request = new Shape().dates("postingDate").texts("documentNumber", "itemNumber", "locationCode", "variantCode")
                    .words("inventoryValuePer", "item", "itemLedgerEntry").words("calculationBase", CalculationBody.bases()).flags("byLocation", "byVariant", "updateStandardCost").closed();
            var calculated = new Shape().with("lines", Shape.listOf(Shape.named(LINE))).with("totals", Shape.named(TOTALS)).with("issues", issues()).texts("message")
                    .required("lines", "totals", "issues", "message").closed();
            calls.add(HttpMethod.POST, ONE + "/calculate", calls.operation("calculate", "200", calculated).requestBody(body(request)));
        }
    }
}
