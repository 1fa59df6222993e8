package org.stockbook.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import org.jooq.SQLDialect;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.stockbook.database.DataFolder;
import org.stockbook.database.DatabaseServer;

/** The database of the running program: which server, how many connections, how jOOQ writes SQL. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** The server of STOCKBOOK_DATABASE_URL, or the embedded one of STOCKBOOK_DATA; stops after the connections. */
    @Bean(destroyMethod = "stop")
    DatabaseServer databaseServer(
            @Value("${stockbook.database.url:}") String url, @Value("${stockbook.data:}") String dataFolder) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(DatabaseServer.URL_VARIABLE, url);
        environment.put(DataFolder.VARIABLE, dataFolder);
        return DatabaseServer.ofEnvironment(environment);
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
