package org.stockbook.web.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.exchange.ImportRecords.Purpose;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Takes files of rows into any collection of master records: CSV or XLSX as the body of the request (spec: api, section 5). */
@RestController
class ImportEndpoint {
    private static final long LARGEST = 200_000_000;
    private static final int BLOCK = 1 << 16;

    private final ImportRows importRows;
    private final RecordTypes types;
    private final Permissions permissions;

    ImportEndpoint(ImportRows importRows, RecordTypes types, Permissions permissions) {
        this.importRows = importRows;
        this.types = types;
        this.permissions = permissions;
    }

    @PostMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> take(@RequestParam(defaultValue = "") String collection, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, defaultValue = "0") long length,
            InputStream body) throws IOException {
        permissions.require(Permission.IMPORT_DATA);
        var type = types.find(collection).orElseThrow(() -> Problem.of(400, "api.reference-not-found", Map.of("field", "collection", "value", collection)));
        permissions.require(type.change());
        requireSmall(length);
        var file = Files.createTempFile("stockbook-import", ".rows");
        try {
            keep(body, file);
            var shown = name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), 100));
            return answer(collection, importRows.read(collection, file, shown, dryRun ? Purpose.CHECK : Purpose.KEEP), dryRun);
        } catch (FileRefused refused) {
            throw Problem.of(422, "import.wrong-file", Map.of("file", refused.file(), "reason", refused.reason()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void requireSmall(long length) {
        if (length > LARGEST) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
    }

    /** A length that was not told is counted. */
    private static void keep(InputStream body, Path file) throws IOException {
        try (var output = Files.newOutputStream(file)) {
            var block = new byte[BLOCK];
            long kept = 0;
            for (int read = body.read(block); read >= 0; read = body.read(block)) {
                kept += read;
                requireSmall(kept);
                output.write(block, 0, read);
            }
        }
    }

    private static Map<String, Object> answer(String collection, ImportRows.Result result, boolean dryRun) {
        if (result.refused() > 0) {
            var parts = result.issues().stream().map(issue -> new Problem.Part(issue.code(), "error", "/rows/" + issue.line() + (issue.column().isEmpty() ? "" : "/" + issue.column()),
                    Map.of("collection", collection, "line", issue.line(), "field", issue.column(), "value", issue.value()), issue.parameters())).toList();
            throw new Problem(new Problem.Facts(422, "import.refused", Map.of("count", result.refused()), List.copyOf(parts)));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("collection", collection);
        answer.put("rows", result.rows());
        answer.put("created", result.created());
        answer.put("changed", result.changed());
        answer.put("dryRun", dryRun);
        return answer;
    }
}
