package org.stockbook.commandline;

import java.util.concurrent.Callable;
import org.stockbook.costs.VerifyBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves the books. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Recomputes every invariant of the books from their entries and names each row that does not hold.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the books are clean", "1:something does not hold; it is on standard output"})
final class VerifyCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    VerifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        var progress = Progress.onStandardError();
        return program.withBooks(books, rooms -> {
            var result = rooms.getBean(VerifyBooks.class).verify((done, of) -> progress.at("items", done, of));
            result.findings().forEach(System.out::println);
            System.out.printf(
                    "%,d items, %,d entries: %s%n",
                    result.items(),
                    result.entries(),
                    result.isClean() ? "the books are clean" : result.findings().size() + " findings");
            return result.isClean() ? 0 : 1;
        });
    }
}
