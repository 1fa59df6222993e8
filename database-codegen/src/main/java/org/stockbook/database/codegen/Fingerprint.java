package org.stockbook.database.codegen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jooq.Constants;

/** Changes whenever what would be generated may change. */
final class Fingerprint {

    private Fingerprint() {}

    /** Over the names and contents of the migrations, the generator's own classes and the version of jOOQ. */
    static String of(Path migrations, String targetPackage) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(targetPackage.getBytes(StandardCharsets.UTF_8));
            digest.update(jooqVersion().getBytes(StandardCharsets.UTF_8));
            add(digest, migrations);
            add(digest, Path.of(Fingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static String jooqVersion() {
        return Constants.FULL_VERSION;
    }
}
