package org.stockbook.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that holds all data of one installation, the server's program files and, with mode 0600, its password.
 *
 * @param path     absolute; created on first use
 * @param programs where the server's program files are unpacked; inside the data folder unless several folders share them
 */
public record DataFolder(Path path, Path programs) {

    /** Names the data folder. */
    public static final String VARIABLE = "STOCKBOOK_DATA";

    public DataFolder {
        path = path.toAbsolutePath().normalize();
        programs = programs.toAbsolutePath().normalize();
    }

    /** A data folder that is complete in itself. */
    public static DataFolder at(Path path) {
        return new DataFolder(path, path);
    }

    /** The same data folder with the program files of another one: saves 70 MB and the unpacking. */
    public DataFolder withProgramsOf(DataFolder other) {
        return new DataFolder(path, other.programs);
    }

    /**
     * The folder that {@value #VARIABLE} names, or else {@code stockbook} in XDG_DATA_HOME, or else {@code ~/.stockbook};
     * for root {@code /var/lib/stockbook}, because the server runs by another user id, which may not enter /root.
     */
    public static DataFolder ofEnvironment(Map<String, String> environment) {
        return at(named(environment, VARIABLE)
                .or(() -> ServerAccount.isRoot() ? Optional.of(Path.of("/var/lib/stockbook")) : Optional.empty())
                .or(() -> named(environment, "XDG_DATA_HOME").map(folder -> folder.resolve("stockbook")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".stockbook")));
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(name -> !name.isBlank()).map(Path::of);
    }

    Path startLock() {
        return path.resolve("start.lock");
    }

    Path usersLock() {
        return path.resolve("users.lock");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    Path portFile() {
        return path.resolve("port");
    }
}
