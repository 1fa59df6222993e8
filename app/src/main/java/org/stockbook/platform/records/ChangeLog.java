package org.stockbook.platform.records;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.AUDIT_LOG;
import static org.stockbook.platform.database.jooq.Tables.CHANGE_LOG;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Who changed which field of which record, when, from what, to what: one row a field, the newest first. */
@Component
public class ChangeLog {
    private final DSLContext database;
    private final RecordTypes types;

    ChangeLog(DSLContext database, RecordTypes types) {
        this.database = database;
        this.types = types;
    }

    /** The log; records are named by their collection and key, as programs know them. */
    public RowSource rows() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", CHANGE_LOG.ENTRY_NO);
        fields.put("changedAt", CHANGE_LOG.HAPPENED_AT);
        fields.put("login", APP_USER.LOGIN);
        fields.put("collection", collection());
        fields.put("recordCode", CHANGE_LOG.RECORD_CODE);
        fields.put("changeAction", CHANGE_LOG.ACTION);
        fields.put("fieldName", CHANGE_LOG.FIELD_NAME);
        fields.put("oldValue", CHANGE_LOG.OLD_VALUE);
        fields.put("newValue", CHANGE_LOG.NEW_VALUE);
        return new TableRows(database, _ -> CHANGE_LOG.join(APP_USER).on(APP_USER.ID.eq(CHANGE_LOG.USER_ID)), fields, List.of(Sort.descending("entryNumber")));
    }

    /** Who changed a record last, and when. */
    public Optional<Change> last(RecordType type, String key) {
        return database.select(APP_USER.LOGIN, AUDIT_LOG.HAPPENED_AT).from(AUDIT_LOG).join(APP_USER).on(APP_USER.ID.eq(AUDIT_LOG.USER_ID))
                .where(AUDIT_LOG.TABLE_NAME.eq(type.table().getName()).and(AUDIT_LOG.RECORD_CODE.eq(key))).orderBy(AUDIT_LOG.HAPPENED_AT.desc(), AUDIT_LOG.ID.desc()).limit(1)
                .fetchOptional(row -> new Change(row.value1(), row.value2().toInstant()));
    }

    /** A change of a record. */
    public record Change(String login, Instant at) {}

    private Field<String> collection() {
        var known = types.all();
        if (known.isEmpty()) {
            return CHANGE_LOG.TABLE_NAME;
        }
        var names = new LinkedHashMap<Field<String>, Field<String>>();
        known.forEach(type -> names.put(DSL.inline(type.table().getName()), DSL.inline(type.collection())));
        return DSL.case_(CHANGE_LOG.TABLE_NAME).mapFields(names).else_(CHANGE_LOG.TABLE_NAME);
    }
}
