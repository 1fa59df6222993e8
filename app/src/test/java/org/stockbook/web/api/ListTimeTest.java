package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Spec: api, section 7: a list that keeps the database busy for too long is stopped; other work is not. */
@SpringBootTest(properties = {"stockbook.books-of-test=ListTimeTest", "stockbook.list-seconds=1"})
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ListTimeTest {
    @Autowired
    private DSLContext database;

    @Test
    void a_list_is_stopped_in_time_and_what_is_no_list_is_not() {
        var slow = DSL.table("(SELECT 1 AS number, pg_sleep(4)) AS slow");
        var rows = new TableRows(database, _ -> slow, Map.of("number", DSL.field("number", SQLDataType.INTEGER)), List.of(Sort.ascending("number")));
        assertThatThrownBy(() -> rows.read(RowRequest.of(Criterion.EVERYTHING).page(0, 10))).isInstanceOf(DataAccessException.class)
                .rootCause().hasMessageContaining("canceling statement");
        assertThat(database.fetchValue("SELECT 1 FROM pg_sleep(1.5)")).isEqualTo(1);
    }
}
