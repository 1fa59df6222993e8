package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a company has behind it: so many entries of so many items, written past the program.
 *
 * @param valuesPerEntry the first is its cost, the others are corrections of a few cents
 */
record LedgerHistory(int items, int entries, int valuesPerEntry, int days) {
    private static final int REGISTERED = 1_000;
    private static final int LINES = 4;

    /** Receipts and issues in turn over all items and days, each with a correction of a few cents. */
    void write(Connection connection) throws SQLException {
        CompanySetup.execute(connection,
                "INSERT INTO item_register (no, user_id, source_code) SELECT nextval('item_register_no'), 0, 'ITEMJNL' FROM generate_series(0, " + entries / REGISTERED + ")",
                "CREATE TEMPORARY TABLE moved AS SELECT n, i.id AS item, l.id AS place, g.id AS inventory, p.id AS product,"
                        + " date '" + CompanySetup.FIRST_DAY + "' + (n / " + items + " * 379 + n) % " + days + " AS day, n / " + items + " % 2 = 0 AS increase"
                        + " FROM generate_series(1, " + entries + ") AS n JOIN item i ON i.no = 'I' || lpad((n % " + items + ")::text, 6, '0')"
                        + " JOIN location l ON l.code = 'MAIN' JOIN inventory_posting_group g ON g.code = 'RESALE'"
                        + " JOIN general_product_group p ON p.code = 'RETAIL'",
                """
                INSERT INTO item_ledger_entry (item_id, entry_no, item_register_no, variant_id, location_id, entry_type, posting_date,
                    document_date, quantity, remaining_quantity, invoiced_quantity, completely_invoiced, inventory_posting_group_id,
                    general_business_group_id, general_product_group_id, document_no, source_code)
                SELECT item, n, 1 + n / %1$d, 0, place, (CASE WHEN increase THEN 'PURCHASE' ELSE 'SALE' END)::entry_type, day, day,
                    CASE WHEN increase THEN 5 ELSE -4 END, 0, CASE WHEN increase THEN 5 ELSE -4 END, true, inventory, 0, product, 'D' || n / %2$d, 'ITEMJNL'
                FROM moved ORDER BY n""".formatted(REGISTERED, LINES),
                """
                INSERT INTO value_entry (item_id, item_ledger_entry_no, entry_no, item_register_no, variant_id, location_id,
                    item_ledger_entry_type, value_entry_type, posting_date, valuation_date, document_date, valued_quantity,
                    item_ledger_entry_quantity, invoiced_quantity, cost_amount_actual, inventory_posting_group_id,
                    general_business_group_id, general_product_group_id, document_no, source_code)
                SELECT item, n, n * %2$d + v, 1 + n / %1$d, 0, place, (CASE WHEN increase THEN 'PURCHASE' ELSE 'SALE' END)::entry_type, 'DIRECT_COST',
                    day, day, day, CASE WHEN increase THEN 5 ELSE -4 END, CASE WHEN v = 1 THEN 0 WHEN increase THEN 5 ELSE -4 END,
                    CASE WHEN v = 1 THEN 0 WHEN increase THEN 5 ELSE -4 END, CASE WHEN v = 1 THEN 0.03 WHEN increase THEN 50 ELSE -40 END + n %% 1009 * 0.01,
                    inventory, 0, product, 'D' || n / %3$d, 'ITEMJNL'
                FROM moved CROSS JOIN generate_series(0, %2$d - 1) AS v ORDER BY n""".formatted(REGISTERED, valuesPerEntry, LINES),
                "DROP TABLE moved");
    }
}
