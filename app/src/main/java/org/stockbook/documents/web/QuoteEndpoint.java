package org.stockbook.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.quotes.MakeOrder;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.web.Problem;

/** What becomes of quotes (spec: api, section 5.1; sales, section 2). */
@RestController
class QuoteEndpoint {
    private final MakeOrder makeOrder;
    private final DocumentCalls calls;

    QuoteEndpoint(MakeOrder makeOrder, DocumentCalls calls) {
        this.makeOrder = makeOrder;
        this.calls = calls;
    }

    /** The quote is gone afterwards; the same key gives the first answer again. */
    @PostMapping(path = "/api/v1/{collection:purchaseQuotes|salesQuotes}/number:{number}/{action:makeOrder|makeInvoice}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> make(@PathVariable Map<String, String> path, @RequestHeader HttpHeaders headers) {
        var resource = calls.resource(path.getOrDefault("collection", ""));
        var number = path.getOrDefault("number", "").toUpperCase(Locale.ROOT);
        var match = headers.getFirst(HttpHeaders.IF_MATCH);
        var change = calls.changing(resource, number, match == null ? "" : match);
        var kind = path.getOrDefault("action", "").equals("makeInvoice") ? DocumentKind.INVOICE : DocumentKind.ORDER;
        var made = DocumentResource.of(new DocumentKey(resource.side(), kind, change.key().no())).orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
        var repeat = headers.getFirst("Idempotency-Key");
        return calls.once(repeat == null ? "" : repeat, "POST " + path, () -> {
            var outcome = makeOrder.make(change, kind, LocalDate.now(Clock.systemDefaultZone()));
            var document = calls.kept(resource, outcome.made(), Sent.nothing(change.key()));
            var answer = new LinkedHashMap<String, Object>(calls.answers(made).document(document));
            answer.put("link", "/" + DocumentPages.path(made) + "/" + DocumentPages.encoded(document.document().header().no().code()));
            if (!outcome.notices().isEmpty()) {
                answer.put("notices", calls.notices(outcome.notices()));
            }
            return CallAnswer.of(200, calls.write(answer));
        });
    }
}
