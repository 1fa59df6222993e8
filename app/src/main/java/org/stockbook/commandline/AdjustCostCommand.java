package org.stockbook.commandline;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.kernel.code.ItemNo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings costs up to date. */
@Command(
        name = "adjust-cost",
        mixinStandardHelpOptions = true,
        description = "Forwards late costs to everything they reach. Safe beside postings; an interrupted run is taken up by the next one.")
final class AdjustCostCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Option(names = "--item", paramLabel = "NO", description = "Only this item; may be given several times.")
    private List<String> items = List.of();

    @Option(names = "--until", paramLabel = "DATE", description = "Average costs only up to the end of the period of this valuation date (YYYY-MM-DD).")
    private LocalDate until = LocalDate.MAX;

    @Option(
            names = "--post-to-gl",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Post the corrections to the general ledger at once. Default: ${DEFAULT-VALUE}.")
    private boolean postToGeneralLedger = true;

    AdjustCostCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        var progress = Progress.onStandardError();
        var only = new HashSet<ItemNo>();
        items.forEach(item -> only.add(new ItemNo(item)));
        return program.withBooks(books, rooms -> {
            var request = new AdjustCosts.Request(only, postToGeneralLedger).until(until);
            var result = rooms.getBean(AdjustCosts.class).adjust(request, (done, of) -> progress.at("items", done, of));
            result.failures().forEach((item, code) -> System.out.println("item " + item + " was not adjusted: " + code));
            System.out.printf("%,d items, %,d value entries written%n", result.items(), result.entries());
            return result.failures().isEmpty() ? 0 : 1;
        });
    }
}
