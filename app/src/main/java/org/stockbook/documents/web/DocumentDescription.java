package org.stockbook.documents.web;

import static org.stockbook.web.calls.CallDescription.body;
import static org.stockbook.web.calls.CallDescription.keyed;
import static org.stockbook.web.calls.CallDescription.lenient;
import static org.stockbook.web.calls.CallDescription.optionalBody;
import static org.stockbook.web.calls.CallDescription.repeatable;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Describes purchase and sales documents to programs: each collection with its lines, its actions and what is posted from it (spec: api, sections 5 and 11). */
@Configuration(proxyBeanMethods = false)
class DocumentDescription {
    private static final List<String> PATTERNS = List.of("/api/v1/purchase{", "/api/v1/sales{", "/api/v1/{side}");
    private static final Map<String, String> TAKE_OVER = Map.of(
            "purchaseInvoices", "getReceiptLines", "salesInvoices", "getShipmentLines", "purchaseCreditMemos", "getReturnShipmentLines",
            "salesCreditMemos", "getReturnReceiptLines");
    private static final Set<String> WITH_AVAILABILITY = Set.of("salesOrders", "salesInvoices", "salesQuotes");

    @Bean
    OpenApiCustomizer documents() {
        return description -> {
            if (description.getComponents() == null) {
                description.components(new Components());
            }
            description.getPaths().keySet().removeIf(path -> PATTERNS.stream().anyMatch(path::startsWith));
            DocumentShapes.addTo(description);
            for (var resource : DocumentResource.values()) {
                new Collection(resource.collection(), description.getPaths()).describe(resource);
            }
            for (var resource : PostedResource.values()) {
                new Collection(resource.collection(), description.getPaths()).describe(resource);
            }
        };
    }

    /** One collection at its addresses. */
    private record Collection(String name, Paths paths) {
        private static final String LINE = "/number:{number}/%s/{sequence}";

        private void describe(DocumentResource resource) {
            var document = Shape.named(resource.singular());
            var change = Shape.named(resource.singular() + "Change");
            add(HttpMethod.POST, "", lenient(creation(resource)));
            add(HttpMethod.POST, "/bulk", keyed(operation("bulk", "200", Shape.named("bulkAnswer"))).requestBody(body(Shape.named("bulkRequest")))
                    .addParametersItem(CallDescription.query("dryRun", "true to check everything and keep nothing")));
            add(HttpMethod.GET, "/number:{number}", operation("read", "200", read(resource)));
            add(HttpMethod.PATCH, "/number:{number}", versioned("change", document).requestBody(body(change)));
            add(HttpMethod.DELETE, "/number:{number}", CallDescription.versioned(calls().silent("delete")));
            for (var action : List.of("release", "reopen", "calculateInvoiceDiscount")) {
                act(action, versioned(action, document));
            }
            describeValidation(resource);
            act("copy", versioned("copy", document).requestBody(body(new Shape().texts("collection", "number").flags("posted").closed())));
            act("getPostedLinesToReverse", versioned("getPostedLinesToReverse", document).requestBody(body(lines("collection", "number"))));
            Optional.ofNullable(TAKE_OVER.get(name)).ifPresent(action -> act(action, versioned(action, document).requestBody(body(lines("number")))));
            if (resource.kind() == DocumentKind.QUOTE) {
                describeQuote(resource);
            } else {
                describePosting(resource);
            }
            describeLines(resource);
            describeAround();
        }

        private Operation creation(DocumentResource resource) {
            var document = Shape.named(resource.singular());
            if (resource.kind() == DocumentKind.QUOTE) {
                return repeatable(operation("create", "201", document).requestBody(body(Shape.named(resource.singular() + "Change"))));
            }
            var then = new Parameter().name("then").in("query").schema(new StringSchema().addEnumItem("post"))
                    .description("post: what was created is posted in the same transaction, or nothing of it remains; needs an Idempotency-Key");
            return repeatable(operation("create", "201", Shape.anyOf(document, Shape.named(resource.singular() + "Posted")))
                    .requestBody(body(Shape.named(resource.singular() + "ToPost")))).addParametersItem(then);
        }

        /** Invoices and credit memos stay in their collection when they are posted. */
        private static Schema<?> read(DocumentResource resource) {
            var open = Shape.named(resource.singular());
            var posted = PostedResource.of(resource.collection());
            return posted.isEmpty() ? open : Shape.anyOf(open, Shape.named(DocumentShapes.postedName(posted.get())));
        }

        private static Schema<?> readLine(DocumentResource resource) {
            var open = Shape.named(DocumentShapes.line(resource));
            return PostedResource.of(resource.collection()).<Schema<?>>map(posted -> Shape.anyOf(open, DocumentShapes.postedLine(posted))).orElse(open);
        }

        private void describeQuote(DocumentResource quote) {
            for (var kind : List.of(DocumentKind.ORDER, DocumentKind.INVOICE)) {
                var made = DocumentResource.of(quote.side(), kind);
                var action = kind == DocumentKind.ORDER ? "makeOrder" : "makeInvoice";
                act(action, repeatable(versioned(action, Shape.named(made.singular()))));
            }
        }

        /** Quotes are not posted, so nothing can be chosen of them. */
        private void describeValidation(DocumentResource resource) {
            var validation = operation("validate", "200", Shape.named(DocumentShapes.VALIDATION));
            act("validate", resource.kind() == DocumentKind.QUOTE ? validation : validation.requestBody(optionalBody(choice(resource))));
        }

        private static Schema<?> choice(DocumentResource resource) {
            return new Shape().flags(resource.handle(), "invoice").dates("postingDate").closed();
        }

