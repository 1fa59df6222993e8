package org.stockbook.inventory.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockbook.inventory.LedgerPosting;
import org.stockbook.inventory.store.ledger.Bicycles.Deal;
import org.stockbook.platform.database.PostgresTest;

/** The database refuses what nobody may do to a ledger, tried with plain SQL (spec: ledger, I11 and section 11; finance, section 4). */
@PostgresTest
class LedgerProtectionTest {
    private final DSLContext dsl;

    LedgerProtectionTest(DSLContext dsl) {
        this.dsl = dsl;
    }

    @BeforeEach
    void one_purchase_one_sale_and_one_general_ledger_transaction() {
        if (dsl.fetchCount(DSL.table("item")) > 0) {
            return;
        }
        Bicycles.create(dsl);
        dsl.transaction(transaction -> {
            var books = Bicycles.ledger(transaction.dsl()).lock(List.of(Bicycles.BIKE));
            var book = books.load(List.of(Bicycles.request(Bicycles.BIKE, Bicycles.SHOP, "0"))).get(Bicycles.BIKE);
            var numbers = books.numbers(2);
            var bought = Bicycles.buy(book, numbers, Bicycles.SHOP, Deal.of("10", "100.00", "2026-01-02"));
            Bicycles.sell(book, numbers, bought, Deal.of("4", "40.00", "2026-01-05"));
            books.append(LedgerPosting.of(Bicycles.STAMP, List.of(book)));
        });
        dsl.execute("INSERT INTO gl_register (no, user_id, source_code, first_gl_entry_no, last_gl_entry_no) VALUES (1, 0, 'GENJNL', 1, 2)");
        dsl.execute(transaction(1, "100.00", "-100.00"));
        dsl.execute("INSERT INTO gl_entry_value_entry SELECT 1, item_id, item_ledger_entry_no, entry_no, 1 FROM value_entry LIMIT 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"item_ledger_entry", "value_entry", "item_application", "item_register", "gl_entry", "gl_register",
        "gl_entry_value_entry"})
    void rows_are_neither_deleted_nor_truncated(String table) {
        assertThat(dsl.fetchCount(DSL.table(table))).isPositive();
        assertRefused("DELETE FROM " + table, "never changed or removed");
        assertRefused("TRUNCATE " + table + " CASCADE", "never changed or removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE item_ledger_entry SET quantity = quantity + 1", "UPDATE item_ledger_entry SET posting_date = posting_date + 1",
        "UPDATE item_ledger_entry SET item_id = item_id", "UPDATE item_ledger_entry SET document_no = 'X'",
        "UPDATE item_ledger_entry SET item_register_no = 0", "UPDATE value_entry SET cost_amount_actual = 0",
        "UPDATE value_entry SET cost_amount_expected = 1", "UPDATE value_entry SET posting_date = posting_date - 1",
        "UPDATE value_entry SET inventory_posting_group_id = 0", "UPDATE item_application SET quantity = 1",
        "UPDATE item_application SET carries_cost = false", "UPDATE item_register SET created_at = now()",
        "UPDATE gl_entry SET amount = 0", "UPDATE gl_entry SET gl_account_id = gl_account_id",
        "UPDATE gl_entry SET transaction_no = 7", "UPDATE gl_register SET user_id = 0",
        "UPDATE gl_entry_value_entry SET gl_entry_no = 2"})
    void what_was_posted_is_not_changed(String update) {
        assertRefused(update, "never changed or removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE item_ledger_entry SET remaining_quantity = 3, to_adjust = true, completely_invoiced = false, last_invoice_date = NULL,"
                + " shipped_quantity_not_returned = 0, applies_to_entry_no = NULL, invoiced_quantity = 0 WHERE quantity > 0",
        "UPDATE value_entry SET valuation_date = valuation_date + 1, valued_by_average_cost = NOT valued_by_average_cost,"
                + " cost_posted_to_gl = cost_amount_actual, expected_cost_posted_to_gl = 0",
        "UPDATE gl_register SET reversed = true", "UPDATE gl_entry SET reversed_by_entry_no = 9"})
    void the_few_changing_facts_may_change(String update) {
        assertThat(rolledBack(update)).isPositive();
    }

