package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.ItemApplication.ITEM_APPLICATION;

import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.platform.database.TableWriter;

/** A row of the item applications. */
record ApplicationRow(long item, long register, ItemApplication application) {
    static final TableWriter<ApplicationRow> TABLE = TableWriter.<ApplicationRow>into(ITEM_APPLICATION)
            .int8(ITEM_APPLICATION.ITEM_ID, ApplicationRow::item)
            .int8(ITEM_APPLICATION.INBOUND_ENTRY_NO, row -> row.application.inbound().value())
            .int8(ITEM_APPLICATION.ENTRY_NO, row -> row.application.no().value())
            .int8(ITEM_APPLICATION.OWNER_ENTRY_NO, row -> row.application.owner().value())
            .link(ITEM_APPLICATION.OUTBOUND_ENTRY_NO, row -> row.application.outbound().value())
            .decimal(ITEM_APPLICATION.QUANTITY, row -> row.application.quantity().unscaled())
            .date(ITEM_APPLICATION.POSTING_DATE, row -> row.application.postingDate())
            .link(ITEM_APPLICATION.TRANSFERRED_FROM_ENTRY_NO, row -> row.application.transferredFrom().value())
            .bool(ITEM_APPLICATION.CARRIES_COST, row -> row.application.carriesCost())
            .int8(ITEM_APPLICATION.FROM_REGISTER_NO, ApplicationRow::register);

    static final TableWriter<ApplicationRow> KEY = TableWriter.<ApplicationRow>into(ITEM_APPLICATION)
            .int8(ITEM_APPLICATION.ITEM_ID, ApplicationRow::item)
            .int8(ITEM_APPLICATION.INBOUND_ENTRY_NO, row -> row.application.inbound().value())
            .int8(ITEM_APPLICATION.ENTRY_NO, row -> row.application.no().value());

    /** Says which register removed an application; the register comes before the rows. */
    static final String REMOVE = """
            UPDATE item_application a SET removed_by_register_no = ?
            FROM %s AS s (%s)
            WHERE a.item_id = s.item_id AND a.inbound_entry_no = s.inbound_entry_no AND a.entry_no = s.entry_no"""
            .formatted(KEY.asTable(), KEY.names());
}
