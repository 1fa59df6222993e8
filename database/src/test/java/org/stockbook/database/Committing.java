package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The program that the tests kill.
 *
 * <p>{@code commit}: commits rows one by one and prints the number of each after its commit was answered, for ever.
 * <p>{@code list}: prints the numbers of all rows.
 * <p>{@code hold}: prints when the server was started, and uses it until the end of its input.
 */
final class Committing {

    private Committing() {}

    /** Arguments: the data folder, the folder of the program files, the task. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (var server = EmbeddedPostgres.start(new DataFolder(Path.of(arguments[0]), Path.of(arguments[1])))) {
            switch (arguments[2]) {
                case "commit" -> commit(server.address());
                case "list" -> print(server.address(), "SELECT number FROM committed ORDER BY number");
                case "hold" -> {
                    print(server.address(), "SELECT pg_postmaster_start_time()");
                    System.in.readAllBytes();
                }
                default -> throw new IllegalArgumentException(arguments[2]);
            }
        }
    }

    private static void commit(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS committed "
                    + "(number bigint GENERATED ALWAYS AS IDENTITY, words text DEFAULT repeat('stock', 100))");
            while (true) {
                try (var row = statement.executeQuery("INSERT INTO committed DEFAULT VALUES RETURNING number")) {
                    row.next();
                    System.out.println(row.getLong(1));
                }
            }
        }
    }

    private static void print(DatabaseAddress address, String query) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                System.out.println(rows.getString(1));
            }
        }
    }
}
