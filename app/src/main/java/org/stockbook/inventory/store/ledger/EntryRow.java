package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.ItemLedgerEntry.ITEM_LEDGER_ENTRY;

import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.platform.database.TableWriter;

/** A row of the item ledger. */
record EntryRow(LedgerKeys.EntryKeys keys, long register, ItemLedgerEntry entry, EntryState state) {
    static final TableWriter<EntryRow> TABLE = OriginColumns.into(
            TableWriter.<EntryRow>into(ITEM_LEDGER_ENTRY)
                    .int8(ITEM_LEDGER_ENTRY.ITEM_ID, row -> row.keys.item())
                    .int8(ITEM_LEDGER_ENTRY.ENTRY_NO, row -> row.entry.no().value())
                    .int8(ITEM_LEDGER_ENTRY.ITEM_REGISTER_NO, row -> row.register)
                    .int8(ITEM_LEDGER_ENTRY.VARIANT_ID, row -> row.keys.variant())
                    .int8(ITEM_LEDGER_ENTRY.LOCATION_ID, row -> row.keys.location())
                    .label(ITEM_LEDGER_ENTRY.ENTRY_TYPE, row -> row.entry.type())
                    .date(ITEM_LEDGER_ENTRY.POSTING_DATE, row -> row.entry.postingDate())
                    .decimal(ITEM_LEDGER_ENTRY.QUANTITY, row -> row.entry.quantity().unscaled())
                    .decimal(ITEM_LEDGER_ENTRY.REMAINING_QUANTITY, row -> row.state.remaining().unscaled())
                    .decimal(ITEM_LEDGER_ENTRY.INVOICED_QUANTITY, row -> row.state.invoiced().unscaled())
                    .bool(ITEM_LEDGER_ENTRY.COMPLETELY_INVOICED, row -> row.state.completelyInvoiced())
                    .dateOrNone(ITEM_LEDGER_ENTRY.LAST_INVOICE_DATE, row -> row.state.lastInvoiceDate())
                    .decimal(ITEM_LEDGER_ENTRY.SHIPPED_QUANTITY_NOT_RETURNED, row -> row.state.shippedNotReturned().unscaled())
                    .link(ITEM_LEDGER_ENTRY.APPLIES_TO_ENTRY_NO, row -> row.state.appliesTo().value())
                    .bool(ITEM_LEDGER_ENTRY.TO_ADJUST, row -> row.state.toAdjust())
                    .text(ITEM_LEDGER_ENTRY.SERIAL_NO, row -> row.entry.tracking().serial().code())
                    .text(ITEM_LEDGER_ENTRY.LOT_NO, row -> row.entry.tracking().lot().code())
                    .text(ITEM_LEDGER_ENTRY.PACKAGE_NO, row -> row.entry.tracking().packageNo().code())
                    .text(ITEM_LEDGER_ENTRY.UNIT_OF_MEASURE_CODE, row -> row.entry.unit().code().code())
                    .decimal(ITEM_LEDGER_ENTRY.QUANTITY_PER_UNIT, row -> row.entry.unit().factor().value().unscaledValue().longValueExact())
                    .bool(ITEM_LEDGER_ENTRY.CORRECTION, row -> row.entry.correction())
                    .bool(ITEM_LEDGER_ENTRY.DROP_SHIPMENT, row -> row.entry.dropShipment())
                    .bool(ITEM_LEDGER_ENTRY.WITHOUT_VALUE, row -> row.entry.withoutValue())
                    .int8(ITEM_LEDGER_ENTRY.INVENTORY_POSTING_GROUP_ID, row -> row.keys.inventoryGroup())
                    .int8(ITEM_LEDGER_ENTRY.GENERAL_BUSINESS_GROUP_ID, row -> row.keys.businessGroup())
                    .int8(ITEM_LEDGER_ENTRY.GENERAL_PRODUCT_GROUP_ID, row -> row.keys.productGroup()),
            ITEM_LEDGER_ENTRY,
            row -> row.entry.origin(),
            row -> row.keys.partner());

    /** The state of an entry that was written before. */
    record StateOnly(long item, ItemLedgerEntryNo no, EntryState state) {
        static final TableWriter<StateOnly> COLUMNS = TableWriter.<StateOnly>into(ITEM_LEDGER_ENTRY)
                .int8(ITEM_LEDGER_ENTRY.ITEM_ID, StateOnly::item)
                .int8(ITEM_LEDGER_ENTRY.ENTRY_NO, row -> row.no.value())
                .decimal(ITEM_LEDGER_ENTRY.REMAINING_QUANTITY, row -> row.state.remaining().unscaled())
                .decimal(ITEM_LEDGER_ENTRY.INVOICED_QUANTITY, row -> row.state.invoiced().unscaled())
                .bool(ITEM_LEDGER_ENTRY.COMPLETELY_INVOICED, row -> row.state.completelyInvoiced())
                .dateOrNone(ITEM_LEDGER_ENTRY.LAST_INVOICE_DATE, row -> row.state.lastInvoiceDate())
                .decimal(ITEM_LEDGER_ENTRY.SHIPPED_QUANTITY_NOT_RETURNED, row -> row.state.shippedNotReturned().unscaled())
                .link(ITEM_LEDGER_ENTRY.APPLIES_TO_ENTRY_NO, row -> row.state.appliesTo().value())
                .bool(ITEM_LEDGER_ENTRY.TO_ADJUST, row -> row.state.toAdjust());

        static final String UPDATE = """
                UPDATE item_ledger_entry e SET remaining_quantity = s.remaining_quantity, invoiced_quantity = s.invoiced_quantity,
                    completely_invoiced = s.completely_invoiced, last_invoice_date = s.last_invoice_date,
                    shipped_quantity_not_returned = s.shipped_quantity_not_returned,
                    applies_to_entry_no = s.applies_to_entry_no, to_adjust = s.to_adjust
                FROM %s AS s (%s) WHERE e.item_id = s.item_id AND e.entry_no = s.entry_no"""
                .formatted(COLUMNS.asTable(), COLUMNS.names());
    }
}
