package org.stockbook.journals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.KeptJournalLine;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.LineMade;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.Overtaken;
import org.stockbook.web.calls.SentBack;

/**
 * A line of a journal at an address of its own, with a version of its own: programs that change different lines of one batch do not stand in each
 * other's way (spec: api, sections 5 and 5.3).
 */
@RestController
class JournalLineEndpoint {
    private static final String ONE = "/api/v1/" + JournalAnswers.LINES + "/{key:[0-9]+}";
    private static final int LONGEST_KEY = 18;

    private final ItemJournals journals;
    private final JournalCalls calls;
    private final LineMade made;
    private final Permissions permissions;

    JournalLineEndpoint(ItemJournals journals, JournalCalls calls, LineMade made, Permissions permissions) {
        this.journals = journals;
        this.calls = calls;
        this.made = made;
        this.permissions = permissions;
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> read(@PathVariable String key) {
        var kept = kept(key);
        return answer(kept.line(), record(kept.batch(), kept.line()));
    }

    /** The line as it is now, with its issues and the totals of its batch. */
    @PatchMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> change(@PathVariable String key, @RequestBody Map<String, Object> sent, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String match) {
        var kept = kept(key);
        var version = version(match);
        var values = values(sent, kept.batch().kind(), record(kept.batch(), kept.line()));
        return switch (journals.save(kept.batch(), List.of(new JournalLineChange.Edited(kept.line().id(), version, values)))) {
            case JournalSaved.Kept(var lines, var totals) -> answer(lines.getFirst(), withTotals(kept.batch(), lines.getFirst(), totals));
            case JournalSaved.ChangedByAnother _ -> throw overtaken(key, sent);
        };
    }

    @DeleteMapping(ONE)
    ResponseEntity<Void> delete(@PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String match) {
        var kept = kept(key);
        var version = version(match);
        return switch (journals.save(kept.batch(), List.of(new JournalLineChange.Deleted(kept.line().id(), version)))) {
            case JournalSaved.Kept _ -> ResponseEntity.noContent().build();
            case JournalSaved.ChangedByAnother _ -> throw overtaken(key, Map.of());
        };
    }

    /** A new line at the end of a batch. */
    @PostMapping(path = "/api/v1/" + JournalCalls.JOURNAL + "/code:{batch}/itemJournalLines", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(@PathVariable String journal, @PathVariable String batch, @RequestBody Map<String, Object> sent,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        var address = calls.editing(journal, batch).address();
        var values = values(sent, address.kind(), Map.of());
        return made.answer(JournalAnswers.LINES, key, address + " " + sent, () -> switch (journals.save(address, List.of(new JournalLineChange.Added(0, values)))) {
            case JournalSaved.Kept(var lines, var totals) -> withTotals(address, lines.getFirst(), totals);
            case JournalSaved.ChangedByAnother _ -> throw Problem.of(412, "common.changed-by-another", Map.of());
        });
    }

    /** A version that no line will ever have is nobody's. */
    private static int version(String match) {
        return (int) Math.min(LinesOfCall.version(match), Integer.MAX_VALUE);
    }

    /** A line of a journal in which the caller may not work is not there. */
    private KeptJournalLine kept(String key) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return Optional.of(key).filter(digits -> digits.length() <= LONGEST_KEY).flatMap(digits -> journals.line(Long.parseLong(digits)))
                .orElseThrow(() -> Problem.of(404, "api.not-found", Map.of("field", JournalAnswers.LINES)));
    }

    /** What somebody else has made of the line; deleted meanwhile, it is not there. */
    private Problem overtaken(String key, Map<String, Object> yours) {
        var now = kept(key);
        return new Overtaken(Integer.toString(now.line().version()), now.changedBy(), Optional.of(now.changedAt()), record(now.batch(), now.line())).against(yours);
    }

    /** What is to be written, without what was sent back as it was read. */
    private Map<JournalField, String> values(Map<String, Object> sent, JournalKind kind, Map<String, Object> read) {
        var writable = kind.writable().stream().map(JournalField::property).collect(Collectors.toSet());
        return JournalCalls.values(SentBack.without(calls.references().resolved(sent), writable, () -> read), kind);
    }

    private Map<String, Object> withTotals(JournalAddress batch, JournalLine line, JournalTotals totals) {
        var whole = record(batch, line);
        whole.put("journal", calls.answers().totals(totals));
        return whole;
    }

    private ResponseEntity<Object> answer(JournalLine line, Map<String, Object> body) {
        return ResponseEntity.ok().eTag("\"" + line.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, LineMade.address(JournalAnswers.LINES, body)).body(body);
    }

    /** Values as what they are, those that cannot be read as they were typed, and the ids of what the line names. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> record(JournalAddress batch, JournalLine line) {
        var record = new LinkedHashMap<String, Object>();
        record.put("id", calls.answers().id(line.id()));
        record.put("etag", Integer.toString(line.version()));
        record.put("journalKind", batch.kind().word());
        record.put("journalCode", batch.name().code());
        record.put("sequence", line.lineNo());
        var raw = new LinkedHashMap<String, String>();
        line.values().forEach((field, text) -> FieldKinds.value(field, text).ifPresentOrElse(value -> record.put(field.property(), value), () -> raw.put(field.property(), text)));
        if (!raw.isEmpty()) {
            record.put("rawInput", raw);
        }
        record.put("issues", line.issues().stream().map(calls.answers()::issue).toList());
        return (Map<String, Object>) calls.references().told(record);
    }
}
