package org.stockbook.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.stockbook.database.DatabaseAddress;

/** The migrations of this program. */
public final class Migrations {

    static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    /** Brings a database up to this program. */
    public static void applyTo(DatabaseAddress database) {
        applyTo(database, "latest");
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
            var digest = MessageDigest.getInstance("SHA-256");
            var migrations = new PathMatchingResourcePatternResolver().getResources(LOCATION + "/*.sql");
            Arrays.sort(migrations, Comparator.comparing(Resource::getFilename));
            for (var migration : migrations) {
                digest.update(migration.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
