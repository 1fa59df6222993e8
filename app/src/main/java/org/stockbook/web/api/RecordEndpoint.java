package org.stockbook.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.CallRefused;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.records.ChangeLog;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.Overtaken;
import org.stockbook.web.calls.SentBack;
import tools.jackson.databind.json.JsonMapper;

/** Creates, reads, changes and deletes master records of any declared kind (spec: api, sections 2 and 5). */
@RestController
class RecordEndpoint {
    private static final String COLLECTION = "/api/v1/{collection:[a-z][A-Za-z]+}";
    private static final String RECORD = COLLECTION + "/{key:[0-9]+|[A-Za-z0-9]+:.*}";
    /** The place of a record that is the whole request. */
    private static final int ALONE = -1;
    private static final Set<String> OF_EVERY_RECORD = Set.of(Identification.ID, "version", Resource.ETAG);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final RecordCalls calls;
    private final ResourceReader reader;
    private final RepeatableCalls repeatable;
    private final Permissions permissions;
    private final ChangeLog changes;
    private final JsonMapper json;

    RecordEndpoint(RecordCalls calls, ResourceReader reader, RepeatableCalls repeatable, Permissions permissions, ChangeLog changes, JsonMapper json) {
        this.calls = calls;
        this.changes = changes;
        this.reader = reader;
        this.permissions = permissions;
        this.repeatable = repeatable;
        this.json = json;
    }

    @GetMapping(path = RECORD, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(@PathVariable String collection, @PathVariable String key, @RequestParam Map<String, String> given, @RequestHeader HttpHeaders headers) {
        var resource = reader.resource(collection);
        var decimalsAsText = String.join(",", headers.getOrEmpty(HttpHeaders.ACCEPT)).contains(ApiValues.COMPATIBLE);
        var found = reader.find(resource, ResourceAddress.criterion(resource, key), given, decimalsAsText).orElseThrow(RecordCalls::notThere);
        var response = ResponseEntity.ok();
        if (found.containsKey(Identification.ID)) {
            response.header(HttpHeaders.CONTENT_LOCATION, ResourceAddress.location(resource, found));
        }
        var version = found.containsKey("version") ? found.get("version") : found.get(Resource.ETAG);
        if (version == null) {
            return response.body(json.writeValueAsString(found));
        }
        var tag = "\"" + version + "\"";
        return tag.equals(headers.getFirst(HttpHeaders.IF_NONE_MATCH))
                ? ResponseEntity.status(304).eTag(tag).build()
                : response.eTag(tag).body(json.writeValueAsString(found));
    }

    /** The records that stand under another, such as the variants of an item. */
    @GetMapping(path = RECORD + "/{under:[a-z][A-Za-z]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> under(@PathVariable String collection, @PathVariable String key, @PathVariable String under, @RequestParam Map<String, String> given) {
        var resource = reader.resource(collection);
        var way = resource.navigation(under).orElseThrow(RecordCalls::notThere);
        var options = new LinkedHashMap<>(Map.of("select", way.from(), "expand", under + options(given)));
        var found = reader.find(resource, ResourceAddress.criterion(resource, key), options, false).orElseThrow(RecordCalls::notThere);
        var behind = Optional.ofNullable(found.get(under)).orElseThrow(RecordCalls::notThere);
        return ResponseEntity.ok(json.writeValueAsString(way.many() ? Map.of("value", behind) : behind));
    }

    private static String options(Map<String, String> given) {
        return given.isEmpty() ? "" : given.entrySet().stream().map(option -> option.getKey() + "=" + option.getValue()).collect(Collectors.joining(";", "(", ")"));
    }

    @PostMapping(path = COLLECTION, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@PathVariable String collection, @RequestBody Map<String, Object> values, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IDEMPOTENCY_KEY, defaultValue = "") String idempotencyKey) {
        var type = calls.type(collection);
        permissions.require(type.change());
        var draft = new RecordDraft(ALONE, Map.of(), OptionalLong.empty(), RecordAddress.plain(writable(type, "", values)));
        if (dryRun) {
            return ResponseEntity.ok(json.writeValueAsString(calls.body(type, calls.tried(type, Mode.CREATE, draft))));
        }
        return repeated(type, idempotencyKey, "POST " + collection + " " + json.writeValueAsString(values),
                () -> CallAnswer.of(201, json.writeValueAsString(calls.body(type, calls.saved(type, Mode.CREATE, draft)))));
    }

