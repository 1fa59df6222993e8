package org.stockbook.commandline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stockbook.database.DataFolder;
import org.stockbook.database.DatabaseServer;
import org.stockbook.platform.backup.RestoreBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads books back from a file. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Reads books back from a file that backup wrote, also one of an earlier version of the program.",
        footer = {"", "Stop the program first. Nothing is touched before the file is known to be whole; afterwards prove the books: stockbook verify"})
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private BooksOption books = new BooksOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to read.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the books that are there.")
    private boolean force;

    @Override
    public Integer call() {
        var settings = books.settings();
        var environment = new HashMap<>(System.getenv());
        environment.put(DatabaseServer.URL_VARIABLE, settings.getOrDefault("stockbook.database.url", ""));
        environment.put(DataFolder.VARIABLE, settings.getOrDefault("stockbook.data", ""));
        var progress = Progress.onStandardError();
        try (var server = DatabaseServer.ofEnvironment(environment)) {
            var manifest = new RestoreBooks(server.address(), progress::step).restore(Path.of(String.valueOf(file)), force);
            System.out.printf("%s of %s: %,d tables, %,d rows. Prove them: stockbook verify%n", manifest.company().isEmpty() ? "Books" : manifest.company(),
                    manifest.createdAt(), manifest.tables().size(), manifest.rows());
            return 0;
        }
    }
}
