package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.InventoryBalance.INVENTORY_BALANCE;

import org.stockbook.platform.database.TableWriter;

/** What a posting adds to the stock at one place. Amounts in cents, quantities in hundred-thousandths. */
record BalanceRow(Key key, long quantity, long invoiced, long actual, long expected) {
    /** One row of the table. */
    record Key(long item, long variant, long location) {}

    static BalanceRow of(ValueRow row) {
        return new BalanceRow(
                new Key(row.keys().item(), row.keys().variant(), row.keys().location()),
                row.entry().itemLedgerEntryQuantity().unscaled(),
                row.entry().invoicedQuantity().unscaled(),
                row.entry().cost().actual().unscaled(),
                row.entry().cost().expected().unscaled());
    }

    BalanceRow plus(BalanceRow other) {
        return new BalanceRow(
                key, quantity + other.quantity, invoiced + other.invoiced, actual + other.actual, expected + other.expected);
    }

    static final TableWriter<BalanceRow> TABLE = TableWriter.<BalanceRow>into(INVENTORY_BALANCE)
            .int8(INVENTORY_BALANCE.ITEM_ID, row -> row.key.item())
            .int8(INVENTORY_BALANCE.VARIANT_ID, row -> row.key.variant())
            .int8(INVENTORY_BALANCE.LOCATION_ID, row -> row.key.location())
            .decimal(INVENTORY_BALANCE.QUANTITY, BalanceRow::quantity)
            .decimal(INVENTORY_BALANCE.INVOICED_QUANTITY, BalanceRow::invoiced)
            .decimal(INVENTORY_BALANCE.COST_AMOUNT_ACTUAL, BalanceRow::actual)
            .decimal(INVENTORY_BALANCE.COST_AMOUNT_EXPECTED, BalanceRow::expected);

    static final String RAISE = """
            ON CONFLICT (item_id, variant_id, location_id)
            DO UPDATE SET quantity = inventory_balance.quantity + excluded.quantity,
                invoiced_quantity = inventory_balance.invoiced_quantity + excluded.invoiced_quantity,
                cost_amount_actual = inventory_balance.cost_amount_actual + excluded.cost_amount_actual,
                cost_amount_expected = inventory_balance.cost_amount_expected + excluded.cost_amount_expected""";
}
