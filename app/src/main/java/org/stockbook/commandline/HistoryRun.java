package org.stockbook.commandline;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.Valuations;
import org.stockbook.costs.VerifyBooks;
import org.stockbook.demo.PostTradeHistory;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.platform.exchange.Mapping;

/** Posts a trade history, adjusts its costs, posts them to the general ledger, proves the books and says what came of it. */
record HistoryRun(ApplicationContext rooms, Progress progress, boolean asDocuments) {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** Answers with the exit code: 0 only if the books are clean. */
    int post(Path folder, Mapping mapping) {
        progress.step("posting the history");
        var history = rooms.getBean(PostTradeHistory.class);
        var posted = asDocuments ? history.postDocuments(folder, mapping, this::closeMonth) : history.post(folder, mapping, this::closeMonth);
        var postedAt = progress.elapsed();
        var adjusted = rooms.getBean(AdjustCosts.class).adjust(new AdjustCosts.Request(Set.of(), false), (done, of) -> progress.at("items adjusted", done, of));
        progress.step("costs are adjusted: " + adjusted.items() + " items, " + adjusted.entries() + " value entries, " + adjusted.failures().size() + " failures");
        var adjustedAt = progress.elapsed();
        var ledger = rooms.getBean(PostCostToGeneralLedger.class).post(PostCostToGeneralLedger.Request.EVERYTHING, (done, of) -> progress.at("items posted to the ledger", done, of));
        progress.step("cost is in the general ledger: " + ledger.entries() + " value entries, " + ledger.lines() + " lines, " + ledger.skipped().size() + " skipped");
        var ledgerAt = progress.elapsed();
        var proof = rooms.getBean(VerifyBooks.class).verify((done, of) -> progress.at("items proven", done, of));
        print(asDocuments ? "Documents and lines posted" : "Lines posted", "");
        posted.lines().forEach((what, lines) -> print("  " + what, "%,d".formatted(lines)));
        print("Opening stock without cost", posted.withoutCost().size() + " items: " + String.join(", ", posted.withoutCost().stream().limit(20).toList()));
        print("Times", "posting %.1f s, adjusting %.1f s, general ledger %.1f s, proof %.1f s".formatted(postedAt.toMillis() / 1e3,
                adjustedAt.minus(postedAt).toMillis() / 1e3, ledgerAt.minus(adjustedAt).toMillis() / 1e3, progress.elapsed().minus(ledgerAt).toMillis() / 1e3));
        var reconciled = sayFigures();
        proof.findings().stream().limit(50).forEach(System.out::println);
        print("Proof", "%,d items, %,d entries: %s".formatted(proof.items(), proof.entries(), proof.isClean() ? "the books are clean" : proof.findings().size() + " findings"));
        return proof.isClean() && reconciled && adjusted.failures().isEmpty() && ledger.skipped().isEmpty() ? 0 : 1;
    }

    /** Costs are adjusted when a month is complete, as companies do; it also keeps what later postings must read short. */
    private void closeMonth(YearMonth month) {
        var adjusted = rooms.getBean(AdjustCosts.class).adjust(new AdjustCosts.Request(Set.of(), false), LongWork.SILENT);
        progress.step(month + ": " + adjusted.items() + " items adjusted by " + adjusted.entries() + " value entries");
    }

    /** Valuation by category and reconciliation per account; answers whether every difference is zero. */
    private boolean sayFigures() {
        var categories = rooms.getBean(PostTradeHistory.class).categories();
        var values = new TreeMap<String, BigDecimal>();
        rooms.getBean(Valuations.class).value(new Valuations.Request(FIRST, LAST, Optional.empty(), "")).forEach(line ->
                values.merge(categories.getOrDefault(line.item().code(), ""), line.closing().amount(), BigDecimal::add));
        print("Valuation by category", "");
        values.forEach((category, value) -> print("  " + (category.isEmpty() ? "(none)" : category), "%,.2f".formatted(value)));
        print("  total", "%,.2f".formatted(values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        print("Reconciliation", "value entries / general ledger / difference");
        var clean = true;
        for (var compared : rooms.getBean(ReconcileInventory.class).asOf(LAST).comparisons()) {
            var types = compared.types().stream().map(Enum::name).collect(Collectors.joining(" + "));
            print("  " + types, "%,.2f / %,.2f / %,.2f".formatted(compared.total().value(), compared.ledgerTotal().value(), compared.difference().value()));
            clean &= compared.difference().isZero();
        }
        return clean;
    }

    private static void print(String what, String figure) {
        System.out.printf(Locale.ROOT, "%-44s %s%n", what, figure);
    }
}
