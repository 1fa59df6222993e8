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
 * @param kindred what tells the records of one kind apart where the table holds several
 * @param unknownCode the refusal of a code that is not there
 */
public record Lookup(String collection, Table<?> table, Field<Long> id, Field<String> code, Optional<Scope> scope, Optional<Kindred> kindred, String unknownCode) {
    /**
     * Where a code is unique.
     *
     * @param field of the referring record that names the scope
     * @param column of the records referred to that holds its key
     */
    public record Scope(String field, Field<Long> column) {}

    /**
     * Which of several kinds a key belongs to.
     *
     * @param column of the records referred to, by its name
     * @param kind what it must be, as the referring record says
     */
    public record Kindred(String column, Field<String> kind) {}

    public static Lookup of(String collection, Table<?> table, Field<Long> id, Field<String> code) {
        return new Lookup(collection, table, id, code, Optional.empty(), Optional.empty(), "api.reference-not-found");
    }

    public Lookup within(String field, Field<Long> column) {
        return new Lookup(collection, table, id, code, Optional.of(new Scope(field, column)), kindred, unknownCode);
    }

    public Lookup ofKind(String column, Field<String> kind) {
        return new Lookup(collection, table, id, code, scope, Optional.of(new Kindred(column, kind)), unknownCode);
    }

    public Lookup refusedBy(String newCode) {
        return new Lookup(collection, table, id, code, scope, kindred, newCode);
    }

    /** The code behind a key; an own alias, because a table may be referred to several times and by itself. */
    Field<String> codeOf(Field<Long> key) {
        var alias = table.getName() + "_" + Integer.toHexString(key.getName().hashCode());
        var otherCode = DSL.field(DSL.name(alias, code.getName()), String.class);
        var otherId = DSL.field(DSL.name(alias, id.getName()), Long.class);
        var ofKind = kindred.map(kin -> DSL.field(DSL.name(alias, kin.column()), String.class).eq(kin.kind())).orElse(DSL.noCondition());
        return DSL.field(DSL.select(otherCode).from(table.as(alias)).where(otherId.eq(key)).and(ofKind));
    }
}
