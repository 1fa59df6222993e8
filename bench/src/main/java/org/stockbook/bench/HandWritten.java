package org.stockbook.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.kernel.code.ItemNo;

/**
 * What a careful programmer would write by hand for exactly two postings: one prepared insert for each ledger, and a commit.
 * It asks for nothing, checks nothing, keeps no sums and takes its numbers from memory, so the program cannot reach it.
 */
final class HandWritten implements AutoCloseable {
    /** More than the numbers within a pair of postings are apart. */
    private static final long STRIDE = 100;

    private static final AtomicLong PAIRS = new AtomicLong();

    private final Connection connection;
    private final List<List<Insert>> transactions;
    private final long item;
    private long pair;

    private HandWritten(Connection connection, List<List<Insert>> transactions, long item) {
        this.connection = connection;
        this.transactions = transactions;
        this.item = item;
    }

    static HandWritten open(DatabaseAddress company, Rows rows, int itemNumber) throws SQLException {
        var connection = company.connect();
        connection.setAutoCommit(false);
        var transactions = new ArrayList<List<Insert>>();
        for (var transaction : rows.transactions()) {
            var inserts = new ArrayList<Insert>();
            for (var table : transaction) {
                inserts.add(new Insert(table, connection.prepareStatement(table.statement())));
            }
            transactions.add(inserts);
        }
        try (var statement = connection.prepareStatement("SELECT id FROM item WHERE no = ?")) {
            statement.setString(1, Lines.item(itemNumber).code());
            try (var found = statement.executeQuery()) {
                found.next();
                return new HandWritten(connection, transactions, found.getLong(1));
            }
        }
    }

    /** The receipt at even turns, its issue at odd ones. */
    void write(int turn) throws SQLException {
        if (turn % 2 == 0) {
            pair = PAIRS.incrementAndGet() * STRIDE;
        }
        for (var insert : transactions.get(turn % 2)) {
            insert.execute(pair, item);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private record Insert(TableRows table, PreparedStatement statement) {
        void execute(long shift, long item) throws SQLException {
            var parameter = 1;
            for (var row : table.rows()) {
                for (var i = 0; i < row.size(); i++) {
                    var column = table.columns().get(i);
                    var value = row.get(i);
                    if (value == null) {
                        statement.setNull(parameter++, Types.OTHER);
                    } else if (column.equals("item_id")) {
                        statement.setLong(parameter++, item);
                    } else if (Rows.NUMBERS.contains(column)) {
                        statement.setLong(parameter++, Long.parseLong(value) + shift);
                    } else {
                        statement.setObject(parameter++, value, Types.OTHER);
                    }
                }
            }
            statement.executeUpdate();
        }
    }

    /** Rows of one table as the program wrote them, values as text. */
    record TableRows(String table, List<String> columns, List<String> types, List<List<@Nullable String>> rows) {
        String statement() {
            var row = types.stream().map(type -> "?::" + type).collect(Collectors.joining(", ", "(", ")"));
            return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES " + String.join(", ", Collections.nCopies(rows.size(), row));
        }
    }

    /** The rows of a receipt and of the issue that uses it up. */
    record Rows(List<List<TableRows>> transactions) {
        private static final Set<String> NUMBERS = Set.of("no", "entry_no", "item_ledger_entry_no", "item_register_no", "inbound_entry_no",
                "outbound_entry_no", "owner_entry_no", "from_register_no", "gl_register_no", "gl_entry_no", "value_entry_no", "transaction_no",
                "first_item_ledger_entry_no", "last_item_ledger_entry_no", "first_value_entry_no", "last_value_entry_no",
                "first_item_application_no", "last_item_application_no", "first_gl_entry_no", "last_gl_entry_no");

        /** In the order in which they may come in; movements have no register and are the last two. */
        private static final Map<String, String> MOVEMENTS = Map.of("gl_account_movement", "true ORDER BY id DESC LIMIT 2");

        static Rows ofPair(Rooms rooms, ItemNo item, LocalDate date) throws SQLException {
            var transactions = new ArrayList<List<TableRows>>();
            try (var connection = rooms.connect()) {
                for (var line : List.of(Lines.receipt(1, item, date, Lines.Goods.of(3, "10.00000")), Lines.issue(1, item, date, 3))) {
                    var register = rooms.post(List.of(line)).register();
                    var tables = new ArrayList<TableRows>();
                    for (var ledger : LedgerCopy.LEDGERS) {
                        tables.add(read(connection, ledger[0], ledger[1].formatted(register)));
                    }
                    for (var movement : MOVEMENTS.entrySet()) {
                        tables.add(read(connection, movement.getKey(), movement.getValue()));
                    }
                    transactions.add(tables);
                }
            }
            return new Rows(transactions);
        }

        private static TableRows read(Connection connection, String table, String condition) throws SQLException {
            var columns = LedgerCopy.columns(connection, table);
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT " + columns + " FROM " + table + " WHERE " + condition)) {
                var description = found.getMetaData();
                var types = new ArrayList<String>();
                for (var i = 1; i <= description.getColumnCount(); i++) {
                    types.add(description.getColumnTypeName(i));
                }
                var rows = new ArrayList<List<@Nullable String>>();
                while (found.next()) {
                    var row = new ArrayList<@Nullable String>();
                    for (var i = 1; i <= description.getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
                return new TableRows(table, List.of(columns.split(", ")), types, rows);
            }
        }
    }
}
