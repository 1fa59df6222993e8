package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stockbook.finance.LedgerSums;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.security.Permissions;

/**
 * The batch run of cost adjustment over ever more items, of each of which the first receipt turned out dearer: from reading the
 * marks to the corrections in the general ledger. One history is posted; the other items get copies of its rows.
 */
final class BatchAdjustment implements Benchmark {
    private static final int VALUES_OF_ITEM = 1_000;
    private static final List<Integer> ITEMS = List.of(10, 100, 1_000);
    private static final long STRIDE = 10_000;
    private static final double SECOND = 1_000;
    private static final Set<String> NUMBERS = Set.of("entry_no", "item_ledger_entry_no", "inbound_entry_no", "outbound_entry_no",
            "owner_entry_no", "applies_to_entry_no", "applies_to_value_entry_no", "transferred_from_entry_no", "value_entry_no");

    @Override
    public String name() {
        return "adjustment";
    }

    @Override
    public String question() {
        return "value entries per second of a batch cost adjustment end to end that corrects every issue, against COPY of the rows it wrote";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var figures = new ArrayList<Figure>();
        measure(machine, ITEMS.getFirst());
        for (var items : ITEMS) {
            figures.add(measure(machine, items));
        }
        return figures;
    }

    private static Figure measure(Machine machine, int items) throws Exception {
        var product = machine.company("adjustment_product");
        try (var rooms = Rooms.open(product)) {
            try (var connection = product.connect()) {
                CompanySetup.writeItems(connection, 0, items, "FIFO");
                CompanySetup.execute(connection, "UPDATE inventory_setup SET automatic_cost_adjustment = 'NEVER'");
                var history = rooms.post(history());
                rooms.post(List.of(freight(history.entries().getFirst().no())));
                cloneItems(connection);
            }
            rooms.beans(LedgerSums.class).forEach(LedgerSums::rebuild);
        }
        var floor = machine.copy("adjustment_floor", product);
        try (var rooms = Rooms.open(product); var connection = product.connect(); var toFloor = floor.connect()) {
            CompanySetup.execute(connection, "VACUUM ANALYZE");
            var before = lastRegister(connection);
            var adjusting = new Samples();
            var result = adjusting.time(() -> Permissions.asStockbook(
                    () -> rooms.bean(AdjustCosts.class).adjust(AdjustCosts.Request.EVERYTHING, LongWork.SILENT)));
            if (result.items() != items || !result.failures().isEmpty() || result.entries() < items * (VALUES_OF_ITEM - 2)) {
                throw new IllegalStateException("not all was adjusted: " + result);
            }
            var copied = copy(connection, toFloor, before);
            double values = (double) items * VALUES_OF_ITEM;
            return Figure.plain("%,d value entries of %,d items".formatted(items * VALUES_OF_ITEM, items),
                    values * SECOND / adjusting.median(), values * SECOND / copied, "entries/s");
        }
    }

    /** A receipt of more than ever leaves, and issues; the last value entry is the freight. */
    private static List<PostingLine> history() {
        var lines = new ArrayList<PostingLine>();
        lines.add(Lines.receipt(1, Lines.item(0), CompanySetup.FIRST_DAY, Lines.Goods.of(2L * VALUES_OF_ITEM, "10.00000")));
        for (var n = 2; n < VALUES_OF_ITEM; n++) {
            lines.add(Lines.issue(n, Lines.item(0), CompanySetup.FIRST_DAY.plusDays(1 + n / 10), 1));
        }
        return lines;
    }

    private static PostingLine freight(ItemLedgerEntryNo receipt) {
        LocalDate later = CompanySetup.FIRST_DAY.plusDays(200);
        return Lines.charge(Lines.item(0), later, receipt, "1234.00");
    }

    private static void cloneItems(Connection connection) throws SQLException {
        for (var table : List.of("item_ledger_entry", "value_entry", "item_application", "unadjusted_cost_point")) {
            var columns = LedgerCopy.columns(connection, table);
            var values = Stream.of(columns.split(", ")).map(column -> column.equals("item_id") ? "i.id"
                    : NUMBERS.contains(column) ? "t." + column + " + i.place * " + STRIDE : "t." + column).collect(Collectors.joining(", "));
            CompanySetup.execute(connection, """
                    INSERT INTO %1$s (%2$s) SELECT %3$s FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM item WHERE no <> '%4$s') AS i
                    CROSS JOIN %1$s t WHERE t.item_id = (SELECT id FROM item WHERE no = '%4$s') ORDER BY i.id"""
                    .formatted(table, columns, values, Lines.item(0).code()));
        }
        CompanySetup.execute(connection,
                "UPDATE item_cost SET cost_is_adjusted = false",
                "SELECT setval('item_ledger_entry_no', (SELECT max(entry_no) FROM item_ledger_entry)),"
                        + " setval('value_entry_no', (SELECT max(entry_no) FROM value_entry)),"
                        + " setval('item_application_no', (SELECT max(entry_no) FROM item_application))");
    }

    private static long lastRegister(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT max(no) FROM item_register")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Milliseconds; one transaction for each of the run, its rows read before. */
    private static double copy(Connection from, Connection to, long after) throws Exception {
        var registers = new ArrayList<Long>();
        try (var statement = from.createStatement(); var rows = statement.executeQuery("SELECT no FROM item_register WHERE no > " + after + " ORDER BY no")) {
            while (rows.next()) {
                registers.add(rows.getLong(1));
            }
        }
        copyRuns(from, to);
        var total = 0.0;
        for (var register : registers) {
            var rows = LedgerCopy.ofRegister(from, register);
            var one = new Samples();
            one.time(() -> rows.write(to));
            total += one.median();
        }
        return total;
    }

    /** Registers name the run that wrote them. */
    private static void copyRuns(Connection from, Connection to) throws SQLException {
        try (var statement = from.createStatement(); var runs = statement.executeQuery("SELECT id FROM cost_run")) {
            while (runs.next()) {
                CompanySetup.execute(to, "INSERT INTO cost_run (id, kind, user_id) VALUES (" + runs.getLong(1) + ", 'COST_ADJUSTMENT', 0)");
            }
        }
    }
}
