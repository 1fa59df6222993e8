package org.stockbook.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.records.DeleteRecord;
import org.stockbook.platform.identities.References;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** Calls the use cases of records and turns their refusals into problems. */
@Component
class RecordCalls {
    private final RecordTypes types;
    private final Resources resources;
    private final SaveRecords save;
    private final DeleteRecord delete;
    private final Permissions permissions;
    private final Views views;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;

    RecordCalls(RecordTypes types, Resources resources, SaveRecords save, DeleteRecord delete, Permissions permissions, Views views, PlatformTransactionManager transactions) {
        this.views = views;
        this.types = types;
        this.resources = resources;
        this.save = save;
        this.delete = delete;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    RecordType type(String collection) {
        return types.find(collection).orElseThrow(RecordCalls::notThere);
    }

    /** How records of a kind and what they name are known by ids. */
    Identification ids(RecordType type) {
        return resources.named(type.collection()).orElseThrow().ids();
    }

    Row saved(RecordType type, SaveRecords.Mode mode, RecordDraft draft) {
        return kept(type, save.save(type.collection(), mode, List.of(draft))).rows().getFirst();
    }

    /** What saving would make of a draft; nothing is kept. */
    Row tried(RecordType type, SaveRecords.Mode mode, RecordDraft draft) {
        return Optional.ofNullable(transaction.execute(status -> {
            status.setRollbackOnly();
            return saved(type, mode, draft);
        })).orElseThrow();
    }

    /** Many operations, each with its answer. */
    Map<String, Object> bulk(RecordType type, Bulk bulk, boolean dryRun) {
        return Optional.ofNullable(transaction.execute(status -> {
            if (dryRun) {
                status.setRollbackOnly();
            }
            return bulk.atomic() ? atomic(type, bulk) : independent(type, bulk);
        })).orElseThrow();
    }

    private Map<String, Object> atomic(RecordType type, Bulk bulk) {
        var answers = new TreeMap<Integer, Map<String, Object>>();
        bulk.runs().forEach(run -> {
            var refused = attempt(type, run, answers);
            if (!refused.isEmpty()) {
                throw refused.values().iterator().next();
            }
        });
        return Map.of("operations", List.copyOf(answers.values()));
    }

    /** All that can be done is done: in one go, and without those that were refused in another. */
    private Map<String, Object> independent(RecordType type, Bulk bulk) {
        var answers = new TreeMap<Integer, Map<String, Object>>();
        for (var run : bulk.runs()) {
            var left = run;
            while (!left.drafts().isEmpty()) {
                var refused = attempt(type, left, answers);
                refused.forEach((row, problem) -> answers.put(row, refusal(row, problem)));
                left = refused.isEmpty() ? left.none() : left.without(refused.keySet());
            }
        }
        return Map.of("operations", List.copyOf(answers.values()));
    }

    /** Does a run wholly or not at all; answers which operations stand in the way. */
    private Map<Integer, Problem> attempt(RecordType type, Bulk.Run run, Map<Integer, Map<String, Object>> answers) {
        try {
            nested.executeWithoutResult(_ -> run(type, run, answers));
            return Map.of();
        } catch (Problem problem) {
            run.rows().forEach(answers::remove);
            var bad = new TreeMap<Integer, Problem>();
            problem.facts().parts().forEach(part -> bad.put(operation(part), problem));
            bad.keySet().retainAll(run.rows());
            if (!bad.isEmpty()) {
                return bad;
            }
            return run.drafts().size() == 1 ? Map.of(run.drafts().getFirst().row(), problem) : firstRefused(type, run);
        }
    }

    /** A refusal that names no operation, such as a stale version: found by doing them one after another, of which nothing stays. */
    private Map<Integer, Problem> firstRefused(RecordType type, Bulk.Run run) {
        return Optional.ofNullable(nested.execute(status -> {
            status.setRollbackOnly();
            var refused = new TreeMap<Integer, Problem>();
            run.singly().forEach(one -> refused.putAll(attempt(type, one, new TreeMap<>())));
            return refused;
        })).orElseThrow();
    }

    private void run(RecordType type, Bulk.Run run, Map<Integer, Map<String, Object>> answers) {
        if (run.method() == Bulk.Method.DELETE) {
            run.drafts().forEach(draft -> {
                kept(type, delete.delete(type.collection(), draft.address(), draft.version()));
                answers.put(draft.row(), Map.of("status", 204));
            });
            return;
        }
        var saved = kept(type, save.save(type.collection(), run.method().mode(), run.drafts()));
        var bodies = bodies(type, saved.rows());
        for (int i = 0; i < run.drafts().size(); i++) {
            answers.put(run.drafts().get(i).row(), Map.of("status", run.method() == Bulk.Method.CREATE ? 201 : 200, "record", bodies.get(i)));
        }
    }

    private Map<String, Object> refusal(int row, Problem problem) {
        var facts = problem.facts();
        var errors = facts.parts().stream().filter(part -> operation(part) == row)
                .map(part -> Map.of("code", part.code(), "pointer", part.pointer(), "message", views.current().refusal(part.code(), part.parameters()), "params", part.parameters())).toList();
        return Map.of("status", facts.status(), "problem", Map.of("code", errors.isEmpty() ? facts.code() : errors.getFirst().get("code"), "detail", views.current().refusal(facts.code(), facts.parameters()), "errors", errors));
    }

    private static int operation(Problem.Part part) {
        return part.target().get("operation") instanceof Integer row ? row : -1;
    }

    /** The record as the caller may see it. */
    Map<String, Object> body(RecordType type, Row row) {
        return bodies(type, List.of(row)).getFirst();
    }

    private List<Map<String, Object>> bodies(RecordType type, List<Row> rows) {
        var ids = ids(type);
        var named = ids.named(rows, Set.of());
        return rows.stream().map(row -> {
            var whole = new LinkedHashMap<String, Object>();
            ids.id(row).ifPresent(id -> whole.put(Identification.ID, id));
            visible(type, row).forEach((name, value) -> {
                whole.putIfAbsent(name, value);
                ids.reference(References.idName(name)).filter(reference -> reference.column().equals(name))
                        .flatMap(reference -> ids.value(reference.name(), row, named)).ifPresent(id -> whole.put(References.idName(name), id));
            });
            row.value("version").ifPresent(version -> whole.put(Resource.ETAG, version.toString()));
            return (Map<String, Object>) whole;
        }).toList();
    }

    private Map<String, Object> visible(RecordType type, Row row) {
        var hidden = permissions.has(Permission.READ_COSTS) ? Set.<String>of() : type.fields().stream().filter(field -> field.is(RecordField.Trait.COST))
                .map(RecordField::name).collect(Collectors.toSet());
        var body = new LinkedHashMap<String, Object>();
        row.values().forEach((name, value) -> {
            if (!hidden.contains(name)) {
                body.put(name, value instanceof BigDecimal figure ? ApiValues.decimal(figure, false) : value);
            }
        });
        return body;
    }

    void delete(RecordType type, Map<String, Object> address, OptionalLong version) {
        kept(type, delete.delete(type.collection(), address, version));
    }

    private static RecordOutcome.Saved kept(RecordType type, RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Saved saved -> saved;
            case RecordOutcome.NotThere _ -> throw notThere();
            case RecordOutcome.ChangedByAnother another -> throw Problem.of(412, "common.changed-by-another", Map.of("version", another.version()));
            case RecordOutcome.Refused(var issues) -> throw refused(type, issues);
        };
    }

    static Problem notThere() {
        return Problem.of(404, "api.not-found", Map.of());
    }

    /** One reason stands for the problem as a whole; all of them stand in its errors. */
    private static Problem refused(RecordType type, List<RecordIssue> issues) {
        var parts = issues.stream().map(issue -> part(type, issue)).toList();
        var first = issues.getFirst();
        var status = first.code().equals("api.unknown-field") || first.code().equals("api.malformed") ? 400 : 422;
        return new Problem(new Problem.Facts(status, first.code(), first.parameters(), parts));
    }

    /** Among many operations a place begins with the one it belongs to. */
    private static Problem.Part part(RecordType type, RecordIssue issue) {
        var field = issue.field().isEmpty() ? "" : "/" + issue.field();
        return issue.row() < 0
                ? new Problem.Part(issue.code(), "error", field, Map.of("collection", type.collection(), "field", issue.field()), issue.parameters())
                : new Problem.Part(issue.code(), "error", "/operations/" + issue.row() + "/data" + field,
                        Map.of("collection", type.collection(), "field", issue.field(), "operation", issue.row()), issue.parameters());
    }
}
