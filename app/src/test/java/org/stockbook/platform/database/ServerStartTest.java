package org.stockbook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.stockbook.database.DatabaseUnavailable;
import org.stockbook.database.ThrowAwayServer;

class ServerStartTest {
    @Test
    void the_tables_are_there_when_the_server_is() throws SQLException {
        var empty = ThrowAwayServer.shared().template("server_start", database -> { });
        var address = ThrowAwayServer.shared().clone(empty);
        try {
            var server = ServerStart.of(address.urlWithPassword(), "").server();

            try (var connection = server.address().connect(); var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT max(version) FROM flyway_schema_history WHERE success")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(Migrations.latest());
            }
        } finally {
            ThrowAwayServer.shared().drop(address);
        }
    }

    /** A changed sum in the history is what Flyway refuses as soon as it looks. */
    @Test
    void migrations_are_looked_at_again_only_where_others_were_applied_last() throws SQLException {
        try (var books = ScratchDatabase.create(); var connection = books.address().connect(); var statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '0001'");
            Migrations.applyTo(books.address());

            statement.execute("COMMENT ON TABLE flyway_schema_history IS 'another program'");

            assertThatThrownBy(() -> Migrations.applyTo(books.address())).isInstanceOf(FlywayException.class);
        }
    }

    @Test
    void a_database_of_an_older_program_is_migrated() throws SQLException {
        var empty = ThrowAwayServer.shared().template("server_start", database -> { });
        var address = ThrowAwayServer.shared().clone(empty);
        try {
            Migrations.applyTo(address, "0001");
            Migrations.applyTo(address);

            try (var connection = address.connect(); var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT max(version) FROM flyway_schema_history WHERE success")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(Migrations.latest());
            }
        } finally {
            ThrowAwayServer.shared().drop(address);
        }
    }

    @Test
    void a_server_that_does_not_come_is_said_to_whoever_needs_it_and_can_be_abandoned() {
        var start = ServerStart.of("postgresql://nobody:nothing@127.0.0.1:1/nowhere", "");

        assertThatThrownBy(start::server).hasCauseInstanceOf(DatabaseUnavailable.class);
        start.abandon();
    }
}
