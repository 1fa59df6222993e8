package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.figures.DocumentFigures;
import org.stockbook.documents.figures.LineAvailability;
import org.stockbook.documents.figures.Outlooks;
import org.stockbook.documents.substitutes.Substitute;
import org.stockbook.documents.substitutes.Substitutes;
import org.stockbook.documents.substitutes.TakeSubstitute;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.posting.LineNo;

/** What is available for the lines of sales documents, a warning and never a refusal, and what can be sold instead (spec: sales, section 4; items, section 8). */
@RestController
class FiguresEndpoint {
    private final DocumentFigures figures;
    private final Outlooks outlooks;
    private final Substitutes substitutes;
    private final TakeSubstitute takeSubstitute;
    private final DocumentCalls calls;

    FiguresEndpoint(DocumentFigures figures, Outlooks outlooks, Substitutes substitutes, TakeSubstitute takeSubstitute, DocumentCalls calls) {
        this.substitutes = substitutes;
        this.takeSubstitute = takeSubstitute;
        this.outlooks = outlooks;
        this.figures = figures;
        this.calls = calls;
    }

    @GetMapping(path = "/api/v1/{collection:salesOrders|salesInvoices|salesQuotes}/number:{number}/availability", produces = MediaType.APPLICATION_JSON_VALUE)
    String availability(@PathVariable String collection, @PathVariable String number) {
        var resource = calls.resource(collection);
        calls.permissions().require(resource.read());
        var key = DocumentCalls.key(resource, number);
        var offers = substitutes.of(key).stream().collect(Collectors.groupingBy(Substitute::line));
        return calls.write(Map.of("value", figures.available(key).stream().map(line -> line(line, offers.getOrDefault(line.line(), List.of()))).toList()));
    }

    /** Sells something else: one of the substitutes that the availability of the line names. */
    @PostMapping(path = "/api/v1/{collection:salesOrders|salesInvoices|salesQuotes}/number:{number}/{lines:salesOrderLines|salesInvoiceLines|salesQuoteLines}/{sequence}/substitute",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> substitute(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = calls.resource(path.getOrDefault("collection", ""));
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        var sequence = DocumentCalls.parse(path.getOrDefault("sequence", ""), "sequence");
        var body = new BodyReader(calls.resolved(values), "itemNumber", "itemVariantCode", "catalogItemNumber");
        var choice = new Substitute.Choice(body.code("itemNumber"), body.code("itemVariantCode"), body.code("catalogItemNumber"));
        return calls.answer(resource, takeSubstitute.take(change, new LineNo(sequence), choice), Sent.line(change.key(), values, sequence));
    }

    /** Who waits for what this document brings, and which document brings what its lines wait for (spec: availability, section 9). */
    @GetMapping(path = "/api/v1/{side:purchase|sales}" + DocumentEndpoint.KIND + "/number:{number}/orderTracking", produces = MediaType.APPLICATION_JSON_VALUE)
    String orderTracking(@PathVariable String side, @PathVariable String kind, @PathVariable String number) {
        var resource = calls.resource(side + kind);
        calls.permissions().require(resource.read());
        return calls.write(Map.of("value", outlooks.around(new DocumentNo(number.toUpperCase(Locale.ROOT))).stream().map(FiguresEndpoint::tracked).toList()));
    }

    private static Map<String, Object> tracked(Outlooks.Waiting waiting) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("itemNumber", waiting.place().item());
        answer.put("itemVariantCode", waiting.place().variant());
        answer.put("locationCode", waiting.place().location());
        answer.put("quantity", waiting.peg().quantity().value());
        answer.put("demandKind", waiting.demandKind());
        answer.put("demandNumber", waiting.peg().demand().document().code());
        answer.put("demandDate", waiting.peg().demand().day().toString());
        answer.put("supplyKind", waiting.supplyKind());
        answer.put("supplyNumber", waiting.peg().supply().document().code());
        answer.put("supplyDate", waiting.peg().supply().day().toString());
        answer.put("late", waiting.peg().isLate());
        return answer;
    }

    private Map<String, Object> line(LineAvailability line, List<Substitute> offers) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("sequence", line.line().value());
        answer.put("date", line.date().toString());
        answer.put("inventory", line.inventory());
        answer.put("receipts", line.receipts());
        answer.put("requirements", line.requirements());
        answer.put("wanted", line.wanted());
        answer.put("available", line.available());
        answer.put("missing", line.missing());
        warning(line).ifPresent(issue -> {
            answer.put("code", issue.code());
            answer.put("message", calls.text(issue));
        });
        line.earliest().ifPresent(date -> answer.put("earliestDate", date.toString()));
        answer.put("substitutes", offers.stream().map(FiguresEndpoint::offer).toList());
        return answer;
    }

    /** What cannot be sold at all is worse than what is short. */
    private static Optional<DocumentIssue> warning(LineAvailability line) {
        var no = line.line().value();
        Map<String, Object> item = Map.of("item", line.item().code());
        return switch (line.blocked()) {
            case ALL -> Optional.of(new DocumentIssue(no, "items.blocked", item));
            case SALES -> Optional.of(new DocumentIssue(no, "items.sales-blocked", item));
            case NONE, PURCHASE -> line.warned() && line.missing().signum() > 0
                    ? Optional.of(new DocumentIssue(no, "availability.shortage", Map.of(
                            "item", line.item().code(), "inventory", line.inventory(), "receipts", line.receipts(), "requirements", line.requirements(),
                            "missing", line.missing(), "date", line.date())))
                    : Optional.empty();
        };
    }

    private static Map<String, Object> offer(Substitute offer) {
        var answer = new LinkedHashMap<String, Object>();
        if (offer.item().isEmpty()) {
            answer.put("catalogItemNumber", offer.catalogItem());
        } else {
            answer.put("itemNumber", offer.item());
            answer.put("itemVariantCode", offer.variant());
        }
        answer.put("displayName", offer.description());
        answer.put("interchangeable", offer.interchangeable());
        answer.put("condition", offer.condition());
        answer.put("level", offer.level());
        answer.put("inventory", offer.inventory());
        answer.put("available", offer.available());
        return answer;
    }
}