        private void describePosting(DocumentResource resource) {
            var choice = choice(resource);
            act("preview", operation("preview", "200", Shape.named(DocumentShapes.PREVIEW)).requestBody(body(choice)));
            act("post", keyed(versioned("post", Shape.named(resource.singular() + "Posted")).requestBody(body(choice))));
        }

        private void describeLines(DocumentResource resource) {
            var document = Shape.named(resource.singular());
            var change = body(Shape.named(DocumentShapes.line(resource) + "Change"));
            var lines = "/number:{number}/" + resource.lines();
            var line = LINE.formatted(resource.lines());
            add(HttpMethod.GET, lines, operation("readLines", "200", Shape.valuesOf(readLine(resource))));
            add(HttpMethod.GET, line, operation("readLine", "200", readLine(resource)));
            add(HttpMethod.POST, lines, lenient(versioned("addLine", document)).requestBody(change));
            describeAlone(resource);
            add(HttpMethod.POST, lines + "/bulk", lenient(operation("saveLines", "200", Shape.named(resource.singular() + "LinesSaved"))).requestBody(body(bulk(resource))));
            add(HttpMethod.PATCH, line, lenient(versioned("changeLine", document)).requestBody(change));
            add(HttpMethod.DELETE, line, versioned("deleteLine", document));
            var assignments = line + "/" + DocumentShapes.ASSIGNMENTS;
            var assignment = Shape.named("itemChargeAssignmentChange");
            add(HttpMethod.GET, assignments, operation("readAssignments", "200", Shape.named(DocumentShapes.ASSIGNMENTS)));
            add(HttpMethod.POST, assignments, versioned("addAssignment", document).requestBody(body(assignment)));
            add(HttpMethod.PATCH, assignments, versioned("replaceAssignments", document)
                    .requestBody(body(new Shape().with("value", Shape.listOf(assignment)).closed())));
            add(HttpMethod.DELETE, assignments, versioned("clearAssignments", document));
            add(HttpMethod.POST, line + "/suggestCharges", versioned("suggestCharges", document).requestBody(body(new Shape()
                    .words("method", "equally", "amount", "weight", "volume").with("targets", Shape.listOf(assignment)).closed())));
        }

        /** Lines at addresses of their own. */
        private void describeAlone(DocumentResource resource) {
            var alone = new CallDescription(resource.lines(), paths);
            alone.add(HttpMethod.GET, "/{key}", alone.operation("read", "200", Shape.anyOf(readLine(resource), Shape.named(resource.lines()))));
            alone.add(HttpMethod.PATCH, "/{key}", lenient(CallDescription.versioned(alone.operation("change", "200", Shape.named(DocumentShapes.line(resource) + DocumentShapes.CHANGED))))
                    .requestBody(body(Shape.named(DocumentShapes.line(resource) + "Change"))));
            alone.add(HttpMethod.DELETE, "/{key}", CallDescription.versioned(alone.silent("delete")));
        }

        private void describeAround() {
            add(HttpMethod.GET, "/number:{number}/orderTracking", operation("readOrderTracking", "200", Shape.named(DocumentShapes.TRACKED)));
            if (WITH_AVAILABILITY.contains(name)) {
                add(HttpMethod.GET, "/number:{number}/availability", operation("readAvailability", "200", Shape.named(DocumentShapes.AVAILABILITY)));
                var resource = DocumentResource.of(name).orElseThrow();
                add(HttpMethod.POST, LINE.formatted(resource.lines()) + "/substitute", versioned("substitute", Shape.named(resource.singular()))
                        .requestBody(body(DocumentShapes.substituteChoice())));
            }
            var pdf = new Content().addMediaType("application/pdf", new MediaType().schema(new StringSchema().format("binary")));
            add(HttpMethod.GET, "/number:{number}/pdf", calls().operation("print", "200", Optional.of(pdf)));
        }

        private void describe(PostedResource resource) {
            if (DocumentResource.of(name).isPresent()) {
                describeCorrections(resource);
                return;
            }
            var document = Shape.named(DocumentShapes.postedName(resource));
            add(HttpMethod.GET, "/number:{number}", operation("read", "200", document));
            act("undo", keyed(operation("undo", "200", document).requestBody(body(lines()))));
            describeAround();
        }

        /** Invoices can be taken back. */
        private void describeCorrections(PostedResource resource) {
            if (resource.wording().kind() != DocumentKind.INVOICE) {
                return;
            }
            add(HttpMethod.GET, "/number:{number}/corrections", operation("readCorrections", "200", Shape.named(DocumentShapes.CORRECTIONS)));
            for (var action : List.of("cancel", "correct", "createCorrectiveCreditMemo")) {
                act(action, keyed(operation(action, "200", Shape.named(DocumentShapes.CORRECTED)).requestBody(body(new Shape().dates("postingDate").closed()))));
            }
        }

        private static Schema<?> lines(String... names) {
            return new Shape().with("lines", Shape.listOf(new Shape().texts(names).counts("sequence").closed())).closed();
        }

        private static Schema<?> bulk(DocumentResource resource) {
            var operation = new Shape().words("method", "create", "update", "delete").counts("sequence")
                    .with("data", Shape.named(DocumentShapes.line(resource) + "Change")).closed();
            return new Shape().counts("version").with("operations", Shape.listOf(operation)).closed();
        }

        private void act(String action, Operation operation) {
            add(HttpMethod.POST, "/number:{number}/" + action, operation);
        }

        private void add(HttpMethod method, String path, Operation operation) {
            calls().add(method, path, operation);
        }

        private Operation versioned(String verb, Schema<?> answer) {
            return CallDescription.versioned(operation(verb, "200", answer));
        }

        private Operation operation(String verb, String status, Schema<?> answer) {
            return calls().operation(verb, status, answer);
        }

        private CallDescription calls() {
            return new CallDescription(name, paths);
        }
    }
}
