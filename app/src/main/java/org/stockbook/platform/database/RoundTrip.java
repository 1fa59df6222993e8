package org.stockbook.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * Several statements sent to the server together and answered together: a posting needs a dozen small statements, and waiting
 * for each of them alone would take longer than executing all. Each statement still sees what those before it did, and what
 * other transactions committed before it began.
 */
public final class RoundTrip {

    /** Takes over one row of an answer. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Takes over a whole answer. */
    @FunctionalInterface
    private interface Answer {
        void take(DSLContext dsl, ResultSet rows) throws SQLException;
    }

    private static final RowReader NO_ROWS = _ -> {};

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final List<Answer> readers = new ArrayList<>();

    /** Adds a statement that answers with rows; a {@code ?} in it is replaced by the parameter at its place. */
    public RoundTrip query(String statement, RowReader reader, Object... values) {
        return add(statement, (_, rows) -> {
            while (rows.next()) {
                reader.read(rows);
            }
        }, values);
    }

    /** Adds a statement whose rows are answered all together, as jOOQ reads them. */
    public RoundTrip records(String statement, Consumer<? super Result<Record>> reader, Object... values) {
        return add(statement, (dsl, rows) -> reader.accept(dsl.fetch(rows)), values);
    }

    private RoundTrip add(String statement, Answer reader, Object... values) {
        if (!sql.isEmpty()) {
            sql.append(";\n");
        }
        sql.append(statement);
        parameters.addAll(List.of(values));
        readers.add(reader);
        return this;
    }

    /** Adds a statement that answers with nothing. */
    public RoundTrip update(String statement, Object... values) {
        return query(statement, NO_ROWS, values);
    }

    public boolean isEmpty() {
        return readers.isEmpty();
    }

    /** Forgets what was added. */
    void clear() {
        sql.setLength(0);
        parameters.clear();
        readers.clear();
    }

    /** Executes all statements in the current transaction of this jOOQ context. */
    public void run(DSLContext dsl) {
        if (!isEmpty()) {
            dsl.connection(connection -> execute(dsl, connection));
        }
    }

    private void execute(DSLContext dsl, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            var hasRows = statement.execute();
            for (var reader : readers) {
                if (hasRows) {
                    read(dsl, statement, reader);
                }
                hasRows = statement.getMoreResults();
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            switch (parameters.get(i)) {
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case Boolean truth -> statement.setBoolean(i + 1, truth);
                // Texts, dates and arrays travel as text, to be read as whatever type stands at their place.
                case Object value -> statement.setObject(i + 1, value.toString(), Types.OTHER);
            }
        }
    }

    private static void read(DSLContext dsl, PreparedStatement statement, Answer reader) throws SQLException {
        try (var rows = statement.getResultSet()) {
            reader.take(dsl, rows);
        }
    }
}
