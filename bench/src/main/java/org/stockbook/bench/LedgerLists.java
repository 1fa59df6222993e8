package org.stockbook.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.PGConnection;
import org.stockbook.finance.FinanceRows;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;

/** Pages of the ledgers' lists over a million entries each, what is said of all their rows, and one export. */
final class LedgerLists implements Benchmark {
    private static final int ENTRIES = 1_000_000;
    private static final int DAYS = 1_000;
    private static final int WARM_UP = 1;
    private static final int REPETITIONS = 9;
    private static final double AT_MOST = 100;
    private static final Criterion ONE_MONTH = new Criterion.All(List.of(
            new Criterion.Comparison("postingDate", Criterion.Operator.GREATER_OR_EQUAL, CompanySetup.FIRST_DAY.plusMonths(20)),
            new Criterion.Comparison("postingDate", Criterion.Operator.LESS, CompanySetup.FIRST_DAY.plusMonths(21))));

    /** A list, its page's totals, and how it is narrowed and ordered. */
    private record Ledger(String name, String table, RowSource rows, Set<String> totals, Criterion owner, String amount) {}

    @Override
    public String name() {
        return "ledgers";
    }

    @Override
    public String question() {
        return "95th percentile in milliseconds of a page of item ledger, value and general ledger entries and of its count and totals, which are asked for when it stands,"
                + " over 1,000,000 rows each; the floor is the last hundred rows by plain SQL; an export of all rows against COPY of the table";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var company = machine.company("ledgers");
        try (var connection = company.connect()) {
            CompanySetup.writeItems(connection, 0, 1_000, "FIFO");
            new LedgerHistory(1_000, ENTRIES, 1, DAYS).write(connection);
            writeGeneralLedger(connection);
        }
        try (var rooms = Rooms.open(company); var connection = rooms.connect()) {
            CompanySetup.execute(connection, "VACUUM ANALYZE");
            var inventory = rooms.bean(InventoryRows.class);
            var figures = new ArrayList<Figure>();
            var item = Criterion.equal("itemNumber", "I000123");
            for (var ledger : List.of(
                    new Ledger("item ledger entries", "item_ledger_entry", inventory.itemLedgerEntries(), Set.of("quantity", "remainingQuantity"), item, "quantity"),
                    new Ledger("value entries", "value_entry", inventory.valueEntries(), Set.of("costAmountActual", "costAmountExpected", "costPostedToGl"), item, "costAmountActual"),
                    new Ledger("general ledger entries", "gl_entry", rooms.bean(FinanceRows.class).generalLedgerEntries(), Set.of("debitAmount", "creditAmount", "amount"),
                            Criterion.equal("accountNumber", "7190"), "amount"))) {
                measure(ledger, connection, figures);
            }
            return figures;
        }
    }

    private static void measure(Ledger ledger, Connection connection, List<Figure> figures) throws Exception {
        var all = Criterion.EVERYTHING;
        figures.addAll(page(ledger, connection, "first page", RowRequest.of(all)));
        figures.addAll(page(ledger, connection, "one month", RowRequest.of(ONE_MONTH)));
        figures.addAll(page(ledger, connection, "one item or account in one month", RowRequest.of(Criterion.all(ledger.owner(), ONE_MONTH))));
        figures.addAll(page(ledger, connection, "one document", RowRequest.of(Criterion.equal("documentNumber", "D123456"))));
        figures.addAll(page(ledger, connection, "one register", RowRequest.of(Criterion.equal("registerNumber", 17L))));
        figures.addAll(page(ledger, connection, "searched for a document", RowRequest.of(all).searching("D123456")));
        figures.addAll(page(ledger, connection, "by posting date", RowRequest.of(all).orderedBy(List.of(Sort.descending("postingDate")))));
        figures.addAll(page(ledger, connection, "by amount", RowRequest.of(all).orderedBy(List.of(Sort.descending(ledger.amount())))));
        figures.addAll(page(ledger, connection, "row 10,000 on", RowRequest.of(all).page(10_000, RowRequest.PAGE)));
        var exported = new Samples();
        var copied = new Samples();
        for (var i = 0; i < 2; i++) {
            exported.time(() -> export(ledger.rows()));
            copied.time(() -> copy(connection, ledger.table()));
        }
        figures.add(Figure.plain(ledger.name() + ", all exported", ENTRIES / exported.median() * 1_000, ENTRIES / copied.median() * 1_000, "rows/s"));
    }

    /** A page and, as it is asked for when the page stands, what is said of all its rows. */
    private static List<Figure> page(Ledger ledger, Connection connection, String what, RowRequest request) throws Exception {
        var pages = new Samples();
        var summaries = new Samples();
        var floor = new Samples();
        var totalled = request.totalling(ledger.totals());
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            (i < WARM_UP ? new Samples() : pages).time(() -> ledger.rows().page(request));
            (i < WARM_UP ? new Samples() : summaries).time(() -> ledger.rows().summary(totalled));
            (i < WARM_UP ? new Samples() : floor).time(() -> lastRows(connection, ledger.table()));
        }
        return List.of(Figure.milliseconds(ledger.name() + ", " + what, pages.percentile(95), floor.median(), AT_MOST),
                Figure.plain(ledger.name() + ", " + what + ", its count and totals", summaries.percentile(95), floor.median(), "ms"));
    }

    private static boolean lastRows(Connection connection, String table) throws SQLException {
        CompanySetup.execute(connection, "SELECT * FROM " + table + " ORDER BY entry_no DESC LIMIT 100");
        return true;
    }

    private static long export(RowSource rows) {
        var received = new LongAdder();
        rows.stream(RowRequest.of(Criterion.EVERYTHING), _ -> received.increment());
        return received.sum();
    }

    private static long copy(Connection connection, String table) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", OutputStream.nullOutputStream());
    }

    /** Two lines for each movement: what was sold and what was in stock. */
    private static void writeGeneralLedger(Connection connection) throws SQLException {
        CompanySetup.execute(connection,
                "INSERT INTO gl_register (no, user_id, source_code, first_gl_entry_no, last_gl_entry_no) SELECT n, 0, 'ITEMJNL', (n - 1) * 1000 + 1, n * 1000 FROM generate_series(1, " + ENTRIES / 1_000 + ") AS n",
                """
                INSERT INTO gl_entry (entry_no, transaction_no, gl_register_no, gl_account_id, posting_date, document_date, document_no, amount, source_code)
                SELECT n, (n + 1) / 2, 1 + (n - 1) / 1000, CASE n %% 2 WHEN 1 THEN sold.id ELSE held.id END, date '%1$s' + n * %2$d / %3$d, date '%1$s' + n * %2$d / %3$d,
                    'D' || (n + 1) / 8, (CASE n %% 2 WHEN 1 THEN 1 ELSE -1 END) * (40 + (n + 1) / 2 %% 1009 * 0.01), 'ITEMJNL'
                FROM generate_series(1, %3$d) AS n, gl_account sold, gl_account held WHERE sold.no = '7190' AND held.no = '2110'""".formatted(CompanySetup.FIRST_DAY, DAYS, ENTRIES));
    }
}
