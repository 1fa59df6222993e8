package org.stockbook.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.stockbook.database.DatabaseAddress;

/** Connections to one database. */
final class ConnectionPool {

    private ConnectionPool() {}

    static HikariDataSource of(DatabaseAddress address, int connections) {
        var configuration = new HikariConfig();
        configuration.setPoolName("stockbook-" + address.database());
        configuration.setJdbcUrl(address.jdbcUrl());
        configuration.setUsername(address.user());
        configuration.setPassword(address.password());
        configuration.setMaximumPoolSize(connections);
        configuration.setMinimumIdle(Math.min(connections, 2));
        configuration.setConnectionTimeout(Duration.ofSeconds(20).toMillis());
        configuration.addDataSourceProperty("ApplicationName", "Stockbook");
        // The driver would set the session to the machine's time zone; dates must not depend on where we run.
        configuration.setConnectionInitSql("SET TIME ZONE 'UTC'");
        return new HikariDataSource(configuration);
    }
}
