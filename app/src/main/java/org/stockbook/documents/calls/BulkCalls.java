package org.stockbook.documents.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** Many documents of a collection in one request: all or none, or each for itself (spec: api, section 5). */
@Component
public class BulkCalls {
    private static final int MOST = 10_000;
    private static final String NUMBER = "number:";

    private final CallOutcomes outcomes;
    private final Identities identities;
    private final Views views;
    private final TransactionTemplate nested;

    BulkCalls(CallOutcomes outcomes, Identities identities, Views views, PlatformTransactionManager transactions) {
        this.views = views;
        this.outcomes = outcomes;
        this.identities = identities;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What is done with the documents of a collection; each way answers with the record as it is then, or throws a problem. Values have numbers and
     * codes in place of ids.
     */
    public interface Work {
        String collection();

        /** The documents that are there, with their numbers and the column {@code id}. */
        RowSource rows();

        boolean isThere(String number);

        Map<String, Object> create(Map<String, Object> values);

        /** @param version that was read; 0 overwrites whatever is there */
        Map<String, Object> change(String number, int version, Map<String, Object> values);

        /** @param version that was read; 0 for whatever is there */
        void delete(String number, int version);
    }

    /**
     * What is asked.
     *
     * @param mode {@code atomic}, the default, or {@code independent}
     */
    public record Request(@Nullable String mode, @Nullable List<@Nullable Operation> operations) {
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
     * @param key as in an address: an id or {@code number:P-1001}; for update and delete
     * @param version that was read; absent to overwrite whatever is there
     */
    public record Operation(@Nullable String method, @Nullable String key, @Nullable Integer version, @Nullable Map<String, Object> data) {
        private Asked read(String place) {
            var values = Optional.ofNullable(data).orElse(Map.of());
            var address = Optional.ofNullable(key).orElse("");
            var way = Optional.ofNullable(method).orElse("");
            var addressed = way.equals("update") || way.equals("delete");
            if (!addressed && !way.equals("create") && !way.equals("upsert")) {
                throw Problem.at(400, "api.malformed", place + "/method", Map.of("reason", place + "/method"));
            }
            if (addressed ? !address.startsWith(NUMBER) && !Identities.isId(address) : !address.isEmpty()) {
                throw Problem.at(400, "api.malformed", place + "/key", Map.of("reason", place + "/key"));
            }
            var named = addressed ? address.replaceFirst("^" + NUMBER, "") : String.valueOf(values.getOrDefault("number", ""));
            return new Asked(way, Identities.isId(address) ? address : named.toUpperCase(Locale.ROOT), Optional.ofNullable(version).orElse(0), values, place);
        }
    }

    /**
     * One operation as it is meant; version 0 overwrites whatever is there.
     *
     * @param document its number or its id
     */
    private record Asked(String method, String document, int version, Map<String, Object> values, String place) {}

    /** The operations of a request, and what has been looked up for all of them. */
    private record Looked(List<Asked> asked, Map<String, String> numbers, UnaryOperator<Map<String, Object>> resolving) {
        private String number(Asked one) {
            return numbers.getOrDefault(one.document(), one.document());
        }
    }

    /** @param dryRun everything is checked and answered, and nothing is kept */
    public ResponseEntity<String> answer(Work work, Request request, boolean dryRun, String idempotencyKey) {
        var asked = request.asked();
        var atomic = request.atomic();
        Supplier<String> effect = () -> {
            var looked = new Looked(asked, numbers(work, asked), outcomes.resolving(asked.stream().map(Asked::values).toList()));
            return outcomes.write(Map.of("operations", asked.stream().map(one -> atomic ? done(work, looked, one) : attempted(work, looked, one)).toList()));
        };
        return dryRun
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(outcomes.tried(effect))
                : outcomes.onceKeyed(idempotencyKey, "POST " + work.collection() + "/bulk" + outcomes.request(request), () -> CallAnswer.of(200, effect.get()));
    }

    /** The numbers of the documents that ids mean, by one query. */
    private Map<String, String> numbers(Work work, List<Asked> asked) {
        var ids = new HashMap<Object, String>();
        asked.forEach(one -> identities.key(work.collection(), one.document()).ifPresent(key -> ids.put(key, one.document())));
        var numbers = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            work.rows().read(RowRequest.of(new Criterion.OneOf("id", List.copyOf(ids.keySet()))).selecting(Set.of("id", "number")).page(0, MOST)).rows()
                    .forEach(row -> row.value("id").flatMap(key -> Optional.ofNullable(ids.get(key))).ifPresent(id -> numbers.put(id, row.text("number"))));
        }
        return numbers;
    }

    /** Does it; a refusal says to which operation it belongs, and ends all of them. */
    private static Map<String, Object> done(Work work, Looked looked, Asked asked) {
        try {
            return one(work, looked, asked);
        } catch (Problem refused) {
            throw new Problem(placed(refused.facts(), asked.place()));
        }
    }

    /** Does it, or says why not and leaves nothing of it. */
    private Map<String, Object> attempted(Work work, Looked looked, Asked asked) {
        try {
            return Optional.ofNullable(nested.execute(_ -> one(work, looked, asked))).orElseThrow();
        } catch (Problem refused) {
            var facts = placed(refused.facts(), asked.place());
            var errors = facts.parts().stream().map(part -> Map.of("code", part.code(), "pointer", part.pointer(), "message", views.current().refusal(part.code(), part.parameters()), "params", part.parameters())).toList();
            return Map.of("status", facts.status(), "problem", Map.of("code", facts.code(), "detail", views.current().refusal(facts.code(), facts.parameters()), "errors", errors));
        }
    }

    private static Problem.Facts placed(Problem.Facts facts, String place) {
        var parts = facts.parts().isEmpty() ? List.of(new Problem.Part(facts.code(), "error", "", Map.of(), facts.parameters())) : facts.parts();
        return new Problem.Facts(facts.status(), facts.code(), facts.parameters(), parts.stream()
                .map(part -> new Problem.Part(part.code(), part.severity(), place + "/data" + part.pointer(), part.target(), part.parameters())).toList());
    }

    private static Map<String, Object> one(Work work, Looked looked, Asked asked) {
        var number = looked.number(asked);
        return switch (asked.method()) {
            case "create" -> Map.of("status", 201, "record", work.create(looked.resolving().apply(asked.values())));
            case "upsert" -> number.isEmpty() || !work.isThere(number)
                    ? Map.of("status", 201, "record", work.create(looked.resolving().apply(asked.values())))
                    : Map.of("status", 200, "record", work.change(number, asked.version(), looked.resolving().apply(asked.values())));
            case "update" -> Map.of("status", 200, "record", work.change(number, asked.version(), looked.resolving().apply(asked.values())));
            default -> {
                work.delete(number, asked.version());
                yield Map.of("status", 204);
            }
        };
    }
}
