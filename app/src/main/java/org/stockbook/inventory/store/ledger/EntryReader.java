package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.OrderNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.OrderType;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.kernel.origin.ReturnReasonCode;

/** Turns rows of the ledger tables into the kernel's records. */
final class EntryReader {
    private static final String ORIGIN_COLUMNS = """
            document_type, document_no, document_line_no, external_document_no, document_date, partner_type,
            CASE partner_type
                WHEN 'CUSTOMER' THEN (SELECT no FROM customer WHERE id = partner_id)
                WHEN 'VENDOR' THEN (SELECT no FROM vendor WHERE id = partner_id)
                WHEN 'ITEM' THEN (SELECT no FROM item WHERE id = partner_id) END,
            order_type, order_no, order_line_no, dimension_set_id, description, source_code, reason_code,
            return_reason_code, journal_batch""";

    static final String ENTRY_COLUMNS = """
            e.item_id, e.entry_no, variant_id, location_id, entry_type, posting_date, quantity,
            serial_no, lot_no, package_no, unit_of_measure_code, quantity_per_unit, correction, drop_shipment, without_value,
            inventory_posting_group_id, general_business_group_id, general_product_group_id,
            %s,
            remaining_quantity, invoiced_quantity, completely_invoiced, last_invoice_date, shipped_quantity_not_returned,
            applies_to_entry_no, to_adjust""".formatted(ORIGIN_COLUMNS);

    static final String VALUE_COLUMNS = """
            v.item_id, v.entry_no, item_ledger_entry_no, item_ledger_entry_type, value_entry_type, variance_type, item_charge_id,
            posting_date, valued_quantity, item_ledger_entry_quantity, invoiced_quantity, cost_per_unit,
            cost_amount_actual, cost_amount_expected, cost_amount_non_inventoriable,
            sales_amount_actual, sales_amount_expected, purchase_amount_actual, purchase_amount_expected, discount_amount,
            expected_cost, inventoriable, partial_revaluation, adjustment, applies_to_value_entry_no,
            inventory_posting_group_id, general_business_group_id, general_product_group_id,
            %s,
            valuation_date, valued_by_average_cost""".formatted(ORIGIN_COLUMNS);

    static final String APPLICATION_COLUMNS = """
            a.item_id, a.entry_no, a.owner_entry_no, a.inbound_entry_no, a.outbound_entry_no, a.quantity, a.posting_date,
            a.transferred_from_entry_no, a.carries_cost""";

    private final LedgerKeys keys;

    EntryReader(LedgerKeys keys) {
        this.keys = keys;
    }

    LoadedEntry entry(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var item = columns.number();
        var entry = new ItemLedgerEntry(
                new ItemLedgerEntryNo(columns.number()),
                keys.item(item),
                keys.place(columns.number(), columns.number()),
                columns.label(EntryType.class),
                columns.date(),
                columns.quantity(),
                new Tracking(new SerialNo(columns.text()), new LotNo(columns.text()), new PackageNo(columns.text())),
                new UnitUsed(new UnitCode(columns.text()), new UnitFactor(columns.decimal())),
                columns.truth(),
                columns.truth(),
                columns.truth(),
                groups(columns),
                origin(columns));
        return new LoadedEntry(item, entry, entryState(columns));
    }

    private static EntryState entryState(Columns columns) throws SQLException {
        return new EntryState(
                columns.quantity(),
                columns.quantity(),
                columns.truth(),
                columns.date(),
                columns.quantity(),
                new ItemLedgerEntryNo(columns.number()),
                columns.truth());
    }

    LoadedValue value(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var item = columns.number();
        var entry = new ValueEntry(
                new ValueEntryNo(columns.number()),
                new ItemLedgerEntryNo(columns.number()),
                columns.label(EntryType.class),
                columns.label(ValueEntryType.class),
                columns.label(VarianceType.class),
                keys.charge(columns.number()),
                columns.date(),
                columns.quantity(),
                columns.quantity(),
                columns.quantity(),
                columns.unitCost(),
                new Cost(columns.amount(), columns.amount(), columns.amount()),
                new Trade(columns.amount(), columns.amount(), columns.amount(), columns.amount(), columns.amount()),
                columns.truth(),
                columns.truth(),
                columns.truth(),
                columns.truth(),
                new ValueEntryNo(columns.number()),
                groups(columns),
                origin(columns));
        return new LoadedValue(item, entry, new ValueState(columns.date(), columns.truth()));
    }

    LoadedApplication application(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        return new LoadedApplication(
                columns.number(),
                new ItemApplication(
                        new ItemApplicationNo(columns.number()),
                        new ItemLedgerEntryNo(columns.number()),
                        new ItemLedgerEntryNo(columns.number()),
                        new ItemLedgerEntryNo(columns.number()),
                        columns.quantity(),
                        columns.date(),
                        new ItemLedgerEntryNo(columns.number()),
                        columns.truth()));
    }

    private PostingGroups groups(Columns columns) throws SQLException {
        return keys.groups(columns.number(), columns.number(), columns.number());
    }

    private static Origin origin(Columns columns) throws SQLException {
        return new Origin(
                columns.label(DocumentType.class),
                new DocumentNo(columns.text()),
                columns.integer(),
                columns.text(),
                columns.date(),
                columns.label(PartnerType.class),
                new PartnerNo(columns.text()),
                new OrderLine(columns.label(OrderType.class), new OrderNo(columns.text()), columns.integer()),
                new DimensionSetId(columns.number()),
                columns.text(),
                new SourceCode(columns.text()),
                new ReasonCode(columns.text()),
                new ReturnReasonCode(columns.text()),
                new JournalBatchName(columns.text()));
    }

    /** An entry with the key of its item. */
    record LoadedEntry(long item, ItemLedgerEntry entry, EntryState state) {}

    /** A value entry with the key of its item. */
    record LoadedValue(long item, ValueEntry entry, ValueState state) {}

    /** An application with the key of its item. */
    record LoadedApplication(long item, ItemApplication application) {}
}
