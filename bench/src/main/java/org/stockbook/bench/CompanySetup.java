package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Setups and items, the same in every run: written past the program, for they are not what is measured. */
final class CompanySetup {
    static final String LOCATION = "MAIN";
    static final String INVENTORY_GROUP = "RESALE";
    static final String PRODUCT_GROUP = "RETAIL";
    static final String CHARGE = "FREIGHT";

    /** Entries begin here, one accounting period for each month of three years. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private CompanySetup() {}

    /** Groups, accounts, one location, accounting periods. Costs go to the general ledger at once and are always adjusted. */
    static void write(Connection connection) throws SQLException {
        execute(connection,
                "INSERT INTO location (code) VALUES ('" + LOCATION + "')",
                "INSERT INTO inventory_posting_group (code) VALUES ('" + INVENTORY_GROUP + "')",
                "INSERT INTO general_product_group (code) VALUES ('" + PRODUCT_GROUP + "')",
                "INSERT INTO item_charge (no) VALUES ('" + CHARGE + "')",
                "INSERT INTO gl_account (no, name) VALUES " + Stream.of("2110", "2111", "7110", "7120", "7130", "7170", "7190", "7191", "5510", "5530")
                        .map(no -> "('" + no + "', 'Account " + no + "')").collect(Collectors.joining(", ")),
                """
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id,
                    cost_of_goods_sold_account_id, cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id,
                    inventory_accrual_interim_account_id, direct_cost_applied_account_id, overhead_applied_account_id,
                    purchase_variance_account_id, purchase_account_id, sales_account_id)
                SELECT 0, g.id, a('7190'), a('7191'), a('7170'), a('5510'), a('7130'), a('7120'), a('7110'), a('7110'), a('7110')
                FROM general_product_group g WHERE g.code = 'RETAIL'""".replaceAll("a\\(('\\d+')\\)", "(SELECT id FROM gl_account WHERE no = $1)"),
                """
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT l.id, g.id, (SELECT id FROM gl_account WHERE no = '2110'), (SELECT id FROM gl_account WHERE no = '2111')
                FROM location l, inventory_posting_group g WHERE g.code = 'RESALE'""",
                "INSERT INTO accounting_period (starting_date, new_fiscal_year) VALUES " + IntStream.range(0, 36)
                        .mapToObj(month -> "('" + FIRST_DAY.plusMonths(month) + "', " + (month % 12 == 0) + ")").collect(Collectors.joining(", ")));
    }

    /**
     * Items from a number on.
     *
     * @param methods the costing methods in turn, separated by commas
     */
    static void writeItems(Connection connection, int from, int count, String methods) throws SQLException {
        execute(connection,
                """
                INSERT INTO item (no, description, costing_method, inventory_posting_group_id, general_product_group_id)
                SELECT 'I' || lpad(n::text, 6, '0'), 'Item ' || n,
                    (string_to_array('%s', ','))[1 + n %% array_length(string_to_array('%s', ','), 1)]::costing_method,
                    (SELECT id FROM inventory_posting_group WHERE code = 'RESALE'), (SELECT id FROM general_product_group WHERE code = 'RETAIL')
                FROM generate_series(%d, %d) AS n""".formatted(methods, methods, from, from + count - 1),
                "UPDATE item_cost SET standard_cost = 10, unit_cost = 10");
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
