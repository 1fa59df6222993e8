package org.stockbook.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The rows of one posting, taken from the ledgers as bytes: writing them into another company with COPY is the least that any
 * program could do, with the same tables, indexes, checks and triggers.
 */
final class LedgerCopy {
    /** The ledgers in the order in which rows may come in, each with what picks the rows of an item register. */
    static final String[][] LEDGERS = {
        {"item_register", "no = %1$d"},
        {"item_ledger_entry", "item_register_no = %1$d"},
        {"value_entry", "item_register_no = %1$d"},
        {"item_application", "from_register_no = %1$d"},
        {"gl_register", "item_register_no = %1$d"},
        {"gl_entry", "gl_register_no IN (SELECT no FROM gl_register WHERE item_register_no = %1$d)"},
        {"gl_entry_value_entry", "gl_register_no IN (SELECT no FROM gl_register WHERE item_register_no = %1$d)"}
    };

    private final List<Part> parts;

    private LedgerCopy(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static LedgerCopy ofRegister(Connection connection, long register) throws SQLException, IOException {
        var parts = new ArrayList<Part>();
        for (var ledger : LEDGERS) {
            var columns = columns(connection, ledger[0]);
            var bytes = new ByteArrayOutputStream();
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                    "COPY (SELECT " + columns + " FROM " + ledger[0] + " WHERE " + ledger[1].formatted(register) + ") TO STDOUT (FORMAT binary)", bytes);
            parts.add(new Part(ledger[0], columns, bytes.toByteArray(), rows));
        }
        return new LedgerCopy(parts);
    }

    static String columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = ? AND is_generated = 'NEVER' AND identity_generation IS NULL""")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** Writes all rows in one transaction. */
    long write(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        for (var part : parts) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY " + part.table() + " (" + part.columns() + ") FROM STDIN (FORMAT binary)", new ByteArrayInputStream(part.bytes()), 1 << 16);
        }
        connection.commit();
        connection.setAutoCommit(true);
        return rows();
    }

    private record Part(String table, String columns, byte[] bytes, long rows) {}
}
