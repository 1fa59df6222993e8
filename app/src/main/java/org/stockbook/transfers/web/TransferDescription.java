package org.stockbook.transfers.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;
import static org.stockbook.web.calls.CallDescription.lenient;
import static org.stockbook.web.calls.CallDescription.optionalBody;
import static org.stockbook.web.calls.CallDescription.repeatable;
import static org.stockbook.web.calls.CallDescription.versioned;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.calls.RawAnswers;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Describes transfer orders and what is posted from them to programs (spec: api, sections 5 and 11). */
@Configuration(proxyBeanMethods = false)
class TransferDescription {
    private static final String ORDER = "transferOrder";
    private static final String LINE = "transferOrderLine";
    private static final String POSTED = "transferOrderPosted";
    private static final String ONE = "/number:{number}";
    private static final String LINES = ONE + "/" + TransferBody.LINES;

    @Bean
    OpenApiCustomizer transfers() {
        return description -> {
            var collections = Stream.concat(Stream.of(TransferEndpoint.COLLECTION), Stream.of(PostedKind.values()).map(PostedKind::collection)).map(name -> "/api/v1/" + name + "/number:").toList();
            description.getPaths().keySet().removeIf(path -> collections.stream().anyMatch(path::startsWith));
            description.getPaths().remove("/api/v1/" + TransferBody.LINES + "/{key}");
            addShapes(description);
            var orders = new CallDescription(TransferEndpoint.COLLECTION, description.getPaths());
            describe(orders);
            describeLines(orders);
            describeAlone(new CallDescription(TransferBody.LINES, description.getPaths()));
            for (var kind : PostedKind.values()) {
                describe(kind, new CallDescription(kind.collection(), description.getPaths()));
            }
        };
    }

    private static void addShapes(OpenAPI description) {
        description.schema(ORDER, header().ids("id").texts("etag").with(TransferBody.LINES, Shape.listOf(Shape.named(LINE)))
                .required("id", "number", "etag", "status", "transferFromCode", "transferToCode", "transferRoute", "postingDate").closed());
        description.schema(ORDER + "Change", change().asRequest().closed());
        description.schema(ORDER + "ToMake", change().with(TransferBody.LINES, Shape.listOf(Shape.named(LINE + "Change"))).asRequest().closed());
        description.schema(LINE, line().closed());
        description.schema(LINE + "Changed", line().with("document", new Shape().ids("id").texts("number", "etag").words("status", "open", "released").closed()).required("document").closed());
        description.schema(LINE + "Change", Shape.referring().words("lineType", "item").texts("lineObjectNumber", "itemVariantCode", "description", "unitOfMeasureCode")
                .figures("quantity", "shipQuantity", "receiveQuantity").counts("appliesToEntryNumber").asRequest().closed());
        var posted = Shape.referring().with("documents", Shape.listOf(Shape.referring().texts("documentType", "number").required("documentType", "number").closed()))
                .with("itemRegisters", Shape.listOf(Shape.count())).with("document", Shape.named(ORDER));
        for (var kind : PostedKind.values()) {
            posted.with(kind.collection(), Shape.listOf(Shape.referring().texts("number").required("number").closed()));
            description.schema(kind.singular(), posted(kind));
        }
        description.schema(POSTED, posted.required("documents", "itemRegisters").closed());
    }

    private static Shape line() {
        return Shape.referring().ids("id", "documentId").texts("etag", "documentNumber").counts("sequence", "appliesToEntryNumber", "dimensionSetId").words("lineType", "item")
                .texts("lineObjectNumber", "itemVariantCode", "description", "unitOfMeasureCode")
                .figures("quantity", "outstandingQuantity", "shipQuantity", "shippedQuantity", "inTransitQuantity", "receiveQuantity", "receivedQuantity")
                .with("rawInput", RawAnswers.shape()).with("issues", Shape.listOf(issue()))
                .required("id", "etag", "documentId", "documentNumber", "sequence", "outstandingQuantity", "shippedQuantity", "inTransitQuantity", "receivedQuantity");
    }

    private static Shape change() {
        return Shape.referring().texts("number", "transferFromCode", "transferToCode", "inTransitCode", "shippingTime", "externalDocumentNumber", "assignedUser", "shipmentMethodCode")
                .words("transferRoute", TransferAnswers.ROUTES.toArray(String[]::new)).dates("postingDate", "shipmentDate", "receiptDate").flags("shipComplete").counts("dimensionSetId");
    }

    private static Shape header() {
        return change().words("status", "open", "released");
    }

