package org.stockbook.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** For which operating system and processor the server's program files must be. */
record Platform(String operatingSystem, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"),
                Files.exists(Path.of("/lib/ld-musl-" + System.getProperty("os.arch") + ".so.1"))
                        || Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")));
    }

    static Platform of(String osName, String osArchitecture, boolean muslLibrary) {
        var name = osName.toLowerCase(Locale.ROOT);
        var operatingSystem = switch (name) {
            case "linux" -> "linux";
            case "mac os x" -> "darwin";
            default -> throw notSupported(osName, osArchitecture);
        };
        var processor = switch (osArchitecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw notSupported(osName, osArchitecture);
        };
        return new Platform(operatingSystem, muslLibrary ? processor + "-alpine_linux" : processor);
    }

    /** The archive of program files on the class path. */
    String archive() {
        return "postgres-" + operatingSystem + "-" + processor + ".txz";
    }

    DatabaseUnavailable notSupported() {
        return notSupported(operatingSystem, processor);
    }

    private static DatabaseUnavailable notSupported(String operatingSystem, String processor) {
        return new DatabaseUnavailable(
                new DatabaseProblem.PlatformNotSupported(operatingSystem + " on " + processor));
    }
}