    @Test
    void a_removed_application_stays_removed() {
        var remove = "UPDATE item_application SET removed_by_register_no = from_register_no";
        assertThat(rolledBack(remove)).isPositive();
        assertThatThrownBy(() -> dsl.transaction(transaction -> {
            transaction.dsl().execute(remove);
            transaction.dsl().execute("UPDATE item_application SET removed_by_register_no = NULL");
        })).hasMessageContaining("never changed or removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remaining_quantity = 11", "remaining_quantity = -1", "invoiced_quantity = 11", "shipped_quantity_not_returned = -1"})
    void an_increase_holds_nothing_outside_its_quantity(String change) {
        assertRefused("UPDATE item_ledger_entry SET " + change + " WHERE quantity > 0", "within_quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remaining_quantity = 1", "remaining_quantity = -5", "invoiced_quantity = 1", "shipped_quantity_not_returned = 1"})
    void a_decrease_holds_nothing_outside_its_quantity(String change) {
        assertRefused("UPDATE item_ledger_entry SET " + change + " WHERE quantity < 0", "within_quantity");
    }

    @Test
    void cost_is_posted_to_the_general_ledger_whole_or_not_at_all() {
        assertRefused("UPDATE value_entry SET cost_posted_to_gl = 1.23", "cost_posted_once");
    }

    @Test
    void an_unbalanced_transaction_is_refused_by_name_and_difference() {
        assertRefused(transaction(2, "100.00", "-99.99"), "transaction 2 is out of balance by 0.01");
    }

    @Test
    void two_transactions_that_balance_only_together_are_refused() {
        assertRefused("INSERT INTO gl_entry (entry_no, transaction_no, gl_register_no, gl_account_id, posting_date, document_date, document_no, amount, source_code)"
                + " SELECT n, n, 1, (SELECT min(id) FROM gl_account), '2026-01-05', '2026-01-05', 'D', CASE n WHEN 11 THEN 5 ELSE -5 END, 'GENJNL'"
                + " FROM generate_series(11, 12) n", "out of balance");
    }

    @Test
    void a_transaction_is_not_extended_even_by_entries_that_balance() {
        assertRefused(transaction(1, "5.00", "-5.00").replace("- 1 + n", "+ 100 + n"), "complete and cannot be extended");
    }

    /** Links between ledgers are checked by trigger, for all rows of a statement at once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value_entry | {"entry_no": 77, "item_ledger_entry_no": 999} | item_ledger_entry
            value_entry | {"entry_no": 77, "item_register_no": 999} | item_register
            value_entry | {"entry_no": 77, "item_charge_id": 999} | item_charge
            item_ledger_entry | {"entry_no": 77, "item_register_no": 999} | item_register
            item_ledger_entry | {"entry_no": 77, "item_id": 999} | item
            item_ledger_entry | {"entry_no": 77, "variant_id": 999} | item_variant
            item_ledger_entry | {"entry_no": 77, "location_id": 999} | location
            item_application | {"entry_no": 77, "inbound_entry_no": 999} | item_ledger_entry
            item_application | {"entry_no": 77, "outbound_entry_no": 999, "owner_entry_no": 999} | item_ledger_entry
            item_application | {"entry_no": 77, "from_register_no": 999} | item_register
            gl_entry_value_entry | {"gl_entry_no": 999} | gl_entry
            gl_entry_value_entry | {"value_entry_no": 999} | value_entry""")
    void a_row_that_names_nothing_is_refused(String table, String values, String missing) {
        var row = table.equals("item_application") ? "quantity < 0" : "true";
        var columns = dsl.fetchValue("SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns WHERE table_name = ? AND is_generated = 'NEVER'", table);
        assertRefused("INSERT INTO %1$s (%4$s) SELECT %4$s FROM (SELECT (jsonb_populate_record(t, '%2$s')).* FROM %1$s t WHERE %3$s LIMIT 1) AS changed"
                        .formatted(table, values, row, columns),
                "999, which is not in " + missing);
    }

    @Test
    void an_increase_feeds_and_a_decrease_takes_never_the_reverse() {
        assertRefused("INSERT INTO item_application SELECT (jsonb_populate_record(a, jsonb_build_object('entry_no', 77,"
                + " 'inbound_entry_no', outbound_entry_no, 'outbound_entry_no', inbound_entry_no, 'owner_entry_no', inbound_entry_no))).* FROM item_application a WHERE quantity < 0",
                "which is not in item_ledger_entry");
    }

    @Test
    void an_entry_of_an_account_or_a_currency_that_does_not_exist_is_refused() {
        var account = "(SELECT min(id) FROM gl_account)";
        assertRefused(transaction(3, "1.00", "-1.00").replace(account, "999"), "999, which is not in gl_account");
        assertRefused(transaction(3, "1.00", "-1.00").replace("amount, source", "currency_id, amount, source").replace("'D',", "'D', 999,"),
                "999, which is not in currency");
    }

    @Test
    void relations_to_an_entry_that_does_not_exist_are_refused_where_others_of_them_do() {
        assertRefused("INSERT INTO gl_entry_value_entry SELECT n, item_id, item_ledger_entry_no, entry_no, 1 FROM value_entry, generate_series(2, 3) n",
                "3, which is not in gl_entry");
    }

    /** Many are compared as a set, which must find the one that is wrong among them. */
    @Test
    void of_many_rows_the_one_that_names_nothing_is_refused() {
        var values = "INSERT INTO value_entry SELECT (jsonb_populate_record(v, jsonb_build_object('entry_no', 1000 + n, 'item_ledger_entry_no',"
                + " %s))).* FROM value_entry v, generate_series(1, 200) n WHERE v.entry_no = (SELECT min(entry_no) FROM value_entry) AND n <> 150; ";
        assertRefused(values.formatted("CASE n WHEN 77 THEN 3 ELSE v.item_ledger_entry_no END"), "3, which is not in item_ledger_entry");

        var relations = values.formatted("v.item_ledger_entry_no")
                + "INSERT INTO gl_entry_value_entry SELECT 1, item_id, %s, 1 FROM value_entry WHERE entry_no > 1000";
        var right = relations.formatted("item_ledger_entry_no, entry_no");
        assertThat(rolledBack(right)).isEqualTo(199);
        assertRefused(relations.formatted("item_ledger_entry_no, CASE entry_no WHEN 1151 THEN 1150 ELSE entry_no END"), "1150, which is not in value_entry");
        assertRefused(relations.formatted("CASE entry_no WHEN 1151 THEN 2 ELSE item_ledger_entry_no END, entry_no"), "1151, which is not in value_entry");
    }