    private static Schema<?> posted(PostedKind kind) {
        var line = Shape.referring().ids("id").counts("sequence", "orderSequence").words("lineType", "item")
                .texts("lineObjectNumber", "itemVariantCode", "description", "unitOfMeasureCode").figures("quantity").flags("corrected")
                .with("itemLedgerEntryNumbers", Shape.listOf(Shape.count())).required("id", "sequence", "lineObjectNumber", "quantity", "corrected", "itemLedgerEntryNumbers").closed();
        return Shape.referring().ids("id").texts("number", "orderNumber", "transferFromCode", "inTransitCode", "transferToCode", "externalDocumentNumber", "shipmentMethodCode", "postedBy")
                .words("status", "posted").dates("postingDate").moments("postedAt").counts("itemRegisterNumber").with(kind.lines(), Shape.listOf(line))
                .required("id", "number", "status", "postingDate", "postedBy", "postedAt", kind.lines()).closed();
    }

    private static void describe(CallDescription orders) {
        var order = Shape.named(ORDER);
        orders.add(HttpMethod.POST, "", lenient(repeatable(orders.operation("create", "201", order))).requestBody(body(Shape.named(ORDER + "ToMake"))));
        orders.add(HttpMethod.POST, "/bulk", keyed(orders.operation("bulk", "200", Shape.named("bulkAnswer"))).requestBody(body(Shape.named("bulkRequest"))));
        orders.add(HttpMethod.GET, ONE, orders.operation("read", "200", order));
        orders.add(HttpMethod.PATCH, ONE, changing(orders, "change").requestBody(body(Shape.named(ORDER + "Change"))));
        orders.add(HttpMethod.DELETE, ONE, versioned(orders.silent("delete")));
        for (var action : List.of("release", "reopen")) {
            orders.add(HttpMethod.POST, ONE + "/" + action, changing(orders, action));
        }
        var choice = Shape.referring().flags("ship", "receive").dates("postingDate").closed();
        orders.add(HttpMethod.POST, ONE + "/validate", orders.operation("validate", "200", Shape.named("documentValidation")).requestBody(optionalBody(choice)));
        orders.add(HttpMethod.POST, ONE + "/preview", orders.operation("preview", "200", Shape.named("documentPreview")).requestBody(body(choice)));
        orders.add(HttpMethod.POST, ONE + "/post", keyed(versioned(orders.operation("post", "200", Shape.named(POSTED)))).requestBody(body(choice)));
    }

    private static Schema<?> issue() {
        return Shape.referring().texts("field", "code", "severity", "message").required("code", "severity", "message").closed();
    }

    private static void describeLines(CallDescription orders) {
        var change = body(Shape.named(LINE + "Change"));
        orders.add(HttpMethod.GET, LINES, orders.operation("readLines", "200", Shape.valuesOf(Shape.named(LINE))));
        orders.add(HttpMethod.POST, LINES, lenient(changing(orders, "addLine")).requestBody(change));
        orders.add(HttpMethod.GET, LINES + "/{sequence}", orders.operation("readLine", "200", Shape.named(LINE)));
        orders.add(HttpMethod.PATCH, LINES + "/{sequence}", lenient(changing(orders, "changeLine")).requestBody(change));
        orders.add(HttpMethod.DELETE, LINES + "/{sequence}", changing(orders, "deleteLine"));
        var operation = Shape.referring().words("method", "create", "update", "delete").counts("sequence").with("data", Shape.named(LINE + "Change")).closed();
        var refused = Shape.referring().with("issues", Shape.listOf(issue())).required("issues").closed();
        var saved = Shape.referring().with("document", Shape.named(ORDER)).with("lines", Shape.listOf(Shape.anyOf(Shape.named(LINE), refused))).required("document", "lines").closed();
        orders.add(HttpMethod.POST, LINES + "/bulk", lenient(orders.operation("saveLines", "200", saved))
                .requestBody(body(Shape.referring().counts("version").with("operations", Shape.listOf(operation)).closed())));
    }

    /** Lines at addresses of their own. */
    private static void describeAlone(CallDescription lines) {
        lines.add(HttpMethod.GET, "/{key}", lines.operation("read", "200", Shape.anyOf(Shape.named(LINE), Shape.named(TransferBody.LINES))));
        lines.add(HttpMethod.PATCH, "/{key}", lenient(versioned(lines.operation("change", "200", Shape.named(LINE + "Changed")))).requestBody(body(Shape.named(LINE + "Change"))));
        lines.add(HttpMethod.DELETE, "/{key}", versioned(lines.silent("delete")));
    }

    private static Operation changing(CallDescription orders, String verb) {
        return versioned(orders.operation(verb, "200", Shape.named(ORDER)));
    }

    private static void describe(PostedKind kind, CallDescription posted) {
        posted.add(HttpMethod.GET, ONE, posted.operation("read", "200", Shape.named(kind.singular())));
        if (kind == PostedKind.SHIPMENTS) {
            var lines = Shape.referring().with("lines", Shape.listOf(Shape.referring().counts("sequence").closed())).closed();
            posted.add(HttpMethod.POST, ONE + "/undo", keyed(posted.operation("undo", "200", Shape.named(kind.singular()))).requestBody(body(lines)));
        }
    }
}
