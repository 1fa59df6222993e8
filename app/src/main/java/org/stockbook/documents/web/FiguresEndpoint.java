package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.figures.DocumentFigures;
import org.stockbook.documents.figures.LineAvailability;

/** What is available for the lines of sales documents: a warning, never a refusal (spec: sales, section 4). */
@RestController
class FiguresEndpoint {
    private final DocumentFigures figures;
    private final DocumentCalls calls;

    FiguresEndpoint(DocumentFigures figures, DocumentCalls calls) {
        this.figures = figures;
        this.calls = calls;
    }

    @GetMapping(path = "/api/v1/{collection:salesOrders|salesInvoices|salesQuotes}/number:{number}/availability", produces = MediaType.APPLICATION_JSON_VALUE)
    String availability(@PathVariable String collection, @PathVariable String number) {
        var resource = calls.resource(collection);
        calls.permissions().require(resource.read());
        return calls.write(Map.of("value", figures.available(DocumentCalls.key(resource, number)).stream().map(this::line).toList()));
    }

    private Map<String, Object> line(LineAvailability line) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("sequence", line.line().value());
        answer.put("date", line.date().toString());
        answer.put("inventory", line.inventory());
        answer.put("receipts", line.receipts());
        answer.put("requirements", line.requirements());
        answer.put("wanted", line.wanted());
        answer.put("available", line.available());
        answer.put("missing", line.missing());
        if (line.warned() && line.missing().signum() > 0) {
            answer.put("code", "availability.shortage");
            answer.put("message", calls.text(new DocumentIssue(line.line().value(), "availability.shortage", Map.of(
                    "item", line.item().code(), "inventory", line.inventory(), "receipts", line.receipts(), "requirements", line.requirements(),
                    "missing", line.missing(), "date", line.date()))));
        }
        line.earliest().ifPresent(date -> answer.put("earliestDate", date.toString()));
        return answer;
    }
}
