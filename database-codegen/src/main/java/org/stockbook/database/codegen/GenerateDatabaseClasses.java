package org.stockbook.database.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Applies the migrations to a throw-away database and writes jOOQ's classes for what results. Does nothing when neither
 * the migrations nor the generator have changed since the last time, because it runs at each build.
 */
public final class GenerateDatabaseClasses {

    private GenerateDatabaseClasses() {}

    /** Arguments: the folder of the migrations, the folder to write to, the package to write. */
    public static void main(String[] arguments) throws Exception {
        var migrations = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var targetPackage = arguments[2];
        var fingerprint = Fingerprint.of(migrations, targetPackage);
        var remembered = target.resolveSibling(target.getFileName() + ".fingerprint");
        if (!isWritten(fingerprint, remembered, target)) {
            Files.deleteIfExists(remembered);
            Files.createDirectories(target);
            new Generation(migrations, target, targetPackage).run();
            Files.writeString(remembered, fingerprint);
        }
    }

    private static boolean isWritten(String fingerprint, Path remembered, Path target) throws IOException {
        return Files.isDirectory(target) && Files.exists(remembered)
                && Files.readString(remembered).equals(fingerprint);
    }
}
