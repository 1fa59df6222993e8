package org.stockbook.platform.database;

import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;

/** How jOOQ writes SQL for us. */
final class JooqSettings {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private JooqSettings() {}

    /** SQL as a person would write it: no quotes, no schema; a test guards that no name of ours is a reserved word. */
    static Settings plain() {
        return new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderSchema(false)
                .withExecuteLogging(false);
    }
}
