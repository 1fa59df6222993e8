package org.stockbook.scenario.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.stockbook.scenario.operation.Fixture;

/** Fills the tables of a new company with what a fixture holds beside items: accounts, setups, partners, periods. */
final class FixtureTables {
    private final DSLContext dsl;

    FixtureTables(DSLContext dsl) {
        this.dsl = dsl;
    }

    void load(Fixture fixture) {
        dsl.execute("UPDATE company SET local_currency_code = ?", fixture.company().localCurrency());
        dimensions(fixture);
        fixture.locations().forEach(location ->
                dsl.execute("INSERT INTO location (code, in_transit) VALUES (?, ?)", location.code(), location.inTransit()));
        groups(fixture);
        dsl.execute("INSERT INTO item_tracking_code (code, serial_specific) VALUES ('SERIAL', true)");
        fixture.accounts().forEach(account -> dsl.execute("INSERT INTO gl_account (no, name) VALUES (?, ?)", account.no(), account.no()));
        fixture.inventoryPostingSetup().forEach(this::setup);
        fixture.generalPostingSetup().forEach(this::setup);
        fixture.vendors().forEach(partner -> partner("vendor", partner));
        fixture.customers().forEach(partner -> partner("customer", partner));
        fixture.itemCharges().forEach(charge -> dsl.execute(
                """
                INSERT INTO item_charge (no, description, general_product_group_id)
                SELECT ?, ?, id FROM general_product_group WHERE code = ?""",
                charge.no(), charge.description(), charge.genProdPostingGroup()));
        dsl.execute(
                """
                INSERT INTO accounting_period (starting_date, new_fiscal_year)
                SELECT start, extract(month FROM start) = 1 FROM generate_series(?::date, ?::date, interval '1 month') AS start""",
                Fixture.FIRST_PERIOD, Fixture.LAST_PERIOD);
    }

    private void dimensions(Fixture fixture) {
        for (var dimension : fixture.dimensions()) {
            dsl.execute("INSERT INTO dimension (code) VALUES (?)", dimension.code());
            dimension.values().forEach(value -> dsl.execute(
                    "INSERT INTO dimension_value (dimension_id, code) SELECT id, ? FROM dimension WHERE code = ?",
                    value, dimension.code()));
        }
        dsl.execute(
                """
                UPDATE general_ledger_setup SET
                    global_dimension_1_id = (SELECT id FROM dimension WHERE code = ?),
                    global_dimension_2_id = (SELECT id FROM dimension WHERE code = ?)""",
                fixture.company().globalDimension1(), fixture.company().globalDimension2());
    }

    private void groups(Fixture fixture) {
        var business = new LinkedHashSet<String>();
        var product = new LinkedHashSet<String>();
        var inventory = new LinkedHashSet<String>();
        fixture.generalPostingSetup().forEach(row -> {
            business.add(row.genBusPostingGroup());
            product.add(row.genProdPostingGroup());
        });
        fixture.inventoryPostingSetup().forEach(row -> inventory.add(row.inventoryPostingGroup()));
        fixture.vendors().forEach(partner -> business.add(partner.genBusPostingGroup()));
        fixture.customers().forEach(partner -> business.add(partner.genBusPostingGroup()));
        fixture.itemCharges().forEach(charge -> product.add(charge.genProdPostingGroup()));
        codes("general_business_group", business);
        codes("general_product_group", product);
        codes("inventory_posting_group", inventory);
    }

    private void codes(String table, Set<String> codes) {
        codes.stream().filter(code -> !code.isEmpty()).forEach(code ->
                dsl.execute("INSERT INTO " + table + " (code) VALUES (?)", code));
    }

