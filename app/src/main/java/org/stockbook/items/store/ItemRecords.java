package org.stockbook.items.store;

import static org.stockbook.items.store.ItemLookups.CATEGORIES;
import static org.stockbook.items.store.ItemLookups.ITEMS;
import static org.stockbook.items.store.ItemLookups.LOCATIONS;
import static org.stockbook.items.store.ItemLookups.SERIES;
import static org.stockbook.items.store.ItemLookups.UNITS;
import static org.stockbook.items.store.ItemLookups.VARIANTS;
import static org.stockbook.items.store.ItemLookups.VENDORS;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_SETUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TRACKING_CODE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_UNIT_OF_MEASURE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.STOCKKEEPING_UNIT;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.items.CategoryCheck;
import org.stockbook.items.CompleteItem;
import org.stockbook.items.ItemCheck;
import org.stockbook.items.ItemDeletionCheck;
import org.stockbook.items.ItemUnitCheck;
import org.stockbook.items.StockkeepingUnitCheck;
import org.stockbook.items.attributes.InheritAttributes;
import org.stockbook.items.attributes.VariantAttributes;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** The records of items: fields, tables, rights, rules. */
@Configuration(proxyBeanMethods = false)
class ItemRecords {
    private static final Access ACCESS = new Access(Permission.READ_ITEMS, Permission.CHANGE_ITEMS);

    @Bean
    RecordType items(CompleteItem completion, ItemCheck check, ItemDeletionCheck deletion, ItemSideRows sideRows, InheritAttributes inherit) {
        return RecordType.of("items", ITEM, ACCESS, ItemFields.ALL)
                .where(ITEM.DELETED_AT.isNull())
                .with(new Rules(List.of(completion), List.of(check), List.of(deletion), List.of(sideRows, inherit.ofItems()), new Codes("items.already-exists", "items.on-document")));
    }

