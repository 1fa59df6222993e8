package org.stockbook.journals.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.BatchKept;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.drafts.KeepJournalBatches;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.OnceOnly;

/** The batches of each kind of journal in the API (spec: journals, section 13a). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class JournalBatchEndpoint {
    private static final String CHANGED = "common.changed-by-another";
    private static final String ONE = "/" + JournalCalls.JOURNAL + "/code:{batch}";
    private static final Set<String> FIELDS = Set.of("code", "displayName", "numberSeriesCode", "postingNumberSeriesCode", "reasonCode", "owner");

    private final ItemJournals journals;
    private final KeepJournalBatches batches;
    private final JournalCalls calls;
    private final OnceOnly once;
    private final Permissions permissions;

    JournalBatchEndpoint(ItemJournals journals, KeepJournalBatches batches, JournalCalls calls, OnceOnly once, Permissions permissions) {
        this.journals = journals;
        this.batches = batches;
        this.calls = calls;
        this.once = once;
        this.permissions = permissions;
    }

    /** Spelled out, because a pattern would be no better than that of collections in general. */
    private static JournalKind kind(HttpServletRequest request) {
        return JournalCalls.kind(request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1));
    }

    @PostMapping({"/itemJournals", "/reclassificationJournals", "/revaluationJournals", "/recurringJournals"})
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request, @RequestBody Map<String, Object> body) {
        var kind = kind(request);
        permissions.require(kind.editing());
        var texts = texts(body);
        var name = texts.getOrDefault("code", "").toUpperCase(Locale.ROOT);
        var location = URI.create("/api/v1/" + kind.collection() + "/code:" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return answer(ResponseEntity.created(location), kept(batches.create(JournalAddress.of(kind, name), details(texts, new BatchDetails("", "", "", "", ""))), JournalBatchEndpoint::changed));
    }

    @PatchMapping(ONE)
    ResponseEntity<Map<String, Object>> change(@PathVariable String journal, @PathVariable String batch, @RequestBody Map<String, Object> body,
            @RequestHeader(name = "If-Match", defaultValue = "") String version) {
        var found = calls.editing(journal, batch);
        var read = LinesOfCall.version(version);
        var texts = texts(body);
        if (texts.containsKey("code") && !texts.get("code").equals(found.address().name().code())) {
            throw Problem.of(400, "api.field-read-only", Map.of("field", "code"));
        }
        return answer(ResponseEntity.ok(), kept(batches.change(found.address(), read, details(texts, details(found))), () -> calls.overtaken(journal, batch, body)));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String journal, @PathVariable String batch, @RequestHeader(name = "If-Match", defaultValue = "") String version) {
        if (!batches.delete(calls.editing(journal, batch).address(), LinesOfCall.version(version))) {
            throw calls.overtaken(journal, batch, Map.of());
        }
    }

    /** The same as deleting, for pages, whose actions are posted. */
    @PostMapping(ONE + "/delete")
    Map<String, Object> deleteFromPage(@PathVariable String journal, @PathVariable String batch) {
        delete(journal, batch, "*");
        return Map.of();
    }

    @PostMapping(ONE + "/renumber")
    ResponseEntity<String> renumber(@PathVariable String journal, @PathVariable String batch, @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        var address = calls.editing(journal, batch).address();
        var read = LinesOfCall.version(version);
        return once.answer(address.kind().editing(), key, "renumber " + address,
                () -> calls.answers().batch(kept(batches.renumber(address, read), () -> calls.overtaken(journal, batch, Map.of()))));
    }

    private ResponseEntity<Map<String, Object>> answer(ResponseEntity.BodyBuilder response, JournalBatch batch) {
        var body = calls.answers().batch(batch);
        return response.eTag("\"" + batch.totals().version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + batch.address().kind().collection() + "/" + body.get("id")).body(body);
    }

    private static Problem changed() {
        return Problem.of(412, CHANGED, Map.of());
    }

    /** @param overtaken says what somebody else has changed meanwhile */
    private static JournalBatch kept(BatchKept outcome, Supplier<Problem> overtaken) {
        return switch (outcome) {
            case BatchKept.Kept(var batch) -> batch;
            case BatchKept.Refused(var code, var parameters) -> throw code.equals(CHANGED) ? overtaken.get() : Problem.of(422, code, parameters);
        };
    }

    private static Map<String, String> texts(Map<String, Object> body) {
        var texts = new HashMap<String, String>();
        body.forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                throw Problem.of(400, "api.unknown-field", Map.of("field", name));
            }
            texts.put(name, JournalCalls.text(name, value).replace("\u0000", "").strip());
        });
        return texts;
    }

    private static BatchDetails details(JournalBatch batch) {
        return new BatchDetails(batch.description(), batch.series(), batch.postingSeries(), batch.reason(), batch.owner());
    }

    private static BatchDetails details(Map<String, String> texts, BatchDetails before) {
        return new BatchDetails(
                texts.getOrDefault("displayName", before.description()),
                texts.getOrDefault("numberSeriesCode", before.series()).toUpperCase(Locale.ROOT),
                texts.getOrDefault("postingNumberSeriesCode", before.postingSeries()).toUpperCase(Locale.ROOT),
                texts.getOrDefault("reasonCode", before.reason()).toUpperCase(Locale.ROOT),
                texts.getOrDefault("owner", before.owner()));
    }
}
