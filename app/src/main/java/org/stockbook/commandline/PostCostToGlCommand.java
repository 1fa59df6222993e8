package org.stockbook.commandline;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stockbook.inventory.PendingCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.generalledger.PostingMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Posts pending inventory cost. */
@Command(
        name = "post-cost-to-gl",
        mixinStandardHelpOptions = true,
        description = "Posts inventory cost that waits for the general ledger.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing waits any more", "1:some entries were skipped; the reasons are on standard output"})
final class PostCostToGlCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Option(names = "--per-posting-group", paramLabel = "DOCUMENT", description = "Sum up by accounts and groups, under this document number.")
    private @Nullable String document;

    @Option(names = "--from", paramLabel = "DATE", description = "Only entries posted from this date on.")
    private LocalDate from = LocalDate.MIN;

    @Option(names = "--to", paramLabel = "DATE", description = "Only entries posted up to this date.")
    private LocalDate to = LocalDate.MAX;

    @Option(names = "--test", description = "Only show what would be posted and what would be skipped.")
    private boolean test;

    PostCostToGlCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        var progress = Progress.onStandardError();
        var method = document == null ? new PostingMethod.PerEntry() : new PostingMethod.PerPostingGroup(new DocumentNo(document));
        var request = new PostCostToGeneralLedger.Request(method, new PendingCosts.Filter(Set.of(), from, to), test, RunLog.Origin.COMMAND_LINE);
        return program.withBooks(books, rooms -> {
            var result = rooms.getBean(PostCostToGeneralLedger.class).post(request, (done, of) -> progress.at("items", done, of));
            result.skipped().forEach(cost -> System.out.println("value entry " + cost.cost().entry() + " was skipped: "
                    + String.join(", ", cost.cost().reasons().stream().map(reason -> reason.code()).toList())));
            System.out.printf(
                    "%,d value entries %s as %,d general ledger entries, %,d skipped%n",
                    result.entries(), test ? "would be posted" : "posted", result.lines(), result.skipped().size());
            return result.skipped().isEmpty() ? 0 : 1;
        });
    }
}
