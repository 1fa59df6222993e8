package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that PostgreSQL itself calls its data directory.
 *
 * @param folder the data folder it lies in
 * @param name   of the data directory; its owner is the account that the server runs by
 */
record Cluster(Path folder, String name) {

    private static final String ID_WITHOUT_NAME = "could not look up effective user ID";

    Path path() {
        return folder.resolve(name);
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** Refuses data that another major version of PostgreSQL wrote. */
    void requireOurVersion() throws IOException {
        var found = Files.readString(path().resolve("PG_VERSION")).strip();
        if (!found.equals(ProgramFiles.majorVersion())) {
            throw new DatabaseUnavailable(
                    new DatabaseProblem.OtherMajorVersion(path(), found, ProgramFiles.majorVersion()));
        }
    }

    /**
     * Makes new data beside its final place and renames it when complete, so that what exists is whole.
     * {@code C.UTF-8} of PostgreSQL itself sorts by code point, the same on every machine and in every version.
     */
    void create(ProgramFiles programs, ServerAccount account, String password, Durability durability) throws IOException {
        var workshop = Files.createTempDirectory(folder, "creating-");
        try {
            var unfinished = workshop.resolve("cluster");
            var passwordFile = SecretFile.write(workshop.resolve("password"), password);
            account.makerOwns(workshop);
            var words = Stream.concat(
                    Stream.of(programs.program("initdb"), "--pgdata=" + unfinished, "--username=" + Roles.SUPERUSER,
                            "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"),
                    durability.creationOptions().stream()).toList();
            initialise(account.makerCommands(words));
            account.own(unfinished);
            Files.move(unfinished, path());
        } finally {
            Folders.delete(workshop);
        }
    }

    private void initialise(List<List<String>> ways) throws IOException {
        var first = Command.run(ways.getFirst(), folder);
        var made = first.succeeded();
        for (var way : ways.subList(1, ways.size())) {
            made = made || first.output().contains(ID_WITHOUT_NAME) && Command.run(way, folder).succeeded();
        }
        if (!made) {
            throw StartFailure.of(path(), first.output());
        }
    }

    /** The server that runs on this data, if one does. */
    Optional<PostmasterFile> runningServer() throws IOException {
        return PostmasterFile.in(path())
                .filter(file -> ProcessHandle.of(file.processId()).filter(this::isOurServer).isPresent());
    }

    /**
     * Forgets the server that is said to run on this data: after a crash its process number may belong to another
     * program of the same user by now, which PostgreSQL would take for a running server.
     */
    void forgetServer() throws IOException {
        Files.deleteIfExists(path().resolve("postmaster.pid"));
    }

    /** Server processes that outlived their killed first process; they end by themselves, but may take long. */
    List<ProcessHandle> leftOverProcesses() {
        return ProcessHandle.allProcesses().filter(this::isOurServer).filter(this::worksHere).toList();
    }

    private boolean isOurServer(ProcessHandle process) {
        var program = process.info().command().filter(command -> command.contains("postgres"));
        return process.isAlive() && program.isPresent() && (!Files.exists(workingFolderOf(process)) || worksHere(process));
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.isSameFile(workingFolderOf(process), path());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path workingFolderOf(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "cwd");
    }
}
