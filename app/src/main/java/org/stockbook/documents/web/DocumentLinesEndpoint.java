package org.stockbook.documents.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument.Change;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** Lines of a document as the grid sends them: rows up, the same rows back, and the totals (spec: ui, section 4.2; api, section 5, bulk). */
@RestController
class DocumentLinesEndpoint {
    private static final int MOST_OPERATIONS = 10_000;

    private final Documents documents;
    private final ChangeDocument change;
    private final DocumentCalls calls;
    private final Permissions permissions;
    private final Views views;

    DocumentLinesEndpoint(Documents documents, ChangeDocument change, DocumentCalls calls, Views views) {
        this.documents = documents;
        this.change = change;
        this.calls = calls;
        this.permissions = calls.permissions();
        this.views = views;
    }

    /** The answer holds one entry for each line created or changed, in their order: the line, or why it was refused. */
    @PostMapping(
            path = "/api/v1/{side:purchase|sales}" + DocumentEndpoint.KIND + "/number:{number}/{lines:(?:purchase|sales)[A-Za-z]+Lines}/bulk",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Map<String, Object> save(@PathVariable Map<String, String> path, @RequestBody BulkRequest request) {
        var resource = DocumentResource.of(path.getOrDefault("side", "") + path.getOrDefault("kind", "")).orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
        permissions.require(resource.change());
        if (request.operations().size() > MOST_OPERATIONS) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var key = new DocumentKey(resource.side(), resource.kind(), new DocumentNo(path.getOrDefault("number", "").toUpperCase(Locale.ROOT)));
        var work = new Saving(resource, key, request.version());
        work.remove(request.operations().stream().filter(operation -> operation.method().equals("delete")).map(operation -> new LineNo(operation.sequence())).toList());
        return work.save(request.operations().stream().filter(operation -> !operation.method().equals("delete")).toList());
    }

    /** One request at work: each step goes on from the version that the last one made. */
    private final class Saving {
        private final DocumentResource resource;
        private final DocumentKey key;
        private final boolean lenient;
        private final Map<LineNo, Map<String, RawInput>> before;
        private int version;

        private Saving(DocumentResource resource, DocumentKey key, int version) {
            this.resource = resource;
            this.key = key;
            this.version = version;
            this.lenient = calls.lenient();
            this.before = calls.rawInput(key);
        }

        private void remove(List<LineNo> lines) {
            if (!lines.isEmpty()) {
                kept(change.remove(changing(), lines));
            }
        }

        /** All at once; where one of them is refused, one by one, so that the others are kept. */
        private Map<String, Object> save(List<Operation> operations) {
            var resolving = calls.resolving(operations.stream().map(Operation::data).toList());
            var read = operations.stream().map(operation -> read(operation, resolving)).toList();
            var changes = read.stream().flatMap(one -> one.change().stream()).toList();
            return switch (change.lines(changing(), changes)) {
                case DocumentChanged.Refused refused when documents.find(key).isEmpty() -> throw CallOutcomes.refused(LinePlaces.sent(resource.lines()), refused.issues());
                case DocumentChanged.Refused _ -> oneByOne(read);
                case DocumentChanged.Kept(var document) -> answer(document, placed(read, document));
                case DocumentChanged other -> answer(kept(other), List.of());
            };
        }

        private Map<String, Object> oneByOne(List<Typed> read) {
            var placed = new ArrayList<Placed>();
            for (var one : read) {
                placed.add(one.change().map(this::placed).orElseGet(() -> new Placed(Optional.empty(), one.issues())));
            }
            return answer(documents.find(key).orElseThrow(), placed);
        }

        private Placed placed(LineChange one) {
            var changed = change.lines(changing(), List.of(one));
            return changed instanceof DocumentChanged.Refused(var issues)
                    ? new Placed(Optional.empty(), issues)
                    : placed(List.of(new Typed(Optional.of(one), List.of())), kept(changed)).getFirst();
        }

        /** The version is checked once; what this request has written itself does not count as somebody else's. */
        private Change changing() {
            var checked = new Change(key, version, permissions.login());
            version = 0;
            return checked;
        }

        /** What cannot be read is an issue of its line. */
        private Typed read(Operation operation, UnaryOperator<Map<String, Object>> resolving) {
            try {
                var line = operation.method().equals("create") ? 0 : operation.sequence();
                var texts = line == 0 ? Map.<String, RawInput>of() : before.getOrDefault(new LineNo(line), Map.of());
                return new Typed(Optional.of(new DocumentBody(resource, resolving.apply(operation.data()), lenient).line(line, texts)), List.of());
            } catch (Problem unreadable) {
                var facts = unreadable.facts();
                return new Typed(Optional.empty(), List.of(new DocumentIssue(operation.sequence(), facts.code(), new LinkedHashMap<>(facts.parameters()))));
            }
        }

        /** New lines stand at the end, in their order. */
        private static List<Placed> placed(List<Typed> read, StoredDocument document) {
            var lines = document.document().lines();
            var added = (int) read.stream().flatMap(one -> one.change().stream()).filter(one -> one.line() == 0).count();
            var fresh = lines.subList(Math.max(0, lines.size() - added), lines.size()).iterator();
            return read.stream().map(one -> new Placed(one.change().map(typed -> typed.line() == 0 ? fresh.next().no() : new LineNo(typed.line())), one.issues())).toList();
        }

        private StoredDocument kept(DocumentChanged changed) {
            return calls.kept(resource, changed, Sent.nothing(key));
        }

        private Map<String, Object> answer(StoredDocument document, List<Placed> placed) {
            var said = calls.answers(resource).withLines(document, placed.stream().map(Placed::line).toList());
            var lines = new ArrayList<>(said.lines());
            for (var at = 0; at < lines.size(); at++) {
                if (placed.get(at).line().isEmpty()) {
                    lines.set(at, refused(placed.get(at).issues()));
                }
            }
            return Map.of("document", said.document(), "lines", lines);
        }
    }

    private Map<String, Object> refused(List<DocumentIssue> issues) {
        var view = views.current();
        return Map.of("issues", issues.stream().map(issue -> {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("field", String.valueOf(issue.parameters().getOrDefault("field", "")));
            answer.put("code", issue.code());
            answer.put("severity", "error");
            answer.put("message", view.refusal(issue.code(), issue.parameters()));
            return answer;
        }).toList());
    }

    /** What was typed on a line, or why it cannot be read. */
    private record Typed(Optional<LineChange> change, List<DocumentIssue> issues) {}

    /** The line that it became, or why it was refused. */
    private record Placed(Optional<LineNo> line, List<DocumentIssue> issues) {}

    /**
     * The operations of one request.
     *
     * @param version of the document that was read; 0 for whatever is there
     */
    record BulkRequest(int version, List<Operation> operations) {
        BulkRequest {
            operations = operations == null ? List.of() : new ArrayList<>(operations);
        }
    }

    /**
     * One operation.
     *
     * @param method create, update or delete
     * @param sequence of the line; a new one stands at the end
     */
    record Operation(String method, int sequence, Map<String, Object> data) {
        Operation {
            method = method == null ? "" : method;
            data = data == null ? Map.of() : new LinkedHashMap<>(data);
        }
    }
}
