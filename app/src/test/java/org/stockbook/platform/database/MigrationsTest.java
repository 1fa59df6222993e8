package org.stockbook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@PostgresTest
class MigrationsTest {

    /** We write names without quotes, so none may be a word that SQL keeps for itself. */
    @Test
    void no_table_and_no_column_has_a_reserved_name(DSLContext dsl) {
        assertThat(dsl.fetch("""
                SELECT relname, attname
                  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                 WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND relkind IN ('r', 'p', 'v', 'm')
                   AND EXISTS (SELECT FROM pg_get_keywords()
                                WHERE catcode IN ('R', 'T') AND word IN (relname, attname))
                """)).isEmpty();
    }
}