    /** Many records at once: all or none, or each for itself (spec: api, section 5). */
    @PostMapping(path = COLLECTION + "/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> bulk(@PathVariable String collection, @RequestBody BulkRequest request, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IDEMPOTENCY_KEY, defaultValue = "") String idempotencyKey) {
        var type = calls.type(collection);
        permissions.require(type.change());
        var bulk = request.of(type, calls.ids(type));
        if (dryRun) {
            return ResponseEntity.ok(json.writeValueAsString(calls.bulk(type, bulk, true)));
        }
        if (idempotencyKey.isEmpty()) {
            throw Problem.of(428, "api.idempotency-key-required", Map.of());
        }
        return once(idempotencyKey, "POST " + collection + "/bulk " + json.writeValueAsString(request),
                () -> CallAnswer.of(200, json.writeValueAsString(calls.bulk(type, bulk, false))), ResponseEntity.BodyBuilder::body);
    }

    private ResponseEntity<String> repeated(RecordType type, String key, String request, Supplier<CallAnswer> effect) {
        return once(key, request, effect, (created, body) -> {
            var row = json.readValue(body, Map.class);
            return created.eTag("\"" + row.get("version") + "\"").header(HttpHeaders.LOCATION, RecordAddress.location(type, row)).body(body);
        });
    }

    private ResponseEntity<String> once(String key, String request, Supplier<CallAnswer> effect, BiFunction<ResponseEntity.BodyBuilder, String, ResponseEntity<String>> form) {
        try {
            var answer = repeatable.answer(key, request, effect);
            var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
            if (answer.replayed()) {
                response.header("Idempotency-Replayed", "true");
            }
            return form.apply(response, answer.body());
        } catch (CallRefused refused) {
            throw Problem.of(refused.status(), refused.code(), Map.of("reason", "Idempotency-Key"));
        }
    }

    @PatchMapping(path = RECORD, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@PathVariable String collection, @PathVariable String key, @RequestBody Map<String, Object> values,
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var type = calls.type(collection);
        permissions.require(type.change());
        var draft = new RecordDraft(ALONE, RecordAddress.of(type, key), RecordAddress.version(version), RecordAddress.plain(writable(type, key, values)));
        var row = overtaken(type, key, values, () -> dryRun ? calls.tried(type, Mode.CHANGE, draft) : calls.saved(type, Mode.CHANGE, draft));
        return ResponseEntity.ok().eTag(RecordAddress.tag(row)).body(json.writeValueAsString(calls.body(type, row)));
    }

    /**
     * What was sent, with numbers and codes in place of ids.
     *
     * @param key of the record that is to be changed, which may be sent with its own id; empty for a new one
     */
    private Map<String, Object> writable(RecordType type, String key, Map<String, Object> values) {
        var writable = new LinkedHashMap<>(sentBack(type, key, calls.ids(type).resolved(List.of(values)).getFirst()));
        if (writable.remove(Identification.ID) instanceof String id) {
            var resource = reader.resource(type.collection());
            var own = key.isEmpty() ? Optional.<Map<String, Object>>empty() : reader.find(resource, ResourceAddress.criterion(resource, key), Map.of("select", Identification.ID), false);
            if (own.filter(record -> id.equalsIgnoreCase(String.valueOf(record.get(Identification.ID)))).isEmpty()) {
                throw Problem.at(400, "api.field-read-only", "/" + Identification.ID, Map.of("field", Identification.ID));
            }
        }
        return writable;
    }

    /** What lists and cards show beside the fields of a record may be sent back as it was read. */
    private Map<String, Object> sentBack(RecordType type, String key, Map<String, Object> values) {
        var fields = Stream.concat(type.fields().stream().map(RecordField::name), OF_EVERY_RECORD.stream()).collect(Collectors.toSet());
        return key.isEmpty() ? values : SentBack.without(values, fields, () -> {
            var resource = reader.resource(type.collection());
            return reader.find(resource, ResourceAddress.criterion(resource, key), Map.of(), false).orElseGet(Map::of);
        });
    }

    @DeleteMapping(RECORD)
    ResponseEntity<Void> delete(@PathVariable String collection, @PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var type = calls.type(collection);
        permissions.require(type.change());
        return overtaken(type, key, Map.of(), () -> {
            calls.delete(type, RecordAddress.of(type, key), RecordAddress.version(version));
            return ResponseEntity.noContent().build();
        });
    }

    /** Whoever comes second is told what the record says now, and whose doing that is. */
    private <T> T overtaken(RecordType type, String key, Map<String, Object> yours, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem refused) {
            if (refused.facts().status() != 412) {
                throw refused;
            }
            var resource = reader.resource(type.collection());
            var theirs = reader.find(resource, ResourceAddress.criterion(resource, key), Map.of(), false).orElseThrow(() -> refused);
            var last = changes.last(type, type.keyText(theirs));
            throw new Overtaken(String.valueOf(theirs.get("version")), last.map(ChangeLog.Change::login).orElse(""), last.map(ChangeLog.Change::at), theirs).against(yours);
        }
    }
}
