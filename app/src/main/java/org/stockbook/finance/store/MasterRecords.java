package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.DEFAULT_DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CHARGE;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;

import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stockbook.platform.database.jooq.enums.MasterRecordType;
import org.stockbook.platform.records.Lookup;

/** All cards that may carry dimensions, as one table: key and code. */
final class MasterRecords {
    private static final Table<?> CARDS = cards().asTable("master_card");

    /** By kind and number in one text, such as ITEM:1000, because a number alone is unique in its kind only. */
    static final Lookup LOOKUP = Lookup.of("masterRecords", CARDS, DSL.field(DSL.name("master_card", "card_id"), Long.class), DSL.field(DSL.name("master_card", "card_code"), String.class))
            .ofKind("card_type", DEFAULT_DIMENSION.RECORD_TYPE.cast(String.class));

    private MasterRecords() {}

    private static Select<Record3<Long, String, String>> cards() {
        return card(MasterRecordType.GL_ACCOUNT, GL_ACCOUNT, GL_ACCOUNT.ID, GL_ACCOUNT.NO)
                .unionAll(card(MasterRecordType.ITEM, ITEM, ITEM.ID, ITEM.NO))
                .unionAll(card(MasterRecordType.ITEM_CATEGORY, ITEM_CATEGORY, ITEM_CATEGORY.ID, ITEM_CATEGORY.CODE))
                .unionAll(card(MasterRecordType.CUSTOMER, CUSTOMER, CUSTOMER.ID, CUSTOMER.NO))
                .unionAll(card(MasterRecordType.VENDOR, VENDOR, VENDOR.ID, VENDOR.NO))
                .unionAll(card(MasterRecordType.LOCATION, LOCATION, LOCATION.ID, LOCATION.CODE))
                .unionAll(card(MasterRecordType.ITEM_CHARGE, ITEM_CHARGE, ITEM_CHARGE.ID, ITEM_CHARGE.NO));
    }

    private static Select<Record3<Long, String, String>> card(MasterRecordType type, Table<?> table, Field<Long> id, Field<String> code) {
        return DSL.select(id.as("card_id"), DSL.inline(type.getLiteral() + ":").concat(code).as("card_code"), DSL.inline(type.getLiteral()).as("card_type")).from(table);
    }
}
