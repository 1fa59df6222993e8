package org.stockbook.inventory.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.database.CompanyDataSource;
import org.stockbook.platform.database.ScratchDatabase;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/** Runs are held as long as they go on, each in its own company. */
@SpringBootTest(properties = "stockbook.books-of-test=RunLogInPostgresTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class RunLogInPostgresTest {
    private static final String HELD = """
            SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid = ? AND objsubid = 2
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1""";
    private static final String SESSIONS = """
            SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = ? AND objsubid = 2""";

    @Autowired
    private RunLog log;

    @Autowired
    private CompanyDataSource companies;

    @Autowired
    private DSLContext dsl;

    @Test
    void runs_of_two_companies_are_held_apart_even_where_they_have_the_same_number() {
        try (var other = ScratchDatabase.cloneOf(ScratchDatabase.migratedTemplate())) {
            var here = begin();
            other.dsl().execute("SELECT setval(pg_get_serial_sequence('cost_run', 'id'), ?, false)", here.number());
            var there = companies.call(other.dataSource(), this::begin);
            assertThat(there.number()).isEqualTo(here.number());
            var second = begin();

            here.close();
            assertThat(heldIn(dsl)).containsExactly(second.number());
            assertThat(heldIn(other.dsl())).containsExactly(there.number());
            assertThat(dsl.fetchSingle(SESSIONS, HeldRuns.LOCKS).get(0, Integer.class)).isEqualTo(2);

            there.close();
            second.close();
            assertThat(heldIn(dsl)).isEmpty();
            assertThat(heldIn(other.dsl())).isEmpty();
        }
    }

    @Test
    void when_their_session_breaks_the_next_run_holds_all_that_go_on() {
        var first = begin();
        dsl.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = ?", HeldRuns.LOCKS);
        var second = begin();

        assertThat(heldIn(dsl)).containsExactly(first.number(), second.number());
        first.close();
        second.close();
    }

    private RunLog.Held begin() {
        return log.begin(new RunLog.Beginning(RunLog.Kind.VERIFICATION, RunLog.Origin.COMMAND_LINE, SignedInUser.STOCKBOOK.login(), Set.of(), 0));
    }

    private static Iterable<Long> heldIn(DSLContext company) {
        return company.fetch(HELD, HeldRuns.LOCKS).getValues(0, Long.class);
    }
}
