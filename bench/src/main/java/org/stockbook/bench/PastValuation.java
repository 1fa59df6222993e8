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
            new LedgerHistory(ITEMS, ENTRIES, VALUES_PER_ENTRY, DAYS).write(connection);
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
}
