package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/**
 * By whom the server runs. PostgreSQL refuses root, rightly: a hole in it must not open the machine. So root starts it by
 * another user id, which owns the data.
 *
 * @param way  how to become that user
 * @param id   runs the server and owns its data
 * @param maker makes a new data folder: initdb insists on an id that has a name
 */
record ServerAccount(Way way, UserId id, UserId maker) {

    enum Way {
        /** We are not root: the server runs by the user who started Stockbook. */
        AS_WE_ARE,
        SETPRIV,
        RUNUSER,
        /** Where no other user id can be had: root without any of its powers, inside a user namespace. */
        NAMESPACE
    }

    /** Belongs to no account on purpose: what else runs by the account "nobody" shall not read our data. */
    private static final UserId UNUSED = new UserId(48_432, 48_432, "");

    /** For a data folder that exists, its owner; for a new one, the account "stockbook" if there is one. */
    static ServerAccount of(Path cluster, Path workingFolder) throws IOException {
        if (!isRoot()) {
            return new ServerAccount(Way.AS_WE_ARE, UNUSED, UNUSED);
        }
        var nobody = UserId.named("nobody").orElse(new UserId(65_534, 65_534, "nobody"));
        var candidates = Files.exists(cluster)
                ? candidates(UserId.ownerOf(cluster), nobody)
                : candidates(UserId.named("stockbook").orElse(UNUSED), nobody);
        for (var candidate : candidates) {
            if (Command.run(candidate.command(List.of("true")), workingFolder).succeeded()) {
                return candidate;
            }
        }
        throw new DatabaseUnavailable(new DatabaseProblem.RootOnly());
    }

    private static List<ServerAccount> candidates(UserId owner, UserId nobody) {
        var namespace = new ServerAccount(Way.NAMESPACE, owner, owner);
        if (owner.isRoot()) {
            return List.of(namespace);
        }
        var named = owner.hasName() ? owner : nobody;
        var candidates = List.of(new ServerAccount(Way.SETPRIV, owner, named),
                new ServerAccount(Way.RUNUSER, named, named), namespace);
        // The owner of existing data cannot change any more.
        return candidates.stream().filter(candidate -> candidate.id.equals(owner) || owner.equals(UNUSED)).toList();
    }

    static boolean isRoot() {
        try {
            var ourselves = Path.of("/proc/self");
            return Files.exists(ourselves)
                    ? UserId.ownerOf(ourselves).isRoot()
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException unreadable) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** The words that start a program by this account. */
    List<String> command(List<String> words) {
        return by(id, words);
    }

    /**
     * Ways to start initdb, in the order to try them. Where our own id has no name, as in some containers, a user
     * namespace lends it the name "nobody"; what is made there belongs to us all the same.
     */
    List<List<String>> makerCommands(List<String> words) {
        return way == Way.AS_WE_ARE
                ? List.of(words, new ServerAccount(Way.NAMESPACE, id, maker).by(maker, words))
                : List.of(by(maker, words));
    }

    private List<String> by(UserId user, List<String> words) {
        var prefix = switch (way) {
            case AS_WE_ARE -> List.<String>of();
            case SETPRIV -> List.of("setpriv", "--reuid=" + user.number(), "--regid=" + user.group(), "--clear-groups");
            case RUNUSER -> List.of("runuser", "-u", user.name(), "--");
            case NAMESPACE -> List.of("unshare", "--user");
        };
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** Gives a folder to the id that the server runs by. */
    void own(Path folder) throws IOException {
        give(folder, id);
    }

    /** Gives a folder to the id that initdb runs by. */
    void makerOwns(Path folder) throws IOException {
        give(folder, maker);
    }

    private void give(Path folder, UserId user) throws IOException {
        if (way == Way.SETPRIV || way == Way.RUNUSER) {
            Folders.giveTo(folder, user);
        }
    }

    /** Refuses a data folder below one that this account may not enter, such as /root. */
    void requireWayTo(Path folder) throws IOException {
        if (way == Way.SETPRIV || way == Way.RUNUSER) {
            for (var above = folder; above != null; above = above.getParent()) {
                if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    throw new DatabaseUnavailable(new DatabaseProblem.FolderNotEntered(above, id.number()));
                }
            }
        }
    }
}
