package org.stockbook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:secret@db.example:5433/books, jdbc:postgresql://db.example:5433/books, ann, secret",
        "postgres://ann:secret@db.example/books, jdbc:postgresql://db.example:5432/books, ann, secret",
        "jdbc:postgresql://db.example/books?user=ann&password=secret, jdbc:postgresql://db.example:5432/books, ann, secret",
        "postgresql://ann:p%40ss%3Aw+rd@[::1]:5433/books, jdbc:postgresql://[::1]:5433/books, ann, p@ss:w+rd",
        "postgresql://ann@db/books?sslmode=require&user=bob, jdbc:postgresql://db:5432/books?sslmode=require, bob, ''"})
    void addresses_of_either_form_are_understood(String url, String jdbcUrl, String user, String password) {
        assertThat(ExternalDatabase.addressOf(url)).isEqualTo(new DatabaseAddress(jdbcUrl, user, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://ann:secret@db/books", "db:5432/books", "postgresql://db", "postgresql:///books",
        "postgresql://ann:sec ret@db/books", "nonsense"})
    void other_addresses_are_refused_without_repeating_the_password(String url) {
        assertThatThrownBy(() -> ExternalDatabase.addressOf(url)).isInstanceOfSatisfying(DatabaseUnavailable.class,
                refused -> assertThat(refused.problem().code()).isEqualTo("database.address-not-understood"))
                .message().doesNotContain("secret", "sec ret");
    }

    @Test
    void an_address_with_its_password_goes_through_one_line_and_back() {
        var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:5433/books", "a b", "p@ss:w+r/d%");

        assertThat(ExternalDatabase.addressOf(address.urlWithPassword())).isEqualTo(address);
        assertThat(address.withDatabase("other").jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/other");
        assertThat(address.database()).isEqualTo("books");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() {
        assertThatThrownBy(() -> ExternalDatabase.fromUrl("postgresql://ann:secret@127.0.0.1:1/books"))
                .isInstanceOfSatisfying(DatabaseUnavailable.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("database.not-reachable"))
                .message().contains("127.0.0.1:1").doesNotContain("secret");
    }

    @Test
    void a_database_that_somebody_else_runs_is_used_and_not_stopped() throws Exception {
        var server = ThrowAwayServer.shared();
        var database = server.create();
        try (var external = ExternalDatabase.fromUrl(database.urlWithPassword())) {
            assertThat(external.address()).isEqualTo(database);
        }
        try (var connection = database.connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        server.drop(database);
    }
}
