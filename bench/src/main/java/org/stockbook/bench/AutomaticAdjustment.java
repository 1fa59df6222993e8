package org.stockbook.bench;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.posting.PostingLine;

/** What it costs that costs are right at commit: the same journals with automatic cost adjustment always and never. */
final class AutomaticAdjustment implements Benchmark {
    private static final int ITEMS = 200;
    private static final int LINES = 2_000;
    private static final int WARM_UP = 3;
    private static final int REPETITIONS = 7;
    private static final double SECOND = 1_000;

    @Override
    public String name() {
        return "automatic";
    }

    @Override
    public String question() {
        return "lines per second of journals of 2,000 lines and of one line with automatic cost adjustment always, against the same with it never, whose costs then wait for a batch run";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var always = machine.company("automatic_always");
        var never = machine.company("automatic_never");
        for (var company : List.of(always, never)) {
            try (var connection = company.connect()) {
                CompanySetup.writeItems(connection, 0, ITEMS, "FIFO,FIFO,AVERAGE,AVERAGE,STANDARD");
            }
        }
        try (var connection = never.connect()) {
            CompanySetup.execute(connection, "UPDATE inventory_setup SET automatic_cost_adjustment = 'NEVER'");
        }
        try (var exact = Rooms.open(always); var later = Rooms.open(never)) {
            return List.of(compare("journals of 2,000 lines", LINES, exact, later), compare("journals of one line", 1, exact, later));
        }
    }

    private static Figure compare(String what, int lines, Rooms always, Rooms never) throws Exception {
        var exact = new Samples();
        var later = new Samples();
        var journals = LINES / lines / 5 + 1;
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            var day = i;
            (i < WARM_UP ? new Samples() : exact).time(() -> post(always, lines, journals, day));
            (i < WARM_UP ? new Samples() : later).time(() -> post(never, lines, journals, day));
        }
        return Figure.plain(what, journals * lines * SECOND / exact.median(), journals * lines * SECOND / later.median(), "lines/s");
    }

    private static int post(Rooms rooms, int lines, int journals, int day) {
        for (var journal = 0; journal < journals; journal++) {
            rooms.post(journal(lines, journal, day));
        }
        return journals;
    }

    /** Receipts and issues of each item in turn, at changing prices. */
    private static List<PostingLine> journal(int size, int first, int day) {
        var lines = new ArrayList<PostingLine>();
        var date = CompanySetup.FIRST_DAY.plusDays(day);
        for (var n = 0; n < size; n++) {
            var turn = first * size + n;
            var item = Lines.item(turn % ITEMS);
            lines.add(turn / ITEMS % 2 == 0
                    ? Lines.receipt(n + 1, item, date, Lines.Goods.of(5, (10 + day) + ".0" + turn % 10 + "000"))
                    : Lines.issue(n + 1, item, date, 4));
        }
        return lines;
    }
}
