package org.stockbook.generaljournal.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.stockbook.generaljournal.DraftBatch;
import org.stockbook.generaljournal.EditGeneralJournal;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.CallReferences;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.Overtaken;
import org.stockbook.web.calls.SentBack;

/** The batches of the general journal in the API: made, changed and removed (spec: api, sections 5, 5.3 and 11; finance, section 3). */
@RestController
@RequestMapping(path = "/api/v1/journals", produces = MediaType.APPLICATION_JSON_VALUE)
class GeneralJournalBatchEndpoint {
    /** What is said of a batch; its name stays. */
    static final Set<String> WRITABLE = Set.of("displayName", "balancingAccountNumber", "numberSeriesCode", "reasonCode");
    private static final String CODE = "code";
    private static final String ONE = "/code:{batch}";

    private final EditGeneralJournal editing;
    private final CallReferences references;
    private final Permissions permissions;
    private final Identities identities;

    GeneralJournalBatchEndpoint(EditGeneralJournal editing, CallReferences references, Permissions permissions, Identities identities) {
        this.editing = editing;
        this.references = references;
        this.permissions = permissions;
        this.identities = identities;
    }

    @PostMapping
    Map<String, Object> create(@RequestBody Map<String, Object> sent) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var values = new HashMap<>(sent);
        var code = text(CODE, Optional.ofNullable(values.remove(CODE)).orElse(""));
        if (!code.matches("[A-Z0-9-]{1,10}")) {
            throw Problem.of(422, "api.malformed", Map.of("field", CODE, "value", code, "reason", code));
        }
        var batch = with(new DraftBatch(0, new JournalBatchName(code), "", "", "", "", 0), texts(values, Map.of()));
        return shown(editing.create(known(batch)));
    }

    /** What is not named stays as it is. */
    @PatchMapping(ONE)
    ResponseEntity<Map<String, Object>> change(@PathVariable String batch, @RequestBody Map<String, Object> sent, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String match) {
        var found = found(batch);
        var version = LinesOfCall.version(match);
        var changed = known(with(found, texts(sent, shown(found))));
        var kept = editing.change(changed, version).orElseThrow(() -> overtaken(batch, sent));
        var body = shown(kept);
        return ResponseEntity.ok().eTag("\"" + kept.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/journals/" + body.get("id")).body(body);
    }

    /** Removes the batch with its lines. */
    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String batch, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String match) {
        if (!editing.delete(found(batch).name(), LinesOfCall.version(match))) {
            throw overtaken(batch, Map.of());
        }
    }

    private DraftBatch found(String batch) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return editing.batch(new JournalBatchName(batch)).orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "journals", "value", batch)));
    }

    /** What somebody else has made of the batch; deleted meanwhile, it is not there. */
    private Problem overtaken(String batch, Map<String, Object> yours) {
        var now = found(batch);
        return new Overtaken(Long.toString(now.version()), "", Optional.empty(), shown(now)).against(yours);
    }

    /** @throws Problem if it names what does not exist */
    private DraftBatch known(DraftBatch batch) {
        editing.unknown(batch).ifPresent(unknown -> {
            throw Problem.at(422, "api.reference-not-found", "/" + unknown.get("field"), unknown);
        });
        return batch;
    }

    private Map<String, Object> shown(DraftBatch batch) {
        return Map.of("id", identities.of("journals", batch.id()), "etag", Long.toString(batch.version()), CODE, batch.name().code(), "displayName", batch.description(),
                "balancingAccountNumber", batch.balancingAccount(), "numberSeriesCode", batch.series(), "reasonCode", batch.reason(), "lines", editing.totals(batch).lines());
    }

    /** What is to be written, without what was sent back as it was read. */
    private Map<String, String> texts(Map<String, Object> sent, Map<String, Object> read) {
        var texts = new HashMap<String, String>();
        SentBack.without(references.resolved(sent), WRITABLE, () -> read).forEach((property, value) -> {
            if (!WRITABLE.contains(property)) {
                throw Problem.of(400, "api.unknown-field", Map.of("field", property));
            }
            texts.put(property, text(property, value));
        });
        return texts;
    }

    private static String text(String property, Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text.replace("\u0000", "").strip();
            default -> throw Problem.at(400, "api.value-unreadable", "/" + property, Map.of("field", property, "value", "…"));
        };
    }

    private static DraftBatch with(DraftBatch batch, Map<String, String> texts) {
        return new DraftBatch(batch.id(), batch.name(), texts.getOrDefault("displayName", batch.description()), code(texts, "balancingAccountNumber", batch.balancingAccount()),
                code(texts, "numberSeriesCode", batch.series()), code(texts, "reasonCode", batch.reason()), batch.version());
    }

    private static String code(Map<String, String> texts, String property, String before) {
        return texts.getOrDefault(property, before).toUpperCase(Locale.ROOT);
    }
}
