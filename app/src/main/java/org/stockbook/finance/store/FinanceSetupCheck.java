package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.ACCOUNTING_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stockbook.platform.database.jooq.enums.ItemType;
import org.stockbook.platform.setup.SetupCheck;

/** Accounts for every combination that postings will meet: groups of items with places, and with groups of partners. */
@Component
@Order(20)
class FinanceSetupCheck implements SetupCheck {
    private static final int MOST_NAMED = 50;

    private final DSLContext database;

    FinanceSetupCheck(DSLContext database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "finance";
    }

    @Override
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        if (!database.fetchExists(GL_ACCOUNT)) {
            gaps.add(new Gap("gap.no-accounts", Map.of(), "/chart-of-accounts"));
        }
        if (!database.fetchExists(ACCOUNTING_PERIOD)) {
            gaps.add(new Gap("gap.no-accounting-periods", Map.of(), "/setup/general-ledger"));
        }
        gaps.addAll(inventorySetups());
        gaps.addAll(generalSetups());
        return gaps;
    }

    /** Groups of items that are stocked without an account for their stock at a place. */
    private List<Gap> inventorySetups() {
        var setup = INVENTORY_POSTING_SETUP;
        return database.selectDistinct(INVENTORY_POSTING_GROUP.CODE, LOCATION.CODE).from(ITEM)
                .join(INVENTORY_POSTING_GROUP).on(INVENTORY_POSTING_GROUP.ID.eq(ITEM.INVENTORY_POSTING_GROUP_ID))
                .crossJoin(LOCATION)
                .where(ITEM.ITEM_TYPE.eq(ItemType.INVENTORY)).and(ITEM.DELETED_AT.isNull())
                .andNotExists(DSL.selectOne().from(setup).where(setup.LOCATION_ID.eq(LOCATION.ID)).and(setup.INVENTORY_POSTING_GROUP_ID.eq(INVENTORY_POSTING_GROUP.ID))
                        .and(setup.INVENTORY_ACCOUNT_ID.isNotNull()))
                .orderBy(INVENTORY_POSTING_GROUP.CODE, LOCATION.CODE).limit(MOST_NAMED)
                .fetch(row -> new Gap("gap.inventory-posting-setup", Map.of("group", row.value1(), "location", row.value2().isEmpty() ? "–" : row.value2()), "/inventory-posting-setups"));
    }

    /** Groups of items and of partners that would meet without accounts; the blank group stands for movements inside. */
    private List<Gap> generalSetups() {
        var setup = GENERAL_POSTING_SETUP;
        var ofPartners = DSL.select(VENDOR.GENERAL_BUSINESS_GROUP_ID).from(VENDOR).union(DSL.select(CUSTOMER.GENERAL_BUSINESS_GROUP_ID).from(CUSTOMER));
        return database.selectDistinct(GENERAL_BUSINESS_GROUP.CODE, GENERAL_PRODUCT_GROUP.CODE).from(ITEM)
                .join(GENERAL_PRODUCT_GROUP).on(GENERAL_PRODUCT_GROUP.ID.eq(ITEM.GENERAL_PRODUCT_GROUP_ID))
                .crossJoin(GENERAL_BUSINESS_GROUP)
                .where(GENERAL_BUSINESS_GROUP.ID.in(ofPartners))
                .andNotExists(DSL.selectOne().from(setup).where(setup.GENERAL_BUSINESS_GROUP_ID.eq(GENERAL_BUSINESS_GROUP.ID))
                        .and(setup.GENERAL_PRODUCT_GROUP_ID.eq(GENERAL_PRODUCT_GROUP.ID)).andNot(setup.BLOCKED))
                .orderBy(GENERAL_BUSINESS_GROUP.CODE, GENERAL_PRODUCT_GROUP.CODE).limit(MOST_NAMED)
                .fetch(row -> new Gap("gap.general-posting-setup", Map.of("business", row.value1(), "product", row.value2()), "/general-posting-setups"));
    }
}
