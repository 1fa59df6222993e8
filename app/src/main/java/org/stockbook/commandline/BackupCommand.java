package org.stockbook.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stockbook.platform.backup.BackUpBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all books into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes all books into one file, as they stand at one moment; also while the program runs and people work.",
        footer = {"", "The file holds everything, also what passwords hash to: keep it as you keep the books."})
final class BackupCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write, for instance books.zip.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    BackupCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        var path = Path.of(String.valueOf(file)).toAbsolutePath();
        if (Files.exists(path) && !force) {
            throw new Refused("there is a file " + path + " already. Choose another name, or replace it: --force");
        }
        var unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        var progress = Progress.onStandardError();
        try {
            return program.withBooks(books, rooms -> {
                try (var output = Files.newOutputStream(unfinished)) {
                    var manifest = rooms.getBean(BackUpBooks.class).write(output, _ -> { });
                    output.close();
                    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
                    System.out.printf("%s: %,d tables, %,d rows, %,d bytes, as of %s%n", path, manifest.tables().size(), manifest.rows(), Files.size(path), manifest.createdAt());
                    return 0;
                } catch (IOException failed) {
                    throw new Refused("the file " + path + " cannot be written: " + failed.getMessage());
                }
            });
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
