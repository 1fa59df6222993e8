package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VAT_PRODUCT_GROUP;

import org.stockbook.platform.records.Lookup;

/** The records that finance records refer to. */
final class FinanceLookups {
    static final Lookup ACCOUNTS = Lookup.of("accounts", GL_ACCOUNT, GL_ACCOUNT.ID, GL_ACCOUNT.NO);
    static final Lookup LOCATIONS = Lookup.of("locations", LOCATION, LOCATION.ID, LOCATION.CODE);
    static final Lookup INVENTORY_GROUPS =
            Lookup.of("inventoryPostingGroups", INVENTORY_POSTING_GROUP, INVENTORY_POSTING_GROUP.ID, INVENTORY_POSTING_GROUP.CODE);
    static final Lookup BUSINESS_GROUPS =
            Lookup.of("generalBusinessPostingGroups", GENERAL_BUSINESS_GROUP, GENERAL_BUSINESS_GROUP.ID, GENERAL_BUSINESS_GROUP.CODE);
    static final Lookup PRODUCT_GROUPS =
            Lookup.of("generalProductPostingGroups", GENERAL_PRODUCT_GROUP, GENERAL_PRODUCT_GROUP.ID, GENERAL_PRODUCT_GROUP.CODE);
    static final Lookup VAT_BUSINESS_GROUPS = Lookup.of("taxBusinessPostingGroups", VAT_BUSINESS_GROUP, VAT_BUSINESS_GROUP.ID, VAT_BUSINESS_GROUP.CODE);
    static final Lookup VAT_PRODUCT_GROUPS = Lookup.of("taxProductPostingGroups", VAT_PRODUCT_GROUP, VAT_PRODUCT_GROUP.ID, VAT_PRODUCT_GROUP.CODE);
    static final Lookup DIMENSIONS = Lookup.of("dimensions", DIMENSION, DIMENSION.ID, DIMENSION.CODE);
    static final Lookup DIMENSION_VALUES = Lookup.of("dimensionValues", DIMENSION_VALUE, DIMENSION_VALUE.ID, DIMENSION_VALUE.CODE)
            .within("dimensionCode", DIMENSION_VALUE.DIMENSION_ID);
    static final Lookup FIRST_VALUES = DIMENSION_VALUES.within("dimension1Code", DIMENSION_VALUE.DIMENSION_ID);
    static final Lookup SECOND_VALUES = DIMENSION_VALUES.within("dimension2Code", DIMENSION_VALUE.DIMENSION_ID);

    private FinanceLookups() {}
}
