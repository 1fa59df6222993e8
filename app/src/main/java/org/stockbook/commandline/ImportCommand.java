package org.stockbook.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files of rows into the books. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads CSV files into the books, as a mapping file says. All rows of a file are taken, or none.")
final class ImportCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Parameters(index = "0", paramLabel = "FILE|FOLDER", description = "What to read.")
    private @Nullable Path source;

    @Option(names = "--mapping", required = true, paramLabel = "FILE", description = "What the columns mean: a file, or the name of a mapping of the program.")
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "Checks everything and writes nothing.")
    private boolean dryRun;

    ImportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        throw new Refused("reading " + source + " by " + mapping + (dryRun ? " (dry run)" : "") + " needs " + program.application().getSimpleName() + " with an importer");
    }
}
