package org.stockbook.platform.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.security.Permissions;

/** Makes and changes records of any kind, one or many: all or none, with every reason against each. */
@Component
public class SaveRecords {
    private final DSLContext database;
    private final RecordTypes types;
    private final Permissions permissions;
    private final AuditLog audit;

    SaveRecords(DSLContext database, RecordTypes types, Permissions permissions, AuditLog audit) {
        this.database = database;
        this.types = types;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** What is to happen where a record is there already, or not. */
    public enum Mode {
        /** Only new ones. */
        CREATE,
        /** Only the one addressed. */
        CHANGE,
        /** Whatever fits, by the human key. */
        CREATE_OR_CHANGE,
        /** As CREATE_OR_CHANGE, but nothing is kept. */
        TRY
    }

    /** Keeps drafts of one kind of record, or says why not. */
    @Transactional
    public RecordOutcome save(String collection, Mode mode, List<RecordDraft> drafts) {
        var type = types.of(collection);
        permissions.require(type.change());
        var reading = new DraftReading(type);
        var typed = drafts.stream().map(reading::read).toList();
        var found = existing(type, typed);
        if (mode == Mode.CHANGE) {
            var refusal = staleOrMissing(type, typed, found);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return save(type, mode, new Work(typed, found, new ArrayList<>(reading.issues())));
    }

    /** What is known of the drafts. */
    private record Work(List<DraftReading.Typed> drafts, Map<String, Map<String, Object>> existing, List<RecordIssue> issues) {}

    private RecordOutcome save(RecordType type, Mode mode, Work work) {
        var changes = complete(type, changes(type, work));
        var issues = work.issues();
        if (mode == Mode.CREATE) {
            changes.stream().filter(change -> !change.isNew()).forEach(change -> issues.add(taken(type, change)));
        }
        var unseen = new RecordReader(database, type).takenUnseen(changes.stream().filter(RecordChange::isNew).map(RecordChange::after).toList());
        changes.stream().filter(change -> unseen.contains(type.keyText(change.after()))).forEach(change -> issues.add(taken(type, change)));
        var unread = issues.stream().map(issue -> issue.row() + "/" + issue.field()).collect(Collectors.toSet());
        // A value that cannot be read is not also missing, and no key twice.
        Stream.concat(duplicates(type, changes).stream(), blanks(type, changes).stream())
                .filter(issue -> !unread.contains(issue.row() + "/" + issue.field())).forEach(issues::add);
        var references = ReferenceKeys.of(database, type, changes);
        issues.addAll(references.issues(changes));
        type.rules().checks().forEach(check -> issues.addAll(check.check(changes)));
        if (!issues.isEmpty()) {
            undo();
            return new RecordOutcome.Refused(issues);
        }
        return write(type, mode, changes);
    }

    private RecordOutcome write(RecordType type, Mode mode, List<RecordChange> changes) {
        var fresh = changes.stream().filter(RecordChange::isNew).toList();
        var changed = changes.stream().filter(change -> !change.isNew()).filter(SaveRecords::changesAnything).toList();
        waves(type, fresh).forEach(wave -> new RecordWriter(database, type, ReferenceKeys.of(database, type, wave)).insert(wave));
        new RecordWriter(database, type, ReferenceKeys.of(database, type, changed)).update(changed);
        var written = new ArrayList<>(fresh);
        written.addAll(changed);
        type.rules().effects().forEach(effect -> effect.apply(written));
        audit.saved(type, written);
        var rows = new RecordReader(database, type).byKeys(changes.stream().map(RecordChange::after).toList(), false);
        if (mode == Mode.TRY) {
            undo();
        }
        return new RecordOutcome.Saved(
                changes.stream().map(change -> Optional.ofNullable(rows.get(type.keyText(change.after()))).orElseThrow()).toList(), fresh.size(), changed.size());
    }

    /** New records that refer to others of their kind come after those. */
    private static List<List<RecordChange>> waves(RecordType type, List<RecordChange> fresh) {
        var own = type.fields().stream().filter(type::refersToItself).map(RecordField::name).toList();
        var waves = new ArrayList<List<RecordChange>>();
        var left = new ArrayList<>(fresh);
        while (!left.isEmpty()) {
            var waiting = left.stream().map(change -> type.keyText(change.after())).collect(Collectors.toSet());
            var wave = left.stream().filter(change -> own.stream().noneMatch(field -> waiting.contains(change.text(field)))).toList();
            waves.add(wave.isEmpty() ? List.copyOf(left) : wave);
            left.removeAll(waves.getLast());
        }
        return waves;
    }

    private static void undo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    private static boolean changesAnything(RecordChange change) {
        return change.namedFields().stream().anyMatch(change::changes);
    }

    /** The records that the drafts are about, locked, by the text of their key or address. */
    private Map<String, Map<String, Object>> existing(RecordType type, List<DraftReading.Typed> drafts) {
        var reader = new RecordReader(database, type);
        var found = new HashMap<String, Map<String, Object>>();
        var byKey = drafts.stream().filter(draft -> draft.address().isEmpty()).map(DraftReading.Typed::values).toList();
        if (!byKey.isEmpty()) {
            reader.byKeys(byKey, true).forEach((key, row) -> found.put(key, row.values()));
        }
        drafts.stream().filter(draft -> !draft.address().isEmpty())
                .forEach(draft -> reader.byAddress(draft.address(), true).forEach(row -> found.put(draft.address().toString(), row.values())));
        return found;
    }

    private static Optional<RecordOutcome> staleOrMissing(RecordType type, List<DraftReading.Typed> drafts, Map<String, Map<String, Object>> found) {
        for (var draft : drafts) {
            var before = before(type, draft, found);
            if (before.isEmpty()) {
                return Optional.of(new RecordOutcome.NotThere());
            }
            var version = Long.parseLong(String.valueOf(before.getOrDefault("version", 0)));
            if (draft.version().isPresent() && draft.version().getAsLong() != version) {
                return Optional.of(new RecordOutcome.ChangedByAnother(version));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> before(RecordType type, DraftReading.Typed draft, Map<String, Map<String, Object>> found) {
        return found.getOrDefault(draft.address().isEmpty() ? type.keyText(draft.values()) : draft.address().toString(), Map.of());
    }

    private static List<RecordChange> changes(RecordType type, Work work) {
        return work.drafts().stream().map(draft -> {
            var before = before(type, draft, work.existing());
            var after = new LinkedHashMap<>(before);
            draft.values().forEach((field, value) -> {
                if (Values.isBlank(value)) {
                    after.remove(field);
                } else {
                    after.put(field, value);
                }
            });
            return new RecordChange(draft.row(), Long.parseLong(String.valueOf(before.getOrDefault("id", 0))), before, draft.values(), after);
        }).toList();
    }

    private static List<RecordChange> complete(RecordType type, List<RecordChange> changes) {
        var completed = changes;
        for (var completion : type.rules().completion()) {
            completed = completion.complete(completed);
        }
        return completed;
    }

    private static RecordIssue taken(RecordType type, RecordChange change) {
        return change.issue(type.key().isEmpty() ? "" : type.key().getLast().name(), type.rules().codes().exists(),
                Map.of("key", type.keyText(change.after()), "item", change.text("number")));
    }

    /** A key twice in one set of drafts: the later one is refused, because nobody can say which is meant. */
    private static List<RecordIssue> duplicates(RecordType type, List<RecordChange> changes) {
        var seen = new HashMap<String, Integer>();
        var issues = new ArrayList<RecordIssue>();
        changes.forEach(change -> Optional.ofNullable(seen.putIfAbsent(type.keyText(change.after()), change.row()))
                .filter(_ -> !type.single())
                .ifPresent(_ -> issues.add(taken(type, change))));
        return issues;
    }

    private static List<RecordIssue> blanks(RecordType type, List<RecordChange> changes) {
        return changes.stream().flatMap(change -> type.fields().stream()
                        .filter(field -> field.is(Trait.REQUIRED) && change.value(field.name()).isEmpty())
                        .filter(field -> change.isNew() || change.names(field.name()))
                        .map(field -> change.issue(field.name(), "common.field-required", Map.of("field", field.name()))))
                .toList();
    }
}
