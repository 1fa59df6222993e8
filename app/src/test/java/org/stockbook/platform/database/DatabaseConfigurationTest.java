package org.stockbook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig
@ContextConfiguration(classes = DatabaseConfiguration.class, initializers = ScratchDatabaseInitializer.class)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class, FlywayAutoConfiguration.class, JooqAutoConfiguration.class})
class DatabaseConfigurationTest {

    @Autowired
    private DSLContext dsl;

    @Autowired
    private CompanyDataSource companies;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void the_program_works_on_the_migrated_database_in_universal_time() {
        assertThat(dsl.fetchValue("SHOW TimeZone")).isEqualTo("UTC");
        assertThat(dsl.fetchValue("SELECT count(*) FROM flyway_schema_history WHERE NOT success")).isEqualTo(0L);
        assertThat(dsl.render(DSL.name("plain_name"))).isEqualTo("plain_name");
    }

    @Test
    void a_call_for_another_company_works_on_its_database_in_one_transaction() {
        try (var other = ScratchDatabase.create()) {
            DataSource otherCompany = other.dataSource();
            var names = companies.call(otherCompany, () -> transactions.execute(_ -> {
                dsl.execute("CREATE TABLE only_here (key bigint)");
                return dsl.fetchValue("SELECT current_database()");
            }));

            assertThat(names).isEqualTo(other.address().database());
            assertThat(other.dsl().fetchCount(DSL.table("only_here"))).isZero();
            assertThat(dsl.fetchValue("SELECT current_database()")).isNotEqualTo(other.address().database());
        }
    }
}