    @ParameterizedTest
    @CsvSource({"gl_account, gl_entry", "location, item_ledger_entry"})
    void what_a_ledger_names_is_neither_deleted_nor_given_another_key(String named, String ledger) {
        var row = " WHERE id IN (SELECT %s_id FROM %s)".formatted(named, ledger);
        // Whatever else refers to it lets go first.
        var alone = "DO $$ DECLARE k record; BEGIN FOR k IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'f'"
                + " AND confrelid = '%s'::regclass LOOP EXECUTE format('ALTER TABLE %%s DROP CONSTRAINT %%I', k.t, k.conname); END LOOP; END $$; ";
        assertRefused(alone.formatted(named) + "DELETE FROM " + named + row, "a row of " + ledger + " names");
        assertRefused(alone.formatted(named) + "UPDATE " + named + " SET id = id + 1000" + row, "a row of " + ledger + " names");
    }

    @Test
    void an_account_that_an_entry_is_just_being_posted_to_is_not_deleted_meanwhile() throws Exception {
        dsl.execute("INSERT INTO gl_account (no, name) VALUES ('9999', 'Hardly used')");
        var account = "(SELECT id FROM gl_account WHERE no = '9999')";
        var deleting = new CompletableFuture<Integer>();
        dsl.transaction(transaction -> {
            transaction.dsl().execute(transaction(4, "1.00", "-1.00").replace("(SELECT min(id) FROM gl_account)", account));
            Thread.ofVirtual().start(() -> {
                try {
                    deleting.complete(dsl.execute("DELETE FROM gl_account WHERE no = '9999'"));
                } catch (DataAccessException refused) {
                    deleting.completeExceptionally(refused);
                }
            });
            assertThatThrownBy(() -> deleting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThatThrownBy(() -> deleting.get(10, TimeUnit.SECONDS)).hasMessageContaining("a row of gl_entry names");
    }

    private static String transaction(long number, String debit, String credit) {
        return ("INSERT INTO gl_entry (entry_no, transaction_no, gl_register_no, gl_account_id, posting_date, document_date, document_no, amount, source_code)"
                + " SELECT 2 * %d - 1 + n, %d, 1, (SELECT min(id) FROM gl_account), '2026-01-05', '2026-01-05', 'D',"
                + " CASE n WHEN 0 THEN %s ELSE %s END, 'GENJNL' FROM generate_series(0, 1) n").formatted(number, number, debit, credit);
    }

    private void assertRefused(String sql, String reason) {
        assertThatThrownBy(() -> dsl.transaction(transaction -> transaction.dsl().execute(sql)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(reason);
    }

    /** How many rows a statement changes; undone afterwards. */
    private int rolledBack(String sql) {
        return dsl.connectionResult(connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }
}
