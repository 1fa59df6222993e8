package org.stockbook.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.PostingLine;

/** The first receipt of an item turns out to have cost something else, after five thousand issues. */
final class CostCorrection implements Benchmark {
    private static final int ISSUES = 5_000;
    private static final int ISSUES_A_DAY = 100;
    /** Until the virtual machine has compiled what a program that has run for a day has long compiled; the first figure shows it before. */
    private static final int WARM_UP = 20;
    private static final int REPETITIONS = 9;
    private static final double AT_MOST = 500;

    @Override
    public String name() {
        return "correction";
    }

    @Override
    public String question() {
        return "milliseconds to correct 5,000 issues and post them to the general ledger, against COPY of the same rows";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.addAll(measure(machine, "FIFO", "FIFO, freight on the first receipt", Change.FREIGHT));
        figures.addAll(measure(machine, "AVERAGE", "average, freight on the first receipt", Change.FREIGHT));
        figures.addAll(measure(machine, "AVERAGE", "average, a receipt before everything", Change.EARLIER_RECEIPT));
        return figures;
    }

    private static List<Figure> measure(Machine machine, String method, String what, Change change) throws Exception {
        var product = machine.company("correction_product");
        var floor = machine.company("correction_floor");
        var cold = new Samples();
        var correcting = new Samples();
        var copying = new Samples();
        try (var toProduct = product.connect(); var toFloor = floor.connect(); var rooms = Rooms.open(product)) {
            for (var connection : List.of(toProduct, toFloor)) {
                CompanySetup.writeItems(connection, 0, WARM_UP + REPETITIONS, method);
            }
            for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
                var item = Lines.item(i);
                var history = rooms.post(history(item));
                LedgerCopy.ofRegister(toProduct, history.register()).write(toFloor);
                var line = change.line(item, history.entries().getFirst().no());
                var corrected = i < WARM_UP ? cold : correcting;
                var posted = corrected.time(() -> rooms.post(List.of(line)));
                if (posted.values().size() < ISSUES) {
                    throw new IllegalStateException("only " + posted.values().size() + " value entries were written");
                }
                var rows = LedgerCopy.ofRegister(toProduct, posted.register());
                var copied = i < WARM_UP ? new Samples() : copying;
                copied.time(() -> rows.write(toFloor));
            }
        }
        return List.of(
                Figure.milliseconds(what, correcting.median(), copying.median(), AT_MOST),
                Figure.plain("the same, first " + WARM_UP + " times since the program began", cold.median(), copying.median(), "ms"));
    }

    /** More comes in than ever leaves, then a hundred issues a day. */
    private static List<PostingLine> history(ItemNo item) {
        var lines = new ArrayList<PostingLine>();
        lines.add(Lines.receipt(1, item, CompanySetup.FIRST_DAY.plusDays(10), Lines.Goods.of(2L * ISSUES, "10.00000")));
        for (var n = 0; n < ISSUES; n++) {
            lines.add(Lines.issue(n + 2, item, CompanySetup.FIRST_DAY.plusDays(11 + n / ISSUES_A_DAY), 1));
        }
        return lines;
    }

    private enum Change {
        FREIGHT {
            @Override
            PostingLine line(ItemNo item, ItemLedgerEntryNo first) {
                return Lines.charge(item, LATER, first, "1234.00");
            }
        },
        EARLIER_RECEIPT {
            @Override
            PostingLine line(ItemNo item, ItemLedgerEntryNo first) {
                return Lines.receipt(1, item, CompanySetup.FIRST_DAY, Lines.Goods.of(ISSUES, "11.00000"));
            }
        };

        private static final LocalDate LATER = CompanySetup.FIRST_DAY.plusDays(100);

        abstract PostingLine line(ItemNo item, ItemLedgerEntryNo first);
    }
}
