package org.stockbook.commandline;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.stockbook.demo.PostTradeHistory;
import org.stockbook.platform.database.RowStatistics;
import org.stockbook.platform.exchange.ImportRecords;
import org.stockbook.platform.exchange.ImportReport;
import org.stockbook.platform.exchange.Mapping;
import org.stockbook.platform.exchange.MappingFile;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files of rows into the books. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads CSV files into the books, as a mapping file says. Everything is taken, or nothing.",
        footer = {
            "",
            "Encoding, delimiter, decimal sign and dates are found out unless the mapping names them.",
            "Every bad row is named with its column, its value and the way out."
        })
final class ImportCommand implements Callable<Integer> {
    private static final int MOST_ISSUES_SHOWN = 200;

    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Parameters(index = "0", paramLabel = "FILE|FOLDER", description = "What to read.")
    private @Nullable Path source;

    @Option(names = "--mapping", required = true, paramLabel = "FILE", description = "What the columns mean: a file, or the name of a mapping of the program.")
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "Checks everything and writes nothing.")
    private boolean dryRun;

    @Option(names = "--history-as", paramLabel = "WAY", defaultValue = "documents",
            description = "How a trade history is posted: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private HistoryWay historyAs = HistoryWay.DOCUMENTS;

    /** How a trade history is posted. */
    enum HistoryWay {
        DOCUMENTS,
        JOURNALS
    }

    ImportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        var folder = Path.of(String.valueOf(source));
        var meaning = MappingFile.read(String.valueOf(mapping));
        return program.withBooks(books, rooms -> read(rooms, folder, meaning));
    }

    private int read(ApplicationContext rooms, Path folder, Mapping meaning) {
        var progress = Progress.onStandardError();
        var purpose = dryRun ? ImportRecords.Purpose.CHECK : ImportRecords.Purpose.KEEP;
        var report = rooms.getBean(ImportRecords.class).read(folder, meaning, purpose, progress::step);
        say(report, rooms.getBean(Texts.class));
        if (!report.isClean()) {
            throw new Refused("nothing was taken. Mend the rows named above and import again.");
        }
        if (PostTradeHistory.isIn(meaning) && !dryRun) {
            if (new HistoryRun(rooms, progress, historyAs == HistoryWay.DOCUMENTS).post(folder, meaning) != 0) {
                throw new Refused("the books of the history are not clean; what is wrong stands above.");
            }
            rooms.getBean(RowStatistics.class).renew();
        }
        System.out.println(dryRun ? "Checked; nothing was written." : "Done in %.1f s.".formatted(progress.elapsed().toMillis() / 1000d));
        return 0;
    }

    private static void say(ImportReport report, Texts texts) {
        var language = Language.bestFor(Locale.getDefault().toLanguageTag());
        for (var file : report.files()) {
            System.out.printf(Locale.ROOT, "%-28s %-28s %,8d rows %,8d new %,8d changed %,8d left out%s%n", file.file(), file.collection(), file.rows(),
                    file.created(), file.changed(), file.leftOut(), file.skipped() ? "   not tried: an earlier file was refused" : "");
            file.issues().stream().limit(MOST_ISSUES_SHOWN).forEach(issue -> System.out.printf("  line %d, column %s, “%s”: %s [%s]%n", issue.line(),
                    issue.column(), issue.value(), texts.text(language, "error." + issue.code(), issue.parameters()), issue.code()));
            if (file.issues().size() > MOST_ISSUES_SHOWN) {
                System.out.printf(Locale.ROOT, "  ... and %,d more%n", file.issues().size() - MOST_ISSUES_SHOWN);
            }
        }
    }
}
