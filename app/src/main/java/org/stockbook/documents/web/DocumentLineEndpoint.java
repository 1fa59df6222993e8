package org.stockbook.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.Centers;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.web.Problem;

/**
 * A line of an open document at an address of its own, with a version of its own: programs that change different lines of one document do not
 * stand in each other's way (spec: api, sections 5 and 5.3).
 */
@RestController
@RequestMapping({"/api/v1/purchase" + DocumentLineEndpoint.KIND, "/api/v1/sales" + DocumentLineEndpoint.KIND})
class DocumentLineEndpoint {
    static final String KIND = "{lineKind:(?:Quote|Order|Invoice|ReturnOrder|CreditMemo)Lines}/{key:[0-9]+}";
    /** The part of an address that names a collection. */
    private static final int COLLECTION = 3;

    private final Documents documents;
    private final ChangeDocument changeDocument;
    private final Centers centers;
    private final DocumentCalls calls;

    DocumentLineEndpoint(Documents documents, ChangeDocument changeDocument, Centers centers, DocumentCalls calls) {
        this.documents = documents;
        this.changeDocument = changeDocument;
        this.centers = centers;
        this.calls = calls;
    }

    /** A line and the document in which it stands. */
    private record Line(DocumentResource resource, DocumentKey key, LineNo no) {
        private Sent<DocumentKey> sent(Map<String, Object> values) {
            return Sent.line(key, values, no.value()).alone();
        }

        private EditDocument.Change changing(String version, String login) {
            return new EditDocument.Change(key, 0, login, Optional.of(new EditDocument.LineRead(no, CallOutcomes.required(version))));
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(HttpServletRequest request, @PathVariable String key) {
        var resource = resource(request);
        calls.permissions().require(resource.read());
        var line = line(resource, key);
        var stored = documents.find(line.key()).filter(document -> sees(line, document)).orElseThrow(() -> missing(resource.lines()));
        return answer(line, stored, calls.answers(resource).line(stored, line.no().value()));
    }

    /** The line as it is now, with the totals and the issues of its document. */
    @PatchMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(HttpServletRequest request, @PathVariable String key, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(request);
        calls.permissions().require(resource.change());
        var line = line(resource, key);
        var changing = line.changing(version, calls.permissions().login());
        if (documents.find(line.key()).filter(document -> sees(line, document)).isEmpty()) {
            throw missing(resource.lines());
        }
        var typed = new DocumentBody(resource, calls.writable(resource, line.sent(values))).line(line.no().value());
        var stored = calls.kept(resource, changeDocument.lines(changing, List.of(typed)), line.sent(values));
        var whole = new LinkedHashMap<>(calls.answers(resource).line(stored, line.no().value()));
        whole.put("document", calls.answers(resource).totals(stored));
        whole.put("issues", calls.notices(changeDocument.issues(stored, calls.permissions().login())));
        return answer(line, stored, whole);
    }

    @DeleteMapping
    ResponseEntity<Void> delete(HttpServletRequest request, @PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(request);
        calls.permissions().require(resource.change());
        var line = line(resource, key);
        calls.kept(resource, changeDocument.remove(line.changing(version, calls.permissions().login()), List.of(line.no())), line.sent(Map.of()));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<String> answer(Line line, StoredDocument stored, Map<String, Object> body) {
        var mark = stored.mark(line.no()).orElseThrow(() -> missing(line.resource().lines()));
        return ResponseEntity.ok().eTag("\"" + mark.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + line.resource().lines() + "/" + body.get("id"))
                .contentType(MediaType.APPLICATION_JSON).body(calls.write(body));
    }

    private boolean sees(Line line, StoredDocument document) {
        return centers.of(line.key().side(), calls.permissions().login()).sees(document.particulars());
    }

    private static DocumentResource resource(HttpServletRequest request) {
        var lines = request.getRequestURI().split("/")[COLLECTION];
        return DocumentResource.of(lines.substring(0, lines.length() - "Lines".length()) + "s").orElseThrow(() -> missing(lines));
    }

    /** A line of another kind of document is none of this kind. */
    private Line line(DocumentResource resource, String key) {
        return Optional.of(key).filter(digits -> digits.length() < 19).flatMap(digits -> documents.ofLine(Long.parseLong(digits)))
                .filter(found -> found.purpose().equals((resource.side() + "_" + resource.kind()).toUpperCase(Locale.ROOT)))
                .map(found -> new Line(resource, new DocumentKey(resource.side(), resource.kind(), found.document()), found.line()))
                .orElseThrow(() -> missing(resource.lines()));
    }

    private static Problem missing(String lines) {
        return Problem.of(404, "api.not-found", Map.of("field", lines));
    }
}