    private void setup(Fixture.InventoryPostingSetup row) {
        dsl.execute(
                """
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id,
                    inventory_interim_account_id, work_in_progress_account_id, material_variance_account_id,
                    capacity_variance_account_id, subcontracted_variance_account_id, capacity_overhead_variance_account_id,
                    manufacturing_overhead_variance_account_id)
                VALUES ((SELECT id FROM location WHERE code = ?), (SELECT id FROM inventory_posting_group WHERE code = ?),
                    %s, %s, %s, %s, %s, %s, %s, %s)""".replace("%s", "(SELECT id FROM gl_account WHERE no = ?)"),
                row.location(), row.inventoryPostingGroup(), row.inventory(), row.inventoryInterim(), row.wip(),
                row.materialVariance(), row.capacityVariance(), row.subcontractedVariance(), row.capacityOverheadVariance(),
                row.manufacturingOverheadVariance());
    }

    private void setup(Fixture.GeneralPostingSetup row) {
        dsl.execute(
                """
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id,
                    inventory_adjustment_account_id, direct_cost_applied_account_id, overhead_applied_account_id,
                    purchase_variance_account_id, cost_of_goods_sold_account_id, cost_of_goods_sold_interim_account_id,
                    inventory_accrual_interim_account_id, purchase_account_id, sales_account_id)
                VALUES ((SELECT id FROM general_business_group WHERE code = ?),
                    (SELECT id FROM general_product_group WHERE code = ?), %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
                        .replace("%s", "(SELECT id FROM gl_account WHERE no = ?)"),
                row.genBusPostingGroup(), row.genProdPostingGroup(), row.inventoryAdjustment(), row.directCostApplied(),
                row.overheadApplied(), row.purchaseVariance(), row.cogs(), row.cogsInterim(), row.inventoryAccrualInterim(),
                row.purchases(), row.sales());
    }

    /** A row as it is now; accounts that it names for the first time are made. */
    void keep(Fixture.InventoryPostingSetup row) {
        code("inventory_posting_group", row.inventoryPostingGroup());
        accounts(row.inventory(), row.inventoryInterim(), row.wip(), row.materialVariance(), row.capacityVariance(),
                row.subcontractedVariance(), row.capacityOverheadVariance(), row.manufacturingOverheadVariance());
        dsl.execute(
                """
                DELETE FROM inventory_posting_setup WHERE location_id = (SELECT id FROM location WHERE code = ?)
                    AND inventory_posting_group_id = (SELECT id FROM inventory_posting_group WHERE code = ?)""",
                row.location(), row.inventoryPostingGroup());
        setup(row);
    }

    /** A row as it is now; accounts that it names for the first time are made. */
    void keep(Fixture.GeneralPostingSetup row) {
        code("general_business_group", row.genBusPostingGroup());
        code("general_product_group", row.genProdPostingGroup());
        accounts(row.inventoryAdjustment(), row.directCostApplied(), row.overheadApplied(), row.purchaseVariance(), row.cogs(),
                row.cogsInterim(), row.inventoryAccrualInterim(), row.purchases(), row.sales());
        dsl.execute(
                """
                DELETE FROM general_posting_setup
                WHERE general_business_group_id = (SELECT id FROM general_business_group WHERE code = ?)
                    AND general_product_group_id = (SELECT id FROM general_product_group WHERE code = ?)""",
                row.genBusPostingGroup(), row.genProdPostingGroup());
        setup(row);
    }

    private void code(String table, String code) {
        dsl.execute("INSERT INTO " + table + " (code) SELECT ? WHERE NOT EXISTS (SELECT FROM " + table + " WHERE code = ?)", code, code);
    }

    private void accounts(String... numbers) {
        for (var number : numbers) {
            if (!number.isEmpty()) {
                dsl.execute(
                        "INSERT INTO gl_account (no, name) SELECT ?, ? WHERE NOT EXISTS (SELECT FROM gl_account WHERE no = ?)",
                        number, number, number);
            }
        }
    }

    private void partner(String table, Fixture.Partner partner) {
        dsl.execute(
                "INSERT INTO " + table + " (no, general_business_group_id) SELECT ?, id FROM general_business_group WHERE code = ?",
                partner.no(), partner.genBusPostingGroup());
    }
}
