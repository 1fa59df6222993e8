package org.stockbook.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessResourceFailureException;
import org.stockbook.database.DatabaseAddress;

/** The migrations of this program. */
public final class Migrations {

    static final String LOCATION = "classpath:db/migration";
    private static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /**
     * Brings a database up to this program. Afterwards its history says by the migrations of which program, so that the next start of the same program
     * only asks for that.
     */
    public static void applyTo(DatabaseAddress database) {
        var ours = fingerprint();
        if (!reached(database, ours)) {
            applyTo(database, "latest");
            remember(database, ours);
        }
    }

    private static boolean reached(DatabaseAddress database, String fingerprint) {
        try (var connection = database.connect()) {
            var known = DSL.using(connection, SQLDialect.POSTGRES, JooqSettings.plain()).fetchOptional("select obj_description(to_regclass({0}), 'pg_class')", DSL.inline(HISTORY));
            return known.map(row -> row.get(0, String.class)).filter(fingerprint::equals).isPresent();
        } catch (SQLException unknown) {
            throw new DataAccessResourceFailureException("the migrations of the database cannot be read", unknown);
        }
    }

    private static void remember(DatabaseAddress database, String fingerprint) {
        try (var connection = database.connect()) {
            DSL.using(connection, SQLDialect.POSTGRES, JooqSettings.plain()).execute("comment on table {0} is {1}", DSL.name(HISTORY), DSL.inline(fingerprint));
        } catch (SQLException unknown) {
            throw new DataAccessResourceFailureException("the migrations of the database cannot be remembered", unknown);
        }
    }

    /** Brings an empty database to where it stood after a migration, for instance {@code 0056}. */
    public static void applyTo(DatabaseAddress database, String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations(LOCATION)
                .validateMigrationNaming(true)
                .target(version)
                .load()
                .migrate();
    }

    /** The last migration of this program. */
    public static String latest() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(LOCATION + "/V*.sql"))
                    .map(migration -> String.valueOf(migration.getFilename()).substring(1).replaceFirst("__.*", "")).max(Comparator.naturalOrder()).orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same for the same migrations, in all programs of all machines. */
    static String fingerprint() {
        try {
            // As Flyway sums each migration; a cryptographic digest would take a start longer than all the rest of this.
            var sum = new CRC32();
            var bytes = 0L;
            var migrations = new PathMatchingResourcePatternResolver().getResources(LOCATION + "/*.sql");
            Arrays.sort(migrations, Comparator.comparing(Resource::getFilename));
            for (var migration : migrations) {
                var content = migration.getContentAsByteArray();
                sum.update(String.valueOf(migration.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(content);
                bytes += content.length;
            }
            return migrations.length + "_" + bytes + "_" + HexFormat.of().toHexDigits(sum.getValue(), 8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
