package org.stockbook.platform.records;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.AUDIT_LOG;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.platform.database.jooq.enums.AuditAction;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.json.JsonMapper;

/** Keeps who changed what, when, from what, to what (spec: finance, section 11). */
@Component
final class AuditLog {
    private static final int AT_ONCE = 1000;

    private final DSLContext database;
    private final Permissions permissions;
    private final JsonMapper json;

    AuditLog(DSLContext database, Permissions permissions, JsonMapper json) {
        this.database = database;
        this.permissions = permissions;
        this.json = json;
    }

    void saved(RecordType type, List<RecordChange> changes) {
        write(type, changes.stream().map(change -> new Entry(type.keyText(change.isNew() ? change.after() : change.before()),
                change.isNew() ? AuditAction.INSERT : AuditAction.UPDATE, differences(change.before(), change.after()))).toList());
    }

    void deleted(RecordType type, RecordChange change) {
        write(type, List.of(new Entry(type.keyText(change.before()), AuditAction.DELETE, differences(change.before(), Map.of()))));
        tell(type, change);
    }

    /** For those who keep a copy of the records and ask what is gone since. */
    private void tell(RecordType type, RecordChange change) {
        database.execute("INSERT INTO deletion (collection, record_id, record_key) VALUES (?, ?, ?)", type.collection(), change.id(), type.keyText(change.before()));
    }

    private void write(RecordType type, List<Entry> entries) {
        var user = user();
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            var rows = entries.subList(from, Math.min(entries.size(), from + AT_ONCE)).stream()
                    .map(entry -> DSL.row(user, type.table().getName(), entry.key(), entry.action(), JSONB.valueOf(json.writeValueAsString(entry.values()))))
                    .toList();
            database.insertInto(AUDIT_LOG, AUDIT_LOG.USER_ID, AUDIT_LOG.TABLE_NAME, AUDIT_LOG.RECORD_CODE, AUDIT_LOG.ACTION, AUDIT_LOG.CHANGED_VALUES)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    /** Stockbook itself stands in the table with key 0. */
    private long user() {
        return database.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(permissions.login())).fetchOptional(APP_USER.ID).orElse(0L);
    }

    private static Map<String, List<String>> differences(Map<String, Object> before, Map<String, Object> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeAll(List.of("id", "version"));
        var differences = new LinkedHashMap<String, List<String>>();
        names.stream().filter(name -> !Values.same(before.get(name), after.get(name)))
                .forEach(name -> differences.put(name, List.of(text(before, name), text(after, name))));
        return differences;
    }

    private static String text(Map<String, Object> values, String name) {
        return values.containsKey(name) ? String.valueOf(values.get(name)) : "";
    }

    private record Entry(String key, AuditAction action, Map<String, List<String>> values) {}
}
