package org.stockbook.browser;

import org.jooq.DSLContext;

/** Just enough of a company that its item journal can be filled and posted. */
final class BicycleShop {
    private BicycleShop() {}

    static void furnish(DSLContext database) {
        database.execute("update company set name = 'Nordic Bikes', local_currency_code = 'EUR'");
        database.execute("insert into location (code, name) values ('MAIN', 'Main warehouse'), ('EAST', 'Shop East')");
        database.execute("insert into unit_of_measure (code, description) values ('PCS', 'Piece'), ('BOX', 'Box')");
        database.execute("insert into inventory_posting_group (code, description) values ('RESALE', 'Goods for resale')");
        database.execute("insert into general_product_group (code, description) values ('RETAIL', 'Retail')");
        database.execute("insert into gl_account (no, name, statement_type, category) values ('1300', 'Inventory', 'BALANCE_SHEET', 'ASSETS'), "
                + "('1305', 'Inventory (interim)', 'BALANCE_SHEET', 'ASSETS'), ('5050', 'Inventory adjustment', 'INCOME_STATEMENT', 'EXPENSE'), "
                + "('7110', 'Purchases', 'INCOME_STATEMENT', 'EXPENSE')");
        database.execute("insert into inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id) "
                + "select location.id, g.id, a.id, i.id from location, inventory_posting_group g, gl_account a, gl_account i where g.code = 'RESALE' and a.no = '1300' and i.no = '1305'");
        database.execute("insert into general_posting_setup (general_business_group_id, general_product_group_id, inventory_adjustment_account_id, direct_cost_applied_account_id, "
                + "inventory_accrual_interim_account_id, cost_of_goods_sold_account_id, purchase_account_id) select 0, g.id, a.id, a.id, a.id, a.id, p.id "
                + "from general_product_group g, gl_account a, gl_account p where g.code = 'RETAIL' and a.no = '5050' and p.no = '7110'");
        database.execute("insert into item (no, description, base_unit_of_measure_id, inventory_posting_group_id, general_product_group_id) "
                + "select 'HELMET-' || n, 'Helmet, size ' || n, u.id, i.id, g.id from generate_series(1, 60) n, unit_of_measure u, inventory_posting_group i, general_product_group g "
                + "where u.code = 'PCS' and i.code = 'RESALE' and g.code = 'RETAIL'");
        database.execute("insert into item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit) select item.id, item.base_unit_of_measure_id, 1 from item");
        database.execute("update item_cost set unit_cost = 13.72");
    }
}