    @Bean
    RecordType unitsOfMeasure() {
        return RecordType.of("unitsOfMeasure", UNIT_OF_MEASURE, ACCESS, List.of(
                code("code", UNIT_OF_MEASURE.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", UNIT_OF_MEASURE.DESCRIPTION).with(LISTED),
                code("internationalStandardCode", UNIT_OF_MEASURE.INTERNATIONAL_STANDARD_CODE).with(LISTED),
                text("symbol", UNIT_OF_MEASURE.SYMBOL).with(LISTED)))
                .with(inUse("items.unit-in-use"));
    }

    @Bean
    RecordType itemUnitsOfMeasure(ItemUnitCheck check) {
        return RecordType.of("itemUnitsOfMeasure", ITEM_UNIT_OF_MEASURE, ACCESS, List.of(
                reference("itemNumber", ITEM_UNIT_OF_MEASURE.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("code", ITEM_UNIT_OF_MEASURE.UNIT_OF_MEASURE_ID, UNITS).with(KEY, REQUIRED, LISTED),
                of("quantityPerUnit", Kind.QUANTITY, ITEM_UNIT_OF_MEASURE.QUANTITY_PER_UNIT).with(LISTED),
                of("quantityRoundingPrecision", Kind.QUANTITY, ITEM_UNIT_OF_MEASURE.QUANTITY_ROUNDING_PRECISION).with(LISTED),
                of("length", Kind.QUANTITY, ITEM_UNIT_OF_MEASURE.LENGTH),
                of("width", Kind.QUANTITY, ITEM_UNIT_OF_MEASURE.WIDTH),
                of("height", Kind.QUANTITY, ITEM_UNIT_OF_MEASURE.HEIGHT),
                of("weight", Kind.QUANTITY, ITEM_UNIT_OF_MEASURE.WEIGHT)))
                .with(new Rules(List.of(), List.of(check), List.of(check), List.of(), new Codes("common.already-exists", "items.unit-in-use")))
                .where(isOfAnItem(ITEM_UNIT_OF_MEASURE.ITEM_ID));
    }

    /** What hangs on an item that was deleted stays only because entries name it. */
    private static Condition isOfAnItem(Field<Long> item) {
        return DSL.exists(DSL.selectOne().from(ITEM).where(ITEM.ID.eq(item)).and(ITEM.DELETED_AT.isNull()));
    }

    @Bean
    RecordType itemCategories(CategoryCheck check, InheritAttributes inherit) {
        return RecordType.of("itemCategories", ITEM_CATEGORY, ACCESS, List.of(
                code("code", ITEM_CATEGORY.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", ITEM_CATEGORY.DESCRIPTION).with(LISTED),
                reference("parentCode", ITEM_CATEGORY.PARENT_ID, CATEGORIES).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(inherit.ofCategories()), new Codes("common.already-exists", "items.category-has-children")));
    }

    @Bean
    RecordType itemVariants(VariantAttributes attributes) {
        return RecordType.of("itemVariants", ITEM_VARIANT, ACCESS, List.of(
                reference("itemNumber", ITEM_VARIANT.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                code("code", ITEM_VARIANT.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", ITEM_VARIANT.DESCRIPTION).with(LISTED),
                text("displayName2", ITEM_VARIANT.DESCRIPTION_2),
                flag("blocked", ITEM_VARIANT.BLOCKED).with(LISTED),
                flag("salesBlocked", ITEM_VARIANT.SALES_BLOCKED),
                flag("purchasingBlocked", ITEM_VARIANT.PURCHASING_BLOCKED),
                flag("serviceBlocked", ITEM_VARIANT.SERVICE_BLOCKED),
                choice("productionBlocked", ITEM_VARIANT.PRODUCTION_BLOCKED)))
                .with(new Rules(List.of(), List.of(), List.of(), List.of(attributes), new Codes("common.already-exists", "items.variant-in-use")))
                .where(isOfAnItem(ITEM_VARIANT.ITEM_ID));
    }

    @Bean
    RecordType stockkeepingUnits(StockkeepingUnitCheck check) {
        var sku = STOCKKEEPING_UNIT;
        return RecordType.of("stockkeepingUnits", sku, ACCESS, List.of(
                reference("itemNumber", sku.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("variantCode", sku.VARIANT_ID, VARIANTS).with(KEY, LISTED),
                reference("locationCode", sku.LOCATION_ID, LOCATIONS).with(KEY, LISTED),
                text("displayName", sku.DESCRIPTION).with(LISTED),
                of("unitCost", Kind.UNIT_AMOUNT, sku.UNIT_COST).with(LISTED),
                of("standardCost", Kind.UNIT_AMOUNT, sku.STANDARD_COST),
                code("shelfNumber", sku.SHELF_NO),
                choice("replenishmentSystem", sku.REPLENISHMENT_SYSTEM).with(LISTED),
                reference("transferFromCode", sku.TRANSFER_FROM_LOCATION_ID, LOCATIONS),
                reference("vendorNumber", sku.VENDOR_ID, VENDORS),
                text("vendorItemNumber", sku.VENDOR_ITEM_NO),
                code("leadTimeCalculation", sku.LEAD_TIME_CALCULATION)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType itemTrackingCodes() {
        return RecordType.of("itemTrackingCodes", ITEM_TRACKING_CODE, ACCESS, List.of(
                code("code", ITEM_TRACKING_CODE.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", ITEM_TRACKING_CODE.DESCRIPTION).with(LISTED),
                flag("serialSpecific", ITEM_TRACKING_CODE.SERIAL_SPECIFIC).with(LISTED),
                flag("lotSpecific", ITEM_TRACKING_CODE.LOT_SPECIFIC).with(LISTED),
                flag("packageSpecific", ITEM_TRACKING_CODE.PACKAGE_SPECIFIC)));
    }

    /** The company's decisions about inventory; of the items' room, because new items ask for them. */
    @Bean
    RecordType inventorySetup() {
        var setup = INVENTORY_SETUP;
        return RecordType.of("inventorySetup", setup, new Access(Permission.READ_ORGANISATION, Permission.CHANGE_FINANCE_SETUP), List.of(
                flag("automaticCostPosting", setup.AUTOMATIC_COST_POSTING).with(LISTED),
                flag("expectedCostPostingToGeneralLedger", setup.EXPECTED_COST_POSTING_TO_GL).with(LISTED),
                choice("automaticCostAdjustment", setup.AUTOMATIC_COST_ADJUSTMENT).with(LISTED),
                choice("averageCostCalculation", setup.AVERAGE_COST_CALCULATION).with(LISTED),
                choice("averageCostPeriod", setup.AVERAGE_COST_PERIOD).with(LISTED),
                flag("locationMandatory", setup.LOCATION_MANDATORY),
                flag("variantMandatory", setup.VARIANT_MANDATORY),
                flag("preventNegativeInventory", setup.PREVENT_NEGATIVE_INVENTORY),
                of("earliestAllowedValuationDate", Kind.DATE, setup.EARLIEST_ALLOWED_VALUATION_DATE),
                flag("salesExactCostReversingMandatory", setup.SALES_EXACT_COST_REVERSING_MANDATORY),
                flag("purchaseExactCostReversingMandatory", setup.PURCHASE_EXACT_COST_REVERSING_MANDATORY),
                choice("defaultCostingMethod", setup.DEFAULT_COSTING_METHOD),
                reference("itemNumberSeriesCode", setup.ITEM_NUMBER_SERIES_ID, SERIES),
                reference("journalNumberSeriesCode", setup.JOURNAL_NUMBER_SERIES_ID, SERIES)))
                .onlyOne();
    }

    private static Rules inUse(String code) {
        return new Rules(List.of(), List.of(), List.of(), List.of(), new Codes("common.already-exists", code));
    }
}
