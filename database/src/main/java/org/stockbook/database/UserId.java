package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A user of this machine.
 *
 * @param number what the operating system knows the user by
 * @param group  the number of the user's own group
 * @param name   empty where the number belongs to no account
 */
record UserId(int number, int group, String name) {

    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    static UserId ownerOf(Path path) throws IOException {
        var number = attribute(path, "uid");
        var group = attribute(path, "gid");
        return accounts().stream().filter(account -> account.number == number).findFirst()
                .orElse(new UserId(number, group, ""));
    }

    private static int attribute(Path path, String name) throws IOException {
        return (int) Objects.requireNonNull(Files.getAttribute(path, "unix:" + name));
    }

    static Optional<UserId> named(String name) throws IOException {
        return accounts().stream().filter(account -> account.name.equals(name)).findFirst();
    }

    boolean isRoot() {
        return number == 0;
    }

    boolean hasName() {
        return !name.isEmpty();
    }

    private static List<UserId> accounts() throws IOException {
        if (!Files.isReadable(ACCOUNTS)) {
            return List.of();
        }
        return Files.readAllLines(ACCOUNTS).stream()
                .map(line -> Arrays.asList(line.split(":")))
                .filter(words -> words.size() > 3)
                .map(words -> new UserId(Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)), words.get(0)))
                .toList();
    }
}
