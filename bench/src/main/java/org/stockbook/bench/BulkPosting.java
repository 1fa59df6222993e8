package org.stockbook.bench;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.posting.PostingLine;

/** A journal of ten thousand lines against COPY of the same rows. */
final class BulkPosting implements Benchmark {
    private static final int ITEMS = 1_000;
    private static final int LINES_PER_ITEM = 10;
    private static final int WARM_UP = 3;
    private static final int REPETITIONS = 9;
    private static final double SECOND = 1_000;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public String question() {
        return "rows per second of a 10,000-line journal over 1,000 items, posted with exact costs and to the general ledger, against COPY of the same rows";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var product = machine.company("bulk_product");
        var floor = machine.company("bulk_floor");
        var posting = new Samples();
        var copying = new Samples();
        try (var toProduct = product.connect(); var toFloor = floor.connect(); var rooms = Rooms.open(product)) {
            for (var connection : List.of(toProduct, toFloor)) {
                CompanySetup.writeItems(connection, 0, ITEMS, "FIFO,FIFO,FIFO,FIFO,FIFO,FIFO,AVERAGE,AVERAGE,LIFO,STANDARD");
            }
            for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
                var journal = journal(i);
                var posted = new Samples();
                var copied = new Samples();
                var register = posted.time(() -> rooms.post(journal)).register();
                var rows = LedgerCopy.ofRegister(toProduct, register);
                copied.time(() -> rows.write(toFloor));
                if (i >= WARM_UP) {
                    posting.add(rows.rows() * SECOND / posted.median());
                    copying.add(rows.rows() * SECOND / copied.median());
                }
            }
        }
        return List.of(Figure.rate("journal of 10,000 lines", posting.median(), copying.median(), new Figure.Share("rows/s", 1.0 / 3)));
    }

    /** Of each item four receipts at changing prices and six issues that use up older receipts in part. */
    private static List<PostingLine> journal(int day) {
        var lines = new ArrayList<PostingLine>();
        var date = CompanySetup.FIRST_DAY.plusDays(day);
        for (var n = 0; n < ITEMS * LINES_PER_ITEM; n++) {
            var item = Lines.item(n % ITEMS);
            var turn = n / ITEMS;
            lines.add(turn < 4
                    ? Lines.receipt(n + 1, item, date, Lines.Goods.of(9, "1" + turn + "." + (10 + day) + "333"))
                    : Lines.issue(n + 1, item, date, 5));
        }
        return lines;
    }
}
