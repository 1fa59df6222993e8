package org.stockbook.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jooq.SQLDialect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.stockbook.database.DatabaseServer;

/** The database of the running program: which server, how many connections, how jOOQ writes SQL. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** The server of STOCKBOOK_DATABASE_URL, or the embedded one of STOCKBOOK_DATA, where it is not on its way already; stops after the connections. */
    @Bean(destroyMethod = "stop")
    DatabaseServer databaseServer(
            ObjectProvider<ServerStart> begun, @Value("${stockbook.database.url:}") String url, @Value("${stockbook.data:}") String dataFolder) {
        return begun.stream().findFirst().map(ServerStart::server).orElseGet(() -> ServerStart.start(url, dataFolder));
    }

    /** Nobody is let in before the database is there, whatever else is only made when it is asked for. */
    @Bean
    static LazyInitializationExcludeFilter databaseFirst() {
        return LazyInitializationExcludeFilter.forBeanTypes(CompanyDataSource.class);
    }

    /** PostgreSQL does most work on about twice as many connections as processors; more would only queue there. */
    @Bean(destroyMethod = "close")
    HikariDataSource connectionPool(DatabaseServer server, @Value("${stockbook.database.connections:20}") int connections) {
        return ConnectionPool.of(server.address(), connections);
    }

    @Bean
    @Primary
    CompanyDataSource companyDataSource(HikariDataSource connectionPool) {
        return new CompanyDataSource(connectionPool);
    }

    @Bean
    FlywayConfigurationCustomizer migrations() {
        return configuration -> configuration.validateMigrationNaming(true).locations(Migrations.LOCATION);
    }

    @Bean
    DefaultConfigurationCustomizer jooq() {
        return configuration -> configuration.set(SQLDialect.POSTGRES).set(JooqSettings.plain());
    }
}
