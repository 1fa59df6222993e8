package org.stockbook.journals.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalImport;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.StandardJournalRequest;
import org.stockbook.journals.StandardKept;
import org.stockbook.journals.drafts.CalculateInventoryValue;
import org.stockbook.journals.drafts.ImportJournalLines;
import org.stockbook.journals.drafts.KeepStandardJournals;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.LinesOfCall;

/** What fills the batches of journals in the API: calculation, standard journals, files; and recurring lines that are due. */
@RestController
@RequestMapping(path = "/api/v1/" + JournalCalls.JOURNAL + "/code:{batch}", produces = MediaType.APPLICATION_JSON_VALUE)
class JournalActionEndpoint {
    private static final int LARGEST_FILE = 20_000_000;
    private static final Map<String, JournalImport.Mode> MODES = Map.of("allOrNothing", JournalImport.Mode.ALL_OR_NOTHING, "onlyGoodRows",
            JournalImport.Mode.ONLY_GOOD_ROWS, "trial", JournalImport.Mode.TRIAL);

    private final ItemJournals journals;
    private final CalculateInventoryValue calculation;
    private final KeepStandardJournals standards;
    private final ImportJournalLines imports;
    private final JournalCalls calls;

    JournalActionEndpoint(
            ItemJournals journals, CalculateInventoryValue calculation, KeepStandardJournals standards, ImportJournalLines imports, JournalCalls calls) {
        this.journals = journals;
        this.calculation = calculation;
        this.standards = standards;
        this.imports = imports;
        this.calls = calls;
    }

    /** Adds lines with what stock is worth on a date; items that cannot be valued are among the issues. */
    @PostMapping("/calculate")
    Map<String, Object> calculate(@PathVariable String journal, @PathVariable String batch, @RequestBody Map<String, Object> body) {
        var address = calls.editing(journal, batch).address();
        if (address.kind() != JournalKind.REVALUATION) {
            throw Problem.of(404, "api.reference-not-found", Map.of("field", "calculate", "value", journal));
        }
        var calculated = calculation.calculate(address, CalculationBody.read(body));
        var answers = calls.answers();
        var answer = new LinkedHashMap<>(answers.saved(calculated.kept()));
        answer.put("issues", calculated.refusals().stream().map(answers::issue).toList());
        answer.put("message", answers.text("journals.calculated", Map.of(
                "lines", calculated.kept().lines().size(), "refused", calculated.refusals().size(),
                "first", calculated.refusals().stream().limit(3).map(answers::message).collect(Collectors.joining(" ")))));
        return answer;
    }

    @PostMapping("/saveAsStandard")
    Map<String, Object> saveAsStandard(@PathVariable String journal, @PathVariable String batch, @RequestBody StandardBody body) {
        var address = calls.editing(journal, batch).address();
        return standard(standards.save(address, new StandardJournalRequest(body.code(), body.name(), body.lineIds().stream().map(id -> calls.line(id, "/lineIds")).toList(), body.saveUnitAmount(),
                body.saveQuantity(), body.replace())));
    }

    @PostMapping("/getStandard")
    Map<String, Object> getStandard(@PathVariable String journal, @PathVariable String batch, @RequestBody StandardBody body) {
        return standard(standards.take(calls.editing(journal, batch).address(), body.code()));
    }

    private Map<String, Object> standard(StandardKept outcome) {
        var answers = calls.answers();
        return switch (outcome) {
            case StandardKept.Saved(var saved) -> Map.of("code", saved.code(), "displayName", saved.description(), "lines", saved.lines());
            case StandardKept.Taken(var lines) -> answers.saved(lines);
            case StandardKept.Refused(var code, var parameters) -> throw Problem.of(code.equals("common.changed-by-another") ? 412 : 422, code, parameters);
        };
    }

    @DeleteMapping("/standard/{code}")
    void deleteStandard(@PathVariable String journal, @PathVariable String batch, @PathVariable String code) {
        standards.delete(calls.editing(journal, batch).address().kind(), code);
    }

    /** Posts recurring lines as often as they are due. */
    @PostMapping("/postDue")
    ResponseEntity<Map<String, Object>> postDue(@PathVariable String journal, @PathVariable String batch,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        var address = calls.posting(journal, batch).address();
        return switch (LinesOfCall.once(() -> journals.postAllDue(address, LinesOfCall.needed(idempotencyKey)))) {
            case JournalPosting.Posted posted -> JournalAnswers.posted(posted);
            case JournalPosting.Refused refused -> throw calls.refused(address, refused);
        };
    }

    /** Adds the rows of a file, which is the body of the request. */
    @PostMapping("/import")
    Map<String, Object> read(@PathVariable String journal, @PathVariable String batch, @RequestParam(defaultValue = "lines") String fileName,
            @RequestParam(defaultValue = "allOrNothing") String mode, InputStream body) throws IOException {
        var address = calls.editing(journal, batch).address();
        if (!MODES.containsKey(mode)) {
            throw Problem.wordUnknown("", "mode", mode, MODES.keySet());
        }
        var bytes = body.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        try {
            return calls.answers().imported(imports.read(address, fileName, bytes, MODES.getOrDefault(mode, JournalImport.Mode.TRIAL)));
        } catch (FileRefused refused) {
            throw Problem.of(422, "import.wrong-file", Map.of("file", refused.file(), "reason", refused.reason()));
        }
    }

    /** Which standard journal, and what of the lines it keeps. */
    record StandardBody(String standardJournalCode, String displayName, List<String> lineIds, boolean saveUnitAmount, boolean saveQuantity, boolean replace) {
        StandardBody {
            standardJournalCode = standardJournalCode == null ? "" : standardJournalCode;
            displayName = displayName == null ? "" : displayName;
            lineIds = lineIds == null ? List.of() : List.copyOf(lineIds);
        }

        String code() {
            return standardJournalCode.strip().toUpperCase(Locale.ROOT);
        }

        String name() {
            return displayName.replace("\u0000", "").strip();
        }
    }
}
