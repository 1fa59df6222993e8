package org.stockbook.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.posting.PostingRules;

/** The rules alone, one thread, no database: how fast costs of large histories are adjusted. */
final class KernelAdjustment implements Benchmark {
    private static final AverageCostPolicy POLICY = AverageCostPolicy.of(AverageCalculation.ITEM, AveragePeriodType.DAY);
    private static final CostingMethod[] METHODS = {
        CostingMethod.FIFO, CostingMethod.FIFO, CostingMethod.FIFO, CostingMethod.AVERAGE, CostingMethod.LIFO
    };
    private static final int RECEIPT_EVERY = 4;
    private static final double SECOND = 1e9;

    @Override
    public String name() {
        return "kernel";
    }

    @Override
    public String question() {
        return "value entries per second of one core while costs are adjusted in memory, against one pass that sums each entry and shares each issue's cost once";
    }

    @Override
    public List<Figure> run(Machine machine) {
        measure(200, 100);
        var figures = new ArrayList<Figure>();
        for (var perItem : List.of(10, 100, 1_000)) {
            figures.add(measure(1_000, perItem));
        }
        for (var perItem : List.of(10_000, 100_000)) {
            figures.add(measure(100_000 / perItem, perItem));
        }
        return figures;
    }

    private static Figure measure(int items, int entriesPerItem) {
        var entries = 0L;
        var adjusting = 0L;
        var reading = 0L;
        for (var i = 0; i < items; i++) {
            var numbers = new Numbers();
            var book = history(i, entriesPerItem, numbers);
            entries += book.entries().stream().mapToLong(entry -> entry.values().size()).sum();
            var started = System.nanoTime();
            read(book);
            var read = System.nanoTime();
            new CostAdjustment(POLICY, AdjustmentDates.ANY).adjust(book, numbers);
            adjusting += System.nanoTime() - read;
            reading += read - started;
        }
        return Figure.plain("%,d value entries of %,d items".formatted(entries, items), entries * SECOND / adjusting, entries * SECOND / reading, "rows/s");
    }

    /** A history whose issues all have a provisional cost. */
    private static ItemBook history(int number, int entries, Numbers numbers) {
        var item = Lines.item(number);
        var method = METHODS[number % METHODS.length];
        var facts = new ItemFacts(item, ItemType.INVENTORY, method, Percentage.ZERO, UnitCost.ZERO, false, true);
        var book = new ItemBook(facts, new ItemCosts(CostCard.ZERO, Map.of()), Set.of(), List.of());
        var lines = new ArrayList<PostingLine>();
        for (var n = 0; n < entries; n++) {
            var day = CompanySetup.FIRST_DAY.plusDays(n / RECEIPT_EVERY % 700);
            lines.add(n % RECEIPT_EVERY == 0
                    ? Lines.receipt(n + 1, item, day, Lines.Goods.of(9, "1" + n % 7 + ".33333"))
                    : Lines.issue(n + 1, item, day, 3));
        }
        var rules = new PostingRules(POLICY, PostingDates.ANY, AdjustmentDates.ANY, false, false, false);
        return switch (Posting.post(lines, Map.of(item, book), rules, numbers)) {
            case PostingOutcome.Posted _ -> book;
            case PostingOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** The arithmetic that nobody can do without. */
    private static Amount read(ItemBook book) {
        var sum = Amount.ZERO;
        for (var entry : book.entries()) {
            var cost = Cost.ZERO;
            for (var value : entry.values()) {
                cost = cost.plus(value.entry().cost());
            }
            for (var source : entry.sources()) {
                var increase = book.entry(source.inbound());
                sum = sum.plus(increase.cost().actual().share(source.quantity(), increase.quantity()));
            }
            sum = sum.plus(cost.actual());
        }
        return sum;
    }

    /** Numbers from one on. */
    private static final class Numbers implements EntryNumbers {
        private long last;

        @Override
        public ItemLedgerEntryNo nextItemLedgerEntry() {
            return new ItemLedgerEntryNo(++last);
        }

        @Override
        public ValueEntryNo nextValueEntry() {
            return new ValueEntryNo(++last);
        }

        @Override
        public ItemApplicationNo nextItemApplication() {
            return new ItemApplicationNo(++last);
        }
    }
}
