package org.stockbook.browser;

import java.util.List;
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
        database.execute("update item_cost set unit_cost = case item.no when 'HELMET-18' then 1213.71955 else 13.7205 end from item where item.id = item_id and item.no in ('HELMET-18', 'HELMET-19')");
        database.execute("insert into dimension (code, name) values ('PROJECT', 'Project'), ('REGION', 'Region')");
        trade(database);
    }

    /** A vendor, a customer, VAT and numbers, so that documents can be made and posted. */
    private static void trade(DSLContext database) {
        database.execute("insert into gl_account (no, name, statement_type, category) values ('2310', 'Receivables', 'BALANCE_SHEET', 'ASSETS'), "
                + "('5410', 'Payables', 'BALANCE_SHEET', 'LIABILITIES'), ('5610', 'VAT', 'BALANCE_SHEET', 'LIABILITIES'), ('6110', 'Sales', 'INCOME_STATEMENT', 'INCOME')");
        database.execute("insert into general_business_group (code) values ('HOME')");
        database.execute("insert into vat_business_group (code) values ('HOME')");
        database.execute("insert into vat_product_group (code) values ('VAT25')");
        database.execute("update item set vat_product_group_id = (select id from vat_product_group where code = 'VAT25')");
        database.execute("insert into general_posting_setup (general_business_group_id, general_product_group_id, inventory_adjustment_account_id, direct_cost_applied_account_id, "
                + "inventory_accrual_interim_account_id, cost_of_goods_sold_account_id, cost_of_goods_sold_interim_account_id, purchase_account_id, purchase_credit_memo_account_id, "
                + "sales_account_id, sales_credit_memo_account_id) select b.id, g.id, a.id, a.id, a.id, a.id, a.id, p.id, p.id, s.id, s.id from general_business_group b, "
                + "general_product_group g, gl_account a, gl_account p, gl_account s where b.code = 'HOME' and g.code = 'RETAIL' and a.no = '5050' and p.no = '7110' and s.no = '6110'");
        database.execute("insert into vat_posting_setup (vat_business_group_id, vat_product_group_id, vat_percentage, vat_identifier, sales_vat_account_id, purchase_vat_account_id) "
                + "select b.id, p.id, 25, 'VAT25', v.id, v.id from vat_business_group b, vat_product_group p, gl_account v where b.code = 'HOME' and p.code = 'VAT25' and v.no = '5610'");
        database.execute("insert into vendor_posting_group (code, payables_account_id) select 'HOME', id from gl_account where no = '5410'");
        database.execute("insert into customer_posting_group (code, receivables_account_id) select 'HOME', id from gl_account where no = '2310'");
        partner(database, "vendor", "GK", "G & K Bicycle Corp.");
        partner(database, "customer", "C10", "Pedal & Sons");
        partner(database, "customer", "C20", "Rønne Cykler");
        database.execute("insert into currency (code, description) values ('DKK', 'Danish krone')");
        database.execute("insert into currency_exchange_rate (currency_id, starting_date, exchange_rate_amount, relational_exchange_rate_amount) "
                + "select id, '2020-01-01', 100, 13.4 from currency where code = 'DKK'");
        database.execute("update customer set currency_id = (select id from currency where code = 'DKK') where no = 'C20'");
        database.execute("insert into return_reason (code, description, default_location_id, inventory_value_zero) select 'SCRAP', 'Worth nothing', id, true from location where code = 'EAST'");
        for (var purpose : List.of("PURCHASE_QUOTE", "PURCHASE_ORDER", "PURCHASE_RECEIPT", "PURCHASE_INVOICE", "PURCHASE_RETURN_ORDER", "PURCHASE_RETURN_SHIPMENT", "PURCHASE_CREDIT_MEMO",
                "SALES_QUOTE", "SALES_ORDER", "SALES_SHIPMENT", "SALES_INVOICE", "SALES_RETURN_ORDER",
                "SALES_RETURN_RECEIPT", "SALES_CREDIT_MEMO")) {
            var code = purpose.replaceAll("([A-Z])[A-Z]*_?", "$1");
            database.execute("insert into number_series (code) values (?)", code);
            database.execute("insert into number_series_line (number_series_id, starting_number) select id, ? from number_series where code = ?", code + "-0001", code);
            database.execute("insert into document_number_series select ?, id from number_series where code = ?", purpose, code);
        }
    }

    private static void partner(DSLContext database, String kind, String number, String name) {
        database.execute("insert into %1$s (no, name, %1$s_posting_group_id, general_business_group_id, vat_business_group_id) select ?, ?, p.id, g.id, v.id from %1$s_posting_group p, "
                .formatted(kind) + "general_business_group g, vat_business_group v where p.code = 'HOME' and g.code = 'HOME' and v.code = 'HOME'", number, name);
    }
}
