package org.stockbook.platform.database;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.stockbook.database.ThrowAwayServer;

/**
 * Gives a Spring context under test a migrated database of its own:
 * {@code @SpringBootTest @ContextConfiguration(initializers = ScratchDatabaseInitializer.class)}.
 */
public final class ScratchDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = ThrowAwayServer.shared();
        var database = server.clone(ScratchDatabase.migratedTemplate());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("scratch-database",
                Map.of("stockbook.database.url", database.urlWithPassword(), "stockbook.database.connections", "10")));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) _ -> server.drop(database));
    }
}
