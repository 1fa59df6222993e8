package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.finance.LedgerSums;
import org.stockbook.costs.Valuations;

/** What stock was worth on a day long past, over a million value entries. */
final class PastValuation implements Benchmark {
    private static final int ITEMS = 1_000;
    private static final int VALUES_PER_ENTRY = 2;
    private static final int ENTRIES = 1_000_000 / VALUES_PER_ENTRY;
    private static final int DAYS = 1_000;
    private static final int WARM_UP = 5;
    private static final int REPETITIONS = 15;
    private static final double AT_MOST = 200;

    @Override
    public String name() {
        return "valuation";
    }

    @Override
    public String question() {
        return "milliseconds of a valuation as of a past date over 1,000,000 value entries of 1,000 items in 1,000 days, against summing the ledger with plain SQL";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var company = machine.company("valuation");
        try (var connection = company.connect()) {
            CompanySetup.writeItems(connection, 0, ITEMS, "FIFO");
            writeLedgers(connection);
        }
        try (var rooms = Rooms.open(company); var connection = rooms.connect()) {
            rooms.beans(LedgerSums.class).forEach(LedgerSums::rebuild);
            CompanySetup.execute(connection, "VACUUM ANALYZE");
            return List.of(
                    measure(rooms, connection, "one third of the way", CompanySetup.FIRST_DAY.plusDays(DAYS / 3)),
                    measure(rooms, connection, "two thirds of the way", CompanySetup.FIRST_DAY.plusDays(2 * DAYS / 3)),
                    measure(rooms, connection, "as of the last day", CompanySetup.FIRST_DAY.plusDays(DAYS)));
        }
    }

    private static Figure measure(Rooms rooms, Connection connection, String what, LocalDate to) throws Exception {
        var valuing = new Samples();
        var summing = new Samples();
        var request = new Valuations.Request(to.withDayOfMonth(1), to, Optional.empty(), "");
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            var lines = (i < WARM_UP ? new Samples() : valuing).time(() -> rooms.bean(Valuations.class).value(request));
            if (lines.size() != ITEMS) {
                throw new IllegalStateException(lines.size() + " items were valued");
            }
            (i < WARM_UP ? new Samples() : summing).time(() -> sumLedger(connection, to));
        }
        return Figure.milliseconds(what, valuing.median(), summing.median(), AT_MOST);
    }

    private static int sumLedger(Connection connection, LocalDate to) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT item_id, sum(item_ledger_entry_quantity), sum(cost_amount_actual), sum(cost_amount_expected)
                FROM value_entry WHERE posting_date <= ? GROUP BY item_id""")) {
            statement.setObject(1, to);
            try (var rows = statement.executeQuery()) {
                var count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        }
    }

    /** Receipts and issues in turn over all items and days, each with a correction of a few cents. */
    private static void writeLedgers(Connection connection) throws SQLException {
        CompanySetup.execute(connection,
                "INSERT INTO item_register (no, user_id, source_code) VALUES (nextval('item_register_no'), 0, 'ITEMJNL')",
                "CREATE TEMPORARY TABLE moved AS SELECT n, i.id AS item, l.id AS place, g.id AS inventory, p.id AS product,"
                        + " date '" + CompanySetup.FIRST_DAY + "' + (n / " + ITEMS + " * 379 + n) % " + DAYS + " AS day, n / " + ITEMS + " % 2 = 0 AS increase"
                        + " FROM generate_series(1, " + ENTRIES + ") AS n JOIN item i ON i.no = 'I' || lpad((n % " + ITEMS + ")::text, 6, '0')"
                        + " JOIN location l ON l.code = 'MAIN' JOIN inventory_posting_group g ON g.code = 'RESALE'"
                        + " JOIN general_product_group p ON p.code = 'RETAIL'",
                """
                INSERT INTO item_ledger_entry (item_id, entry_no, item_register_no, variant_id, location_id, entry_type, posting_date,
                    document_date, quantity, remaining_quantity, invoiced_quantity, completely_invoiced, inventory_posting_group_id,
                    general_business_group_id, general_product_group_id, document_no, source_code)
                SELECT item, n, 1, 0, place, (CASE WHEN increase THEN 'PURCHASE' ELSE 'SALE' END)::entry_type, day, day,
                    CASE WHEN increase THEN 5 ELSE -4 END, 0, CASE WHEN increase THEN 5 ELSE -4 END, true, inventory, 0, product, 'BENCH', 'ITEMJNL'
                FROM moved ORDER BY n""",
                """
                INSERT INTO value_entry (item_id, item_ledger_entry_no, entry_no, item_register_no, variant_id, location_id,
                    item_ledger_entry_type, value_entry_type, posting_date, valuation_date, document_date, valued_quantity,
                    item_ledger_entry_quantity, invoiced_quantity, cost_amount_actual, inventory_posting_group_id,
                    general_business_group_id, general_product_group_id, document_no, source_code)
                SELECT item, n, n * 2 + v, 1, 0, place, (CASE WHEN increase THEN 'PURCHASE' ELSE 'SALE' END)::entry_type, 'DIRECT_COST',
                    day, day, day, CASE WHEN increase THEN 5 ELSE -4 END, CASE WHEN v = 1 THEN 0 WHEN increase THEN 5 ELSE -4 END,
                    CASE WHEN v = 1 THEN 0 WHEN increase THEN 5 ELSE -4 END, CASE WHEN v = 1 THEN 0.03 WHEN increase THEN 50 ELSE -40 END,
                    inventory, 0, product, 'BENCH', 'ITEMJNL'
                FROM moved CROSS JOIN generate_series(0, 1) AS v ORDER BY n""",
                "DROP TABLE moved");
    }
}
