package org.stockbook.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Creates, reads, changes and deletes master records of any declared kind (spec: api, sections 2 and 5). */
@RestController
class RecordEndpoint {
    private static final String COLLECTION = "/api/v1/{collection:[a-z][A-Za-z]+}";
    private static final String RECORD = COLLECTION + "/{key:[0-9]+|[A-Za-z0-9]+:.*}";

    private final RecordCalls calls;
    private final RepeatableCalls repeatable;
    private final JsonMapper json;

    RecordEndpoint(RecordCalls calls, RepeatableCalls repeatable, JsonMapper json) {
        this.calls = calls;
        this.repeatable = repeatable;
        this.json = json;
    }

    @GetMapping(path = RECORD, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String collection, @PathVariable String key, @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        var type = calls.type(collection);
        var row = calls.find(type, RecordAddress.of(type, key)).orElseThrow(RecordCalls::notThere);
        var tag = RecordAddress.tag(row);
        return known.equals(tag)
                ? ResponseEntity.status(304).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).header(HttpHeaders.CONTENT_LOCATION, RecordAddress.location(type, row)).body(json.writeValueAsString(body(row)));
    }

    @PostMapping(path = COLLECTION, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@PathVariable String collection, @RequestBody Map<String, Object> values,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        var type = calls.type(collection);
        return repeated(type, idempotencyKey, "POST " + collection + " " + json.writeValueAsString(values), () -> {
            var row = calls.saved(type, Mode.CREATE, new RecordDraft(0, Map.of(), OptionalLong.empty(), RecordAddress.plain(values)));
            return CallAnswer.of(201, json.writeValueAsString(body(row)));
        });
    }

    private ResponseEntity<String> repeated(RecordType type, String key, String request, Supplier<CallAnswer> effect) {
        try {
            var answer = repeatable.answer(key, request, effect);
            var created = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
            if (answer.replayed()) {
                created.header("Idempotency-Replayed", "true");
            }
            var row = json.readValue(answer.body(), Map.class);
            return created.eTag("\"" + row.get("version") + "\"").header(HttpHeaders.LOCATION, RecordAddress.location(type, row)).body(answer.body());
        } catch (CallRefused refused) {
            throw Problem.of(refused.status(), refused.code(), Map.of("reason", "Idempotency-Key"));
        }
    }

    @PatchMapping(path = RECORD, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String collection, @PathVariable String key, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var type = calls.type(collection);
        var row = calls.saved(type, Mode.CHANGE, new RecordDraft(0, RecordAddress.of(type, key), RecordAddress.version(version), RecordAddress.plain(values)));
        return ResponseEntity.ok().eTag(RecordAddress.tag(row)).body(json.writeValueAsString(body(row)));
    }

    @DeleteMapping(RECORD)
    ResponseEntity<Void> delete(@PathVariable String collection, @PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var type = calls.type(collection);
        calls.delete(type, RecordAddress.of(type, key), RecordAddress.version(version));
        return ResponseEntity.noContent().build();
    }

    private static Map<String, Object> body(Row row) {
        var body = new LinkedHashMap<String, Object>();
        row.values().forEach((name, value) -> body.put(name, value instanceof BigDecimal figure ? ApiValues.decimal(figure, false) : value));
        return body;
    }
}
