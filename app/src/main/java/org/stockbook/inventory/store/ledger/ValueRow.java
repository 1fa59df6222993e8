package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.PendingGlPosting.PENDING_GL_POSTING;
import static org.stockbook.platform.database.jooq.tables.ValueEntry.VALUE_ENTRY;

import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.platform.database.TableWriter;

/**
 * A row of the value entries.
 *
 * @param posted how much of its cost goes into the general ledger in the same transaction
 */
record ValueRow(LedgerKeys.EntryKeys keys, long charge, long register, ValueEntry entry, ValueState state, CostParts posted) {
    static final TableWriter<ValueRow> TABLE = OriginColumns.into(
            amounts(TableWriter.<ValueRow>into(VALUE_ENTRY)
                    .int8(VALUE_ENTRY.ITEM_ID, row -> row.keys.item())
                    .int8(VALUE_ENTRY.ITEM_LEDGER_ENTRY_NO, row -> row.entry.itemLedgerEntry().value())
                    .int8(VALUE_ENTRY.ENTRY_NO, row -> row.entry.no().value())
                    .int8(VALUE_ENTRY.ITEM_REGISTER_NO, row -> row.register)
                    .int8(VALUE_ENTRY.VARIANT_ID, row -> row.keys.variant())
                    .int8(VALUE_ENTRY.LOCATION_ID, row -> row.keys.location())
                    .label(VALUE_ENTRY.ITEM_LEDGER_ENTRY_TYPE, row -> row.entry.itemLedgerEntryType())
                    .label(VALUE_ENTRY.VALUE_ENTRY_TYPE, row -> row.entry.type())
                    .label(VALUE_ENTRY.VARIANCE_TYPE, row -> row.entry.variance())
                    .link(VALUE_ENTRY.ITEM_CHARGE_ID, ValueRow::charge)
                    .date(VALUE_ENTRY.POSTING_DATE, row -> row.entry.postingDate())
                    .date(VALUE_ENTRY.VALUATION_DATE, row -> row.state.valuationDate())
                    .bool(VALUE_ENTRY.VALUED_BY_AVERAGE_COST, row -> row.state.valuedByAverageCost())
                    .bool(VALUE_ENTRY.EXPECTED_COST, row -> row.entry.expectedCost())
                    .bool(VALUE_ENTRY.INVENTORIABLE, row -> row.entry.inventoriable())
                    .bool(VALUE_ENTRY.PARTIAL_REVALUATION, row -> row.entry.partialRevaluation())
                    .bool(VALUE_ENTRY.ADJUSTMENT, row -> row.entry.adjustment())
                    .link(VALUE_ENTRY.APPLIES_TO_VALUE_ENTRY_NO, row -> row.entry.appliesTo().value())
                    .int8(VALUE_ENTRY.INVENTORY_POSTING_GROUP_ID, row -> row.keys.inventoryGroup())
                    .int8(VALUE_ENTRY.GENERAL_BUSINESS_GROUP_ID, row -> row.keys.businessGroup())
                    .int8(VALUE_ENTRY.GENERAL_PRODUCT_GROUP_ID, row -> row.keys.productGroup())),
            VALUE_ENTRY,
            row -> row.entry.origin(),
            row -> row.keys.partner());

    private static TableWriter<ValueRow> amounts(TableWriter<ValueRow> writer) {
        return writer
                .decimal(VALUE_ENTRY.VALUED_QUANTITY, row -> row.entry.valuedQuantity().unscaled())
                .decimal(VALUE_ENTRY.ITEM_LEDGER_ENTRY_QUANTITY, row -> row.entry.itemLedgerEntryQuantity().unscaled())
                .decimal(VALUE_ENTRY.INVOICED_QUANTITY, row -> row.entry.invoicedQuantity().unscaled())
                .decimal(VALUE_ENTRY.COST_PER_UNIT, row -> row.entry.costPerUnit().unscaled())
                .decimal(VALUE_ENTRY.COST_AMOUNT_ACTUAL, row -> row.entry.cost().actual().unscaled())
                .decimal(VALUE_ENTRY.COST_AMOUNT_EXPECTED, row -> row.entry.cost().expected().unscaled())
                .decimal(VALUE_ENTRY.COST_AMOUNT_NON_INVENTORIABLE, row -> row.entry.cost().nonInventoriable().unscaled())
                .decimal(VALUE_ENTRY.COST_POSTED_TO_GL, row -> row.posted.actual().unscaled())
                .decimal(VALUE_ENTRY.EXPECTED_COST_POSTED_TO_GL, row -> row.posted.expected().unscaled())
                .decimal(VALUE_ENTRY.SALES_AMOUNT_ACTUAL, row -> row.entry.trade().salesActual().unscaled())
                .decimal(VALUE_ENTRY.SALES_AMOUNT_EXPECTED, row -> row.entry.trade().salesExpected().unscaled())
                .decimal(VALUE_ENTRY.PURCHASE_AMOUNT_ACTUAL, row -> row.entry.trade().purchaseActual().unscaled())
                .decimal(VALUE_ENTRY.PURCHASE_AMOUNT_EXPECTED, row -> row.entry.trade().purchaseExpected().unscaled())
                .decimal(VALUE_ENTRY.DISCOUNT_AMOUNT, row -> row.entry.trade().discount().unscaled());
    }

    /** A value entry whose cost waits for the general ledger. */
    static final TableWriter<ValueRow> PENDING = TableWriter.<ValueRow>into(PENDING_GL_POSTING)
            .int8(PENDING_GL_POSTING.ITEM_ID, row -> row.keys.item())
            .int8(PENDING_GL_POSTING.ITEM_LEDGER_ENTRY_NO, row -> row.entry.itemLedgerEntry().value())
            .int8(PENDING_GL_POSTING.VALUE_ENTRY_NO, row -> row.entry.no().value())
            .date(PENDING_GL_POSTING.POSTING_DATE, row -> row.entry.postingDate());

    /** What changed about a value entry that was written before. */
    record StateOnly(long item, ValueEntryNo no, ValueState state) {
        static final TableWriter<StateOnly> COLUMNS = TableWriter.<StateOnly>into(VALUE_ENTRY)
                .int8(VALUE_ENTRY.ITEM_ID, StateOnly::item)
                .int8(VALUE_ENTRY.ENTRY_NO, row -> row.no.value())
                .date(VALUE_ENTRY.VALUATION_DATE, row -> row.state.valuationDate())
                .bool(VALUE_ENTRY.VALUED_BY_AVERAGE_COST, row -> row.state.valuedByAverageCost());

        /** Remembers the old valuation date; the register comes before the rows. */
        static final String REMEMBER = """
                INSERT INTO value_entry_valuation_change
                    (item_id, item_ledger_entry_no, value_entry_no, old_valuation_date, new_valuation_date, item_register_no)
                SELECT v.item_id, v.item_ledger_entry_no, v.entry_no, v.valuation_date, s.valuation_date, ?
                FROM %s AS s (%s) JOIN value_entry v ON v.entry_no = s.entry_no AND v.item_id = s.item_id
                WHERE v.valuation_date <> s.valuation_date""".formatted(COLUMNS.asTable(), COLUMNS.names());

        static final String UPDATE = """
                UPDATE value_entry v SET valuation_date = s.valuation_date, valued_by_average_cost = s.valued_by_average_cost
                FROM %s AS s (%s) WHERE v.entry_no = s.entry_no AND v.item_id = s.item_id"""
                .formatted(COLUMNS.asTable(), COLUMNS.names());
    }
}
