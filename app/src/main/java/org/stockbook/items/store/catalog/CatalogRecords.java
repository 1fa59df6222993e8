package org.stockbook.items.store.catalog;

import static org.stockbook.platform.database.jooq.Tables.CATALOG_ITEM;
import static org.stockbook.platform.database.jooq.Tables.CATALOG_SETUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TEMPLATE;
import static org.stockbook.platform.database.jooq.Tables.MANUFACTURER;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.READ_ONLY;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.items.catalog.CatalogRules;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** The catalogue (spec: nonstock, section 1). */
@Configuration(proxyBeanMethods = false)
class CatalogRecords {
    private static final Access ACCESS = new Access(Permission.READ_ITEMS, Permission.CHANGE_ITEMS);

    @Bean
    RecordType catalogItems(CatalogRules rules) {
        var item = CATALOG_ITEM;
        return RecordType.of("catalogItems", item, ACCESS, List.of(
                code("number", item.ENTRY_NO).with(KEY, REQUIRED, LISTED),
                reference("manufacturerCode", item.MANUFACTURER_ID, Lookup.of("manufacturers", MANUFACTURER, MANUFACTURER.ID, MANUFACTURER.CODE)).with(LISTED),
                reference("vendorNumber", item.VENDOR_ID, Lookup.of("vendors", VENDOR, VENDOR.ID, VENDOR.NO)).with(LISTED),
                code("vendorItemNumber", item.VENDOR_ITEM_NO).with(LISTED),
                text("displayName", item.DESCRIPTION).with(LISTED),
                code("unitOfMeasureCode", item.UNIT_OF_MEASURE_CODE).with(LISTED),
                code("barCode", item.BAR_CODE).with(LISTED),
                of("publishedCost", Kind.UNIT_AMOUNT, item.PUBLISHED_COST).with(LISTED),
                of("negotiatedCost", Kind.UNIT_AMOUNT, item.NEGOTIATED_COST).with(LISTED),
                of("unitPrice", Kind.UNIT_AMOUNT, item.UNIT_PRICE).with(LISTED),
                of("grossWeight", Kind.QUANTITY, item.GROSS_WEIGHT),
                of("netWeight", Kind.QUANTITY, item.NET_WEIGHT),
                reference("itemTemplateCode", item.ITEM_TEMPLATE_ID, Lookup.of("itemTemplates", ITEM_TEMPLATE, ITEM_TEMPLATE.ID, ITEM_TEMPLATE.CODE)).with(LISTED),
                reference("itemNumber", item.ITEM_ID, Lookup.of("items", ITEM, ITEM.ID, ITEM.NO)).with(READ_ONLY, LISTED),
                text("comments", item.COMMENTS)))
                .with(new Rules(List.of(rules), List.of(rules), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType catalogSetup() {
        return RecordType.of("catalogSetup", CATALOG_SETUP, new Access(Permission.READ_ORGANISATION, Permission.CHANGE_ITEMS), List.of(
                choice("numberFormat", CATALOG_SETUP.NUMBER_FORMAT).with(LISTED),
                text("separator", CATALOG_SETUP.SEPARATOR).with(LISTED),
                reference("catalogNumberSeriesCode", CATALOG_SETUP.CATALOG_NUMBER_SERIES_ID,
                        Lookup.of("numberSeries", NUMBER_SERIES, NUMBER_SERIES.ID, NUMBER_SERIES.CODE)).with(LISTED)))
                .onlyOne();
    }
}
