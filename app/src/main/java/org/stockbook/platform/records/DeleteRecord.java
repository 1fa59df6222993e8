package org.stockbook.platform.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.stockbook.platform.security.Permissions;

/** Deletes a record that nothing uses. */
@Component
public class DeleteRecord {
    private final DSLContext database;
    private final RecordTypes types;
    private final Permissions permissions;
    private final AuditLog audit;

    DeleteRecord(DSLContext database, RecordTypes types, Permissions permissions, AuditLog audit) {
        this.database = database;
        this.types = types;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** Deletes the record at an address, or says why not; the answer names no row, because there is none any more. */
    @Transactional
    public RecordOutcome delete(String collection, Map<String, Object> address, OptionalLong version) {
        var type = types.of(collection);
        permissions.require(type.change());
        var reading = new DraftReading(type).read(new RecordDraft(0, address, version, Map.of()));
        var reader = new RecordReader(database, type);
        var found = reader.byAddress(reading.address(), true);
        if (found.isEmpty() || type.single()) {
            return new RecordOutcome.NotThere();
        }
        var before = found.getFirst().values();
        var current = Long.parseLong(String.valueOf(before.getOrDefault("version", 0)));
        if (version.isPresent() && version.getAsLong() != current) {
            return new RecordOutcome.ChangedByAnother(current);
        }
        var change = new RecordChange(0, Long.parseLong(String.valueOf(before.getOrDefault("id", 0))), before, Map.of(), Map.of());
        var issues = type.rules().deletionChecks().stream().flatMap(check -> check.check(List.of(change)).stream()).toList();
        return issues.isEmpty() ? delete(type, change) : new RecordOutcome.Refused(issues);
    }

    private RecordOutcome delete(RecordType type, RecordChange change) {
        try {
            var reader = new RecordReader(database, type);
            database.deleteFrom(type.table()).where(type.id().isPresent() ? type.id().get().eq(change.id()) : reader.isAddressed(change.before())).execute();
        } catch (DataIntegrityViolationException used) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new RecordOutcome.Refused(List.of(change.issue("", type.rules().codes().inUse(), Map.of("key", type.keyText(change.before()), "where", where(used)))));
        }
        audit.deleted(type, change);
        return new RecordOutcome.Saved(List.of(), 0, 0);
    }

    /** Which records use it, as programs know them. */
    private String where(DataIntegrityViolationException used) {
        var table = used.getMostSpecificCause() instanceof PSQLException refused && refused.getServerErrorMessage() != null
                ? Optional.ofNullable(refused.getServerErrorMessage().getTable()).orElse("")
                : "";
        return types.all().stream().filter(type -> type.table().getName().equals(table)).map(RecordType::collection).findFirst().orElse(table.replace('_', ' '));
    }
}
