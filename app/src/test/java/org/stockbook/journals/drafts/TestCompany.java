package org.stockbook.journals.drafts;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A small company whose journals can be posted. */
public final class TestCompany {
    private TestCompany() {}

    public static void found(DSLContext dsl) {
        dsl.execute("INSERT INTO location (code, in_transit) VALUES ('BLUE', false), ('RED', false), ('TRANSIT', true)");
        dsl.execute("INSERT INTO unit_of_measure (code) VALUES ('PCS'), ('BOX')");
        dsl.execute("INSERT INTO item_tracking_code (code, serial_specific) VALUES ('SERIAL', true)");
        dsl.execute("INSERT INTO inventory_posting_group (code) VALUES ('RESALE')");
        dsl.execute("INSERT INTO general_product_group (code) VALUES ('RETAIL')");
        dsl.execute("UPDATE general_ledger_setup SET allow_posting_from = '2020-01-01'");
        dsl.execute("UPDATE company SET work_date = '2026-03-05'");
        dsl.execute("INSERT INTO dimension (code) VALUES ('DEPARTMENT')");
        dsl.execute("INSERT INTO dimension_value (dimension_id, code) SELECT id, 'SALES' FROM dimension");
        dsl.execute("UPDATE general_ledger_setup SET global_dimension_1_id = (SELECT id FROM dimension WHERE code = 'DEPARTMENT')");
        dsl.execute("INSERT INTO number_series (code) VALUES ('IJ'), ('PI')");
        dsl.execute("""
                INSERT INTO number_series_line (number_series_id, starting_number)
                SELECT id, CASE code WHEN 'IJ' THEN 'IJ-0001' ELSE 'PI-0101' END FROM number_series WHERE code IN ('IJ', 'PI')""");
        dsl.execute("INSERT INTO gl_account (no) SELECT no FROM unnest(ARRAY['1300','1305','2250','5000','5005','5050','5100','5110','5200']) AS no");
        dsl.execute("""
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT l.id, g.id, (SELECT id FROM gl_account WHERE no = '1300'), (SELECT id FROM gl_account WHERE no = '1305')
                FROM location l, inventory_posting_group g""");
        dsl.execute("""
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id, cost_of_goods_sold_account_id,
                    cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id, inventory_accrual_interim_account_id,
                    direct_cost_applied_account_id, overhead_applied_account_id, purchase_variance_account_id)
                SELECT 0, g.id, a('5000'), a('5005'), a('5050'), a('2250'), a('5100'), a('5110'), a('5200')
                FROM general_product_group g WHERE g.id <> 0""".replaceAll("a\\('(\\d+)'\\)", "(SELECT id FROM gl_account WHERE no = '$1')"));
    }

    /** A new item with two variants and a box of twelve. */
    public static String item(DSLContext dsl, String method, String unitCost) {
        var no = "I" + dsl.fetchCount(DSL.table("item"));
        dsl.execute("""
                INSERT INTO item (no, description, costing_method, base_unit_of_measure_id, inventory_posting_group_id, general_product_group_id)
                SELECT ?, ?, ?::costing_method, u.id, g.id, p.id FROM unit_of_measure u, inventory_posting_group g, general_product_group p
                WHERE u.code = 'PCS' AND g.code = 'RESALE' AND p.code = 'RETAIL'""", no, "Test " + no, method);
        dsl.execute("""
                INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit)
                SELECT i.id, u.id, CASE u.code WHEN 'BOX' THEN 12 ELSE 1 END FROM item i, unit_of_measure u WHERE i.no = ?""", no);
        dsl.execute("INSERT INTO item_variant (item_id, code) SELECT id, unnest(ARRAY['V1', 'V2']) FROM item WHERE no = ?", no);
        dsl.execute("UPDATE item_cost SET unit_cost = ?::numeric WHERE item_id = (SELECT id FROM item WHERE no = ?)", unitCost, no);
        return no;
    }
}
