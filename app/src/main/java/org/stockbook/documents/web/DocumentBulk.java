package org.stockbook.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.web.Problem;

/** Many documents of a collection in one request: all or none, or each for itself (spec: api, section 5). */
@Component
class DocumentBulk {
    private static final int MOST = 10_000;
    private static final String NUMBER = "number:";

    private final ChangeDocument changeDocument;
    private final Documents documents;
    private final DocumentCalls calls;
    private final TransactionTemplate nested;

    DocumentBulk(ChangeDocument changeDocument, Documents documents, DocumentCalls calls, PlatformTransactionManager transactions) {
        this.changeDocument = changeDocument;
        this.documents = documents;
        this.calls = calls;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What is asked.
     *
     * @param mode {@code atomic}, the default, or {@code independent}
     */
    record Request(@Nullable String mode, @Nullable List<@Nullable Operation> operations) {
        boolean atomic() {
            return switch (Optional.ofNullable(mode).orElse("atomic")) {
                case "atomic" -> true;
                case "independent" -> false;
                default -> throw Problem.of(400, "api.malformed", Map.of("reason", "mode"));
            };
        }

        List<Asked> asked() {
            var given = operations == null ? List.<@Nullable Operation>of() : operations;
            if (given.size() > MOST) {
                throw Problem.of(413, "api.too-large", Map.of());
            }
            var asked = new ArrayList<Asked>();
            for (var operation : given) {
                var place = "/operations/" + asked.size();
                if (operation == null) {
                    throw Problem.at(400, "api.malformed", place, Map.of("reason", place));
                }
                asked.add(operation.read(place));
            }
            return asked;
        }
    }

    /**
     * One operation as it is sent.
     *
     * @param method create, update, upsert or delete
     * @param key as in an address: {@code number:P-1001}; for update and delete
     * @param version that was read; absent to overwrite whatever is there
     */
    record Operation(@Nullable String method, @Nullable String key, @Nullable Integer version, @Nullable Map<String, Object> data) {
        Asked read(String place) {
            var values = Optional.ofNullable(data).orElse(Map.of());
            var address = Optional.ofNullable(key).orElse("");
            var way = Optional.ofNullable(method).orElse("");
            var addressed = way.equals("update") || way.equals("delete");
            if (!addressed && !way.equals("create") && !way.equals("upsert")) {
                throw Problem.at(400, "api.malformed", place + "/method", Map.of("reason", place + "/method"));
            }
            if (addressed ? !address.startsWith(NUMBER) : !address.isEmpty()) {
                throw Problem.at(400, "api.malformed", place + "/key", Map.of("reason", place + "/key"));
            }
            var number = addressed ? address.substring(NUMBER.length()) : String.valueOf(values.getOrDefault("number", ""));
            return new Asked(way, number.toUpperCase(Locale.ROOT), Optional.ofNullable(version).orElse(0), values, place);
        }
    }

    /** One operation as it is meant; version 0 overwrites whatever is there. */
    private record Asked(String method, String number, int version, Map<String, Object> values, String place) {}

    /** @param dryRun everything is checked and answered, and nothing is kept */
    ResponseEntity<String> answer(DocumentResource resource, Request request, boolean dryRun, String idempotencyKey) {
        calls.permissions().require(resource.change());
        var asked = request.asked();
        var atomic = request.atomic();
        Supplier<String> work = () -> calls.write(Map.of("operations", asked.stream().map(one -> atomic ? done(resource, one) : attempted(resource, one)).toList()));
        return dryRun
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(calls.tried(work))
                : calls.onceKeyed(idempotencyKey, "POST " + resource.collection() + "/bulk" + calls.request(request), () -> CallAnswer.of(200, work.get()));
    }

    /** Does it; a refusal says to which operation it belongs, and ends all of them. */
    private Map<String, Object> done(DocumentResource resource, Asked asked) {
        try {
            return one(resource, asked);
        } catch (Problem refused) {
            throw new Problem(placed(refused.facts(), asked.place()));
        }
    }

    /** Does it, or says why not and leaves nothing of it. */
    private Map<String, Object> attempted(DocumentResource resource, Asked asked) {
        try {
            return Optional.ofNullable(nested.execute(_ -> one(resource, asked))).orElseThrow();
        } catch (Problem refused) {
            var facts = placed(refused.facts(), asked.place());
            var errors = facts.parts().stream().map(part -> Map.of("code", part.code(), "pointer", part.pointer(), "params", part.parameters())).toList();
            return Map.of("status", facts.status(), "problem", Map.of("code", facts.code(), "errors", errors));
        }
    }

    private static Problem.Facts placed(Problem.Facts facts, String place) {
        var parts = facts.parts().isEmpty() ? List.of(new Problem.Part(facts.code(), "error", "", Map.of(), facts.parameters())) : facts.parts();
        return new Problem.Facts(facts.status(), facts.code(), facts.parameters(), parts.stream()
                .map(part -> new Problem.Part(part.code(), part.severity(), place + "/data" + part.pointer(), part.target(), part.parameters())).toList());
    }

    private Map<String, Object> one(DocumentResource resource, Asked asked) {
        var key = DocumentCalls.key(resource, asked.number());
        return switch (asked.method()) {
            case "create" -> created(resource, asked);
            case "upsert" -> asked.number().isEmpty() || documents.find(key).isEmpty() ? created(resource, asked) : changed(resource, key, asked);
            case "update" -> changed(resource, key, asked);
            default -> {
                calls.kept(resource, changeDocument.delete(change(key, asked)), Sent.nothing(key));
                yield Map.of("status", 204);
            }
        };
    }

    private Map<String, Object> created(DocumentResource resource, Asked asked) {
        var body = new DocumentBody(resource, calls.resolved(asked.values()));
        var draft = new ChangeDocument.Draft(body.key(), body.partner(), LocalDate.now(Clock.systemDefaultZone()), body.header(), body.lines());
        return answer(201, resource, calls.created(resource, changeDocument.create(draft, calls.permissions().login())));
    }

    private Map<String, Object> changed(DocumentResource resource, DocumentKey key, Asked asked) {
        var sent = Sent.header(key, asked.values());
        var header = new DocumentBody(resource, calls.writable(resource, sent)).header();
        return answer(200, resource, calls.kept(resource, changeDocument.head(change(key, asked), header), sent));
    }

    private EditDocument.Change change(DocumentKey key, Asked asked) {
        return new EditDocument.Change(key, asked.version(), calls.permissions().login());
    }

    private Map<String, Object> answer(int status, DocumentResource resource, StoredDocument document) {
        return Map.of("status", status, "record", calls.answers(resource).document(document));
    }
}
