package org.stockbook.platform.records;

import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Records that others refer to by their code.
 *
 * @param collection their name in the API
 * @param scope the record within which the code is unique, for instance the item of a variant
 * @param unknownCode the refusal of a code that is not there
 */
public record Lookup(String collection, Table<?> table, Field<Long> id, Field<String> code, Optional<Scope> scope, String unknownCode) {
    /**
     * Where a code is unique.
     *
     * @param field of the referring record that names the scope
     * @param column of the records referred to that holds its key
     */
    public record Scope(String field, Field<Long> column) {}

    public static Lookup of(String collection, Table<?> table, Field<Long> id, Field<String> code) {
        return new Lookup(collection, table, id, code, Optional.empty(), "api.reference-not-found");
    }

    public Lookup within(String field, Field<Long> column) {
        return new Lookup(collection, table, id, code, Optional.of(new Scope(field, column)), unknownCode);
    }

    public Lookup refusedBy(String newCode) {
        return new Lookup(collection, table, id, code, scope, newCode);
    }

    /** The code behind a key; an own alias, because a table may be referred to several times and by itself. */
    Field<String> codeOf(Field<Long> key) {
        var other = table.as(table.getName() + "_" + Integer.toHexString(key.getName().hashCode()));
        return DSL.field(DSL.select(Optional.ofNullable(other.field(code.getName(), String.class)).orElseThrow()).from(other).where(Optional.ofNullable(other.field(id.getName(), Long.class)).orElseThrow().eq(key)));
    }
}
