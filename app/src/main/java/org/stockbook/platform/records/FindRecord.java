package org.stockbook.platform.records;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permissions;

/** Finds one record. */
@Component
public class FindRecord {
    private final DSLContext database;
    private final RecordTypes types;
    private final Permissions permissions;

    FindRecord(DSLContext database, RecordTypes types, Permissions permissions) {
        this.database = database;
        this.types = types;
        this.permissions = permissions;
    }

    /**
     * The record at an address, if there is one.
     *
     * @param address {@code id} or all fields of the key
     */
    @Transactional(readOnly = true)
    public Optional<Row> find(String collection, Map<String, Object> address) {
        var type = types.of(collection);
        permissions.require(type.read());
        var reading = new DraftReading(type).read(RecordDraft.of(0, address));
        return new RecordReader(database, type).byAddress(reading.values(), false).stream().findFirst();
    }
}
