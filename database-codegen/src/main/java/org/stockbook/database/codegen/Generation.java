package org.stockbook.database.codegen;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.database.ThrowAwayServer;

/**
 * One run of the generator.
 *
 * @param migrations    Flyway's folder
 * @param target        the source folder to write; what is no longer generated is deleted
 * @param targetPackage holds {@code tables}, {@code enums}, {@code Keys} ...
 */
record Generation(Path migrations, Path target, String targetPackage) {

    void run() throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var server = ThrowAwayServer.shared();
        var database = server.create();
        try {
            migrate(database);
            GenerationTool.generate(configuration(database));
        } finally {
            server.drop(database);
        }
    }

    private void migrate(DatabaseAddress database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }

    private Configuration configuration(DatabaseAddress database) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(database.jdbcUrl())
                        .withUsername(database.user())
                        .withPassword(database.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history")
                                .withIncludeRoutines(false)
                                .withIncludePackages(false))
                        .withGenerate(classes())
                        .withTarget(new Target()
                                .withDirectory(target.toString())
                                .withPackageName(targetPackage)));
    }

    /** Tables, records, keys, sequences and enums, and the ways along foreign keys to the one row they name. */
    private static Generate classes() {
        return new Generate()
                .withPojos(false)
                .withDaos(false)
                .withImplicitJoinPathsManyToMany(false)
                .withComments(false)
                .withJavadoc(false)
                .withIndexes(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false)
                .withGeneratedAnnotation(false);
    }
}
