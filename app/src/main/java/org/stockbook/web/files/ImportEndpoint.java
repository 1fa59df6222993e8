package org.stockbook.web.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.exchange.ImportRecords.Purpose;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.ImportPlaces;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.LongImports;
import org.stockbook.web.calls.Preferred;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files of rows into any collection of master records: CSV or XLSX as the body of the request (spec: api, section 5). Who does not want to
 * wait is answered with a job (section 5.1).
 */
@RestController
class ImportEndpoint {
    private static final long LARGEST = 200_000_000;
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_NAME = 100;
    private static final String LATER = "respond-async";
    private static final String JOBS = "/api/v1/jobs/";

    private final ImportRows importRows;
    private final LongImports later;
    private final RecordTypes types;
    private final RepeatableCalls repeatable;
    private final Permissions permissions;
    private final JsonMapper json;

    ImportEndpoint(ImportRows importRows, LongImports later, RecordTypes types, RepeatableCalls repeatable, Permissions permissions, JsonMapper json) {
        this.importRows = importRows;
        this.later = later;
        this.types = types;
        this.repeatable = repeatable;
        this.permissions = permissions;
        this.json = json;
    }

    /** How a file is to be taken. */
    record Options(String collection, String name, boolean dryRun) {
        Options {
            name = name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        }

        ImportRows.Order order(Path file) {
            return new ImportRows.Order(collection, file, name, dryRun ? Purpose.CHECK : Purpose.KEEP);
        }
    }

    @PostMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> take(@RequestParam(defaultValue = "") String collection, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, defaultValue = "0") long length,
            HttpServletRequest request) throws IOException {
        permissions.require(Permission.IMPORT_DATA);
        var type = types.find(collection).orElseThrow(() -> Problem.of(400, "api.reference-not-found", Map.of("field", "collection", "value", collection)));
        permissions.require(type.change());
        requireSmall(length);
        var options = new Options(collection, name, dryRun);
        var key = Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse("");
        var file = Files.createTempFile("stockbook-import", ".rows");
        var handedOver = false;
        try {
            var asked = options + " " + kept(request.getInputStream(), file);
            if (!Preferred.asks(request, LATER)) {
                return answered(dryRun ? answer(options, file) : once(key, asked, () -> answer(options, file)));
            }
            var begun = new AtomicReference<Optional<LongImports.Begun>>(Optional.empty());
            var answer = begun(begun, key, "later " + asked, options.order(file));
            handedOver = begun.get().isPresent();
            begun.get().ifPresent(job -> job.start().run());
            return answer;
        } catch (FileRefused refused) {
            throw Problem.of(422, "import.wrong-file", Map.of("file", refused.file(), "reason", refused.reason()));
        } finally {
            if (!handedOver) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The job is started only when its log can be seen; a request that was sent before gets the job of then. */
    private ResponseEntity<String> begun(AtomicReference<Optional<LongImports.Begun>> begun, String key, String asked, ImportRows.Order order) {
        try {
            var answer = once(key, asked, () -> {
                var job = later.begin(order);
                begun.set(Optional.of(job));
                return CallAnswer.of(202, json.writeValueAsString(Map.of("jobNumber", job.number(), "link", JOBS + job.number())));
            });
            var link = json.readTree(answer.body()).path("link").asString();
            return ResponseEntity.status(answer.status()).headers(replayed(answer)).header(HttpHeaders.LOCATION, link).header("Preference-Applied", LATER)
                    .contentType(MediaType.APPLICATION_JSON).body(answer.body());
        } catch (RuntimeException failed) {
            begun.getAndSet(Optional.empty()).ifPresent(job -> job.giveUp().run());
            throw failed;
        }
    }

    private CallAnswer once(String key, String asked, Supplier<CallAnswer> work) {
        return LinesOfCall.once(() -> repeatable.answer(key, asked, work));
    }

    private static ResponseEntity<String> answered(CallAnswer answer) {
        return ResponseEntity.status(answer.status()).headers(replayed(answer)).contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }

    private static HttpHeaders replayed(CallAnswer answer) {
        var headers = new HttpHeaders();
        if (answer.replayed()) {
            headers.set("Idempotency-Replayed", "true");
        }
        return headers;
    }

    private static void requireSmall(long length) {
        if (length > LARGEST) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
    }

    /** What tells the file from others; a length that was not told is counted. */
    private static String kept(InputStream body, Path file) throws IOException {
        var digest = sha256();
        try (var output = Files.newOutputStream(file)) {
            var block = new byte[BLOCK];
            long kept = 0;
            for (int read = body.read(block); read >= 0; read = body.read(block)) {
                kept += read;
                requireSmall(kept);
                digest.update(block, 0, read);
                output.write(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CallAnswer answer(Options options, Path file) {
        var result = importRows.read(options.order(file));
        if (result.refused() > 0) {
            var parts = result.issues().stream().map(issue -> new Problem.Part(issue.code(), "error", ImportPlaces.pointer(issue), ImportPlaces.target(options.collection(), issue), issue.parameters())).toList();
            throw new Problem(new Problem.Facts(422, "import.refused", Map.of("count", result.refused()), List.copyOf(parts)));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("collection", options.collection());
        answer.put("rows", result.rows());
        answer.put("created", result.created());
        answer.put("changed", result.changed());
        answer.put("dryRun", options.dryRun());
        return CallAnswer.of(200, json.writeValueAsString(answer));
    }
}
