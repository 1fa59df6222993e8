package org.stockbook.platform.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Turns the codes of references into keys: one query per kind of record referred to, however many drafts there are. */
final class ReferenceKeys {
    private final DSLContext database;
    private final RecordType type;
    private final Map<String, Map<Code, Long>> byField = new HashMap<>();

    private ReferenceKeys(DSLContext database, RecordType type) {
        this.database = database;
        this.type = type;
    }

    /**
     * A code and the key of the record within which it is unique.
     *
     * @param scope 0 where codes are unique everywhere
     */
    private record Code(long scope, String code) {}

    static ReferenceKeys of(DSLContext database, RecordType type, List<RecordChange> changes) {
        var keys = new ReferenceKeys(database, type);
        // Codes without scope first: they are the scopes of the others.
        type.fields().stream().filter(field -> field.lookup().filter(lookup -> lookup.scope().isEmpty()).isPresent()).forEach(field -> keys.load(field, changes));
        type.fields().stream().filter(field -> field.lookup().filter(lookup -> lookup.scope().isPresent()).isPresent()).forEach(field -> keys.load(field, changes));
        return keys;
    }

    private void load(RecordField field, List<RecordChange> changes) {
        var lookup = field.lookup().orElseThrow();
        var wanted = new HashSet<Code>();
        changes.forEach(change -> code(lookup, field, change).ifPresent(wanted::add));
        var found = new HashMap<Code, Long>();
        if (!wanted.isEmpty()) {
            var scope = lookup.scope().map(Lookup.Scope::column).orElse(DSL.inline(0L));
            database.select(scope, lookup.code(), lookup.id()).from(lookup.table()).where(isAmong(lookup, wanted))
                    .forEach(row -> found.put(new Code(Optional.ofNullable(row.value1()).orElse(0L), row.value2()), row.value3()));
        }
        byField.put(field.name(), found);
    }

    private static Condition isAmong(Lookup lookup, Set<Code> wanted) {
        return lookup.code().in(wanted.stream().map(Code::code).toList());
    }

    /** The code to look up; nothing where the field is blank and blank is no record, or its scope is unknown. */
    private Optional<Code> code(Lookup lookup, RecordField field, RecordChange change) {
        var text = change.text(field.name());
        if (text.isEmpty() && (field.column().getDataType().nullable() || lookup.scope().isPresent())) {
            return Optional.empty();
        }
        return lookup.scope().isEmpty()
                ? Optional.of(new Code(0, text))
                : type.field(lookup.scope().get().field()).flatMap(scope -> key(scope, change)).map(scope -> new Code(scope, text));
    }

    /** The key of the record that this change refers to by a field; empty where it refers to none or to one that is not there. */
    Optional<Long> key(RecordField field, RecordChange change) {
        var lookup = field.lookup().orElseThrow();
        var blankWithinScope = change.text(field.name()).isEmpty() && lookup.scope().isPresent() && !field.column().getDataType().nullable();
        return blankWithinScope
                ? Optional.of(0L)
                : code(lookup, field, change).flatMap(code -> Optional.ofNullable(byField.getOrDefault(field.name(), Map.of()).get(code)));
    }

    /** Every reference that leads nowhere; a code that several fields took from one is refused once. */
    List<RecordIssue> issues(List<RecordChange> changes) {
        var said = new HashSet<String>();
        var made = changes.stream().map(change -> type.keyText(change.after())).collect(Collectors.toSet());
        return changes.stream().flatMap(change -> type.fields().stream()
                        .filter(field -> field.lookup().isPresent() && !change.text(field.name()).isEmpty())
                        .filter(field -> change.names(field.name()) && key(field, change).isEmpty())
                        .filter(field -> !type.refersToItself(field) || !made.contains(change.text(field.name())))
                        .filter(field -> said.add(change.row() + field.lookup().orElseThrow().collection() + change.text(field.name())))
                        .map(field -> change.issue(field.name(), field.lookup().orElseThrow().unknownCode(),
                                Map.of("field", field.name(), "value", change.text(field.name()), "unit", change.text(field.name()),
                                        "item", type.keyText(change.after())))))
                .toList();
    }
}
