package org.stockbook;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled classes that the house rules look at. */
final class HouseClasses {
    /** Generated from the tables, so no rule of ours applies to it. */
    static final String GENERATED_FROM_TABLES = "org.stockbook.platform.database.jooq";

    private HouseClasses() {}

    /** The rooms, written by hand. */
    static JavaClasses ofTheProgram() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/" + GENERATED_FROM_TABLES.replace('.', '/') + "/"))
                .withImportOption(location -> location.contains("/org/stockbook/"))
                .importPath(Path.of("target", "classes"));
    }

    /** The rooms and the rules, written by hand. */
    static JavaClasses ofTheProgramAndTheKernel() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/" + GENERATED_FROM_TABLES.replace('.', '/') + "/"))
                .withImportOption(location -> location.contains("/org/stockbook/"))
                .importPaths(Path.of("target", "classes"), Path.of("..", "kernel", "target", "classes"));
    }
}
