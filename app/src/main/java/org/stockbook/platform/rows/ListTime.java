package org.stockbook.platform.rows;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long a list may keep the database busy before it is asked to stop, so that one question cannot slow down everybody (spec: api, section 7). */
@Configuration(proxyBeanMethods = false)
class ListTime {
    private static final String SECONDS = "stockbook.list-seconds";

    @Bean
    DefaultConfigurationCustomizer listSeconds(@Value("${" + SECONDS + ":60}") int seconds) {
        return configuration -> configuration.data(SECONDS, seconds);
    }

    /** The same database, with patience for so long; where nothing is set up, without end. */
    static DSLContext limited(DSLContext database) {
        return database.configuration().data(SECONDS) instanceof Integer seconds
                ? DSL.using(database.configuration().deriveSettings(settings -> settings.withQueryTimeout(seconds)))
                : database;
    }
}
