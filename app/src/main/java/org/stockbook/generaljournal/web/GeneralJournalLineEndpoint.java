package org.stockbook.generaljournal.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.generaljournal.DraftBatch;
import org.stockbook.generaljournal.DraftLine;
import org.stockbook.generaljournal.EditGeneralJournal;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.generaljournal.JournalTotals;
import org.stockbook.generaljournal.LineChange;
import org.stockbook.generaljournal.LinesSaved;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import org.stockbook.web.calls.CallReferences;
import org.stockbook.web.calls.LineMade;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.Overtaken;
import org.stockbook.web.calls.SentBack;

/** A line of the general journal at an address of its own, with a version of its own (spec: api, sections 5, 5.3 and 11; finance, section 3). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class GeneralJournalLineEndpoint {
    private static final String ONE = "/" + GeneralJournalAnswers.LINES + "/{key:[0-9]+}";
    private static final int LONGEST_KEY = 18;
    private static final String FIGURE = "-?[0-9]{1,18}(?:\\.[0-9]+)?";
    /** The closing flag is set by closing a year, never typed. */
    private static final Set<String> WRITABLE = Stream.of(GeneralJournalField.values()).filter(field -> field != GeneralJournalField.LINE && field != GeneralJournalField.CLOSING)
            .map(GeneralJournalField::property).collect(Collectors.toUnmodifiableSet());

    private final EditGeneralJournal editing;
    private final LineMade made;
    private final CallReferences references;
    private final Identities identities;
    private final Permissions permissions;
    private final Views views;

    GeneralJournalLineEndpoint(EditGeneralJournal editing, LineMade made, CallReferences references, Identities identities, Permissions permissions, Views views) {
        this.editing = editing;
        this.made = made;
        this.references = references;
        this.identities = identities;
        this.permissions = permissions;
        this.views = views;
    }

    @GetMapping(ONE)
    ResponseEntity<Object> read(@PathVariable String key) {
        var kept = kept(key);
        return answer(kept.checked(), record(kept.batch().name(), kept.checked()));
    }

    /** The line as it is now, with its issues and the totals of its batch. */
    @PatchMapping(ONE)
    ResponseEntity<Object> change(@PathVariable String key, @RequestBody Map<String, Object> sent, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String match) {
        var kept = kept(key);
        var version = version(match);
        var name = kept.batch().name();
        var values = values(sent, record(name, kept.checked()));
        return switch (editing.save(name, List.of(new LineChange.Edited(kept.checked().line().id(), version, values)))) {
            case LinesSaved.Kept(var lines, var totals) -> answer(lines.getFirst(), withTotals(name, lines.getFirst(), totals));
            case LinesSaved.ChangedByAnother _ -> throw overtaken(key, sent);
        };
    }

    @DeleteMapping(ONE)
    ResponseEntity<Void> delete(@PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String match) {
        var kept = kept(key);
        var version = version(match);
        return switch (editing.save(kept.batch().name(), List.of(new LineChange.Deleted(kept.checked().line().id(), version)))) {
            case LinesSaved.Kept _ -> ResponseEntity.noContent().build();
            case LinesSaved.ChangedByAnother _ -> throw overtaken(key, Map.of());
        };
    }

    /** A new line at the end of a batch. */
    @PostMapping("/journals/code:{batch}/" + GeneralJournalAnswers.LINES)
    ResponseEntity<String> create(@PathVariable String batch, @RequestBody Map<String, Object> sent, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var name = known(batch).name();
        return made.answer(GeneralJournalAnswers.LINES, key, name.code() + " " + sent, () -> switch (editing.save(name, List.of(new LineChange.Added(0, values(sent, Map.of()))))) {
            case LinesSaved.Kept(var lines, var totals) -> withTotals(name, lines.getFirst(), totals);
            case LinesSaved.ChangedByAnother _ -> throw Problem.of(412, "common.changed-by-another", Map.of());
        });
    }

    private DraftBatch known(String batch) {
        return editing.batch(new JournalBatchName(batch)).orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "journals", "value", batch)));
    }

    /** A version that no line will ever have is nobody's. */
    private static int version(String match) {
        return (int) Math.min(LinesOfCall.version(match), Integer.MAX_VALUE);
    }

    private DraftLine.Kept kept(String key) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return Optional.of(key).filter(digits -> digits.length() <= LONGEST_KEY).flatMap(digits -> editing.line(Long.parseLong(digits)))
                .orElseThrow(() -> Problem.of(404, "api.not-found", Map.of("field", GeneralJournalAnswers.LINES)));
    }

    /** What somebody else has made of the line; deleted meanwhile, it is not there. */
    private Problem overtaken(String key, Map<String, Object> yours) {
        var now = kept(key);
        var version = Integer.toString(now.checked().line().version());
        return new Overtaken(version, now.changedBy(), Optional.of(now.changedAt()), record(now.batch().name(), now.checked())).against(yours);
    }

    /** What is to be written, without what was sent back as it was read. */
    private Map<GeneralJournalField, String> values(Map<String, Object> sent, Map<String, Object> read) {
        return GeneralJournalEndpoint.values(SentBack.without(references.resolved(sent), WRITABLE, () -> read));
    }

    private Map<String, Object> withTotals(JournalBatchName batch, DraftLine.Checked line, JournalTotals totals) {
        var whole = record(batch, line);
        whole.put("journal", answers().totals(totals));
        return whole;
    }

    private GeneralJournalAnswers answers() {
        return new GeneralJournalAnswers(views.current(), identities);
    }

    private ResponseEntity<Object> answer(DraftLine.Checked line, Map<String, Object> body) {
        return ResponseEntity.ok().eTag("\"" + line.line().version() + "\"").header(HttpHeaders.CONTENT_LOCATION, LineMade.address(GeneralJournalAnswers.LINES, body)).body(body);
    }

    /** Values as what they are, those that cannot be read as they were typed, and the ids of what the line names. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> record(JournalBatchName batch, DraftLine.Checked checked) {
        var line = checked.line();
        var record = new LinkedHashMap<String, Object>();
        record.put("id", answers().id(line.id()));
        record.put("etag", Integer.toString(line.version()));
        record.put("journalCode", batch.code());
        record.put("sequence", line.lineNo());
        var raw = new LinkedHashMap<String, String>();
        line.typed().forEach((field, text) -> value(field, text).ifPresentOrElse(value -> record.put(field.property(), value), () -> raw.put(field.property(), text)));
        if (!raw.isEmpty()) {
            record.put("rawInput", raw);
        }
        record.put("issues", checked.issues().stream().map(answers()::issue).toList());
        return (Map<String, Object>) references.told(record);
    }

    /** The value of a text; nothing where the text cannot be read. */
    private static Optional<Object> value(GeneralJournalField field, String text) {
        return switch (field) {
            case POSTING_DATE, DOCUMENT_DATE, DUE_DATE -> date(text);
            case AMOUNT -> text.matches(FIGURE) ? Optional.of(plain(new BigDecimal(text))) : Optional.empty();
            case CORRECTION, CLOSING -> text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case LINE, DOCUMENT_TYPE, DOCUMENT_NO, EXTERNAL_DOCUMENT_NO, ACCOUNT_TYPE, ACCOUNT_NO, DESCRIPTION, CURRENCY, BALANCING_TYPE, BALANCING_NO, APPLIES_TO_TYPE,
                    APPLIES_TO_NO, POSTING_TYPE, TAX_BUSINESS_GROUP, TAX_PRODUCT_GROUP, REASON, DIMENSION_1, DIMENSION_2 -> Optional.of(text);
        };
    }

    private static BigDecimal plain(BigDecimal figure) {
        var stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
