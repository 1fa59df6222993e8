package org.stockbook.items.store.attributes;

import static org.stockbook.platform.database.jooq.Tables.CATEGORY_HAS_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_TRANSLATION;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE_TRANSLATION;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_HAS_ATTRIBUTE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.VARIANT_HAS_ATTRIBUTE;
import static org.stockbook.platform.records.RecordField.Trait.ELSEWHERE;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.READ_ONLY;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.items.attributes.AttributeCheck;
import org.stockbook.items.attributes.AttributeValues;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** Attributes, their options and their values on items, variants and categories (spec: items, section 10). */
@Configuration(proxyBeanMethods = false)
class AttributeRecords {
    private static final Access ACCESS = new Access(Permission.READ_ITEMS, Permission.CHANGE_ITEMS);
    private static final Codes ONCE = new Codes("items.attribute-duplicate", "common.in-use");
    private static final Lookup ATTRIBUTES =
            Lookup.of("itemAttributes", ITEM_ATTRIBUTE, ITEM_ATTRIBUTE.ID, ITEM_ATTRIBUTE.NAME).refusedBy("items.attribute-unknown");
    private static final Lookup VALUES = Lookup.of("itemAttributeOptions", ITEM_ATTRIBUTE_VALUE, ITEM_ATTRIBUTE_VALUE.ID, ITEM_ATTRIBUTE_VALUE.VALUE)
            .within("attributeName", ITEM_ATTRIBUTE_VALUE.ITEM_ATTRIBUTE_ID).refusedBy("items.attribute-value-unknown");
    private static final Lookup ITEMS = Lookup.of("items", ITEM, ITEM.ID, ITEM.NO);
    private static final Lookup VARIANTS = Lookup.of("itemVariants", ITEM_VARIANT, ITEM_VARIANT.ID, ITEM_VARIANT.CODE).within("itemNumber", ITEM_VARIANT.ITEM_ID);
    private static final Lookup CATEGORIES = Lookup.of("itemCategories", ITEM_CATEGORY, ITEM_CATEGORY.ID, ITEM_CATEGORY.CODE);

    @Bean
    RecordType itemAttributes(AttributeCheck check) {
        return RecordType.of("itemAttributes", ITEM_ATTRIBUTE, ACCESS, List.of(
                text("name", ITEM_ATTRIBUTE.NAME).with(KEY, REQUIRED, LISTED),
                choice("type", ITEM_ATTRIBUTE.ATTRIBUTE_TYPE).with(LISTED),
                text("unitOfMeasure", ITEM_ATTRIBUTE.UNIT_OF_MEASURE).with(LISTED),
                flag("blocked", ITEM_ATTRIBUTE.BLOCKED).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), ONCE));
    }

    @Bean
    RecordType itemAttributeTranslations() {
        var translation = ITEM_ATTRIBUTE_TRANSLATION;
        return RecordType.of("itemAttributeTranslations", translation, ACCESS, List.of(
                attribute(translation.ITEM_ATTRIBUTE_ID),
                text("languageTag", translation.LANGUAGE_TAG).with(KEY, REQUIRED, LISTED),
                text("displayName", translation.NAME).with(REQUIRED, LISTED)));
    }

    @Bean
    RecordType itemAttributeOptions() {
        var value = ITEM_ATTRIBUTE_VALUE;
        return RecordType.of("itemAttributeOptions", value, ACCESS, List.of(
                attribute(value.ITEM_ATTRIBUTE_ID),
                text("value", value.VALUE).with(KEY, REQUIRED, LISTED),
                of("numericValue", Kind.QUANTITY, value.NUMERIC_VALUE).with(READ_ONLY, ELSEWHERE),
                of("dateValue", Kind.DATE, value.DATE_VALUE).with(READ_ONLY, ELSEWHERE),
                flag("blocked", value.BLOCKED).with(LISTED)));
    }

    @Bean
    RecordType itemAttributeOptionTranslations() {
        var translation = ITEM_ATTRIBUTE_VALUE_TRANSLATION;
        var attribute = DSL.field(DSL.select(ITEM_ATTRIBUTE_VALUE.ITEM_ATTRIBUTE_ID).from(ITEM_ATTRIBUTE_VALUE)
                .where(ITEM_ATTRIBUTE_VALUE.ID.eq(translation.ITEM_ATTRIBUTE_VALUE_ID)));
        return RecordType.of("itemAttributeOptionTranslations", translation, ACCESS, List.of(
                attribute(attribute).with(ELSEWHERE),
                reference("value", translation.ITEM_ATTRIBUTE_VALUE_ID, VALUES).as(Kind.TEXT).with(KEY, REQUIRED, LISTED),
                text("languageTag", translation.LANGUAGE_TAG).with(KEY, REQUIRED, LISTED),
                text("displayName", translation.NAME).with(REQUIRED, LISTED)));
    }

    @Bean
    RecordType itemAttributeValues(AttributeValues rules) {
        var has = ITEM_HAS_ATTRIBUTE;
        return RecordType.of("itemAttributeValues", has, ACCESS, List.of(
                reference("itemNumber", has.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                attribute(has.ITEM_ATTRIBUTE_ID), value(has.ITEM_ATTRIBUTE_VALUE_ID))).with(rules(rules));
    }

    @Bean
    RecordType itemVariantAttributeValues(AttributeValues rules) {
        var has = VARIANT_HAS_ATTRIBUTE;
        return RecordType.of("itemVariantAttributeValues", has, ACCESS, List.of(
                reference("itemNumber", has.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("variantCode", has.VARIANT_ID, VARIANTS).with(KEY, REQUIRED, LISTED),
                attribute(has.ITEM_ATTRIBUTE_ID), value(has.ITEM_ATTRIBUTE_VALUE_ID))).with(rules(rules));
    }

    @Bean
    RecordType itemCategoryAttributeValues(AttributeValues rules) {
        var has = CATEGORY_HAS_ATTRIBUTE;
        return RecordType.of("itemCategoryAttributeValues", has, ACCESS, List.of(
                reference("categoryCode", has.ITEM_CATEGORY_ID, CATEGORIES).with(KEY, REQUIRED, LISTED),
                attribute(has.ITEM_ATTRIBUTE_ID), value(has.ITEM_ATTRIBUTE_VALUE_ID))).with(rules(rules));
    }

    private static RecordField attribute(Field<Long> column) {
        return reference("attributeName", column, ATTRIBUTES).as(Kind.TEXT).with(KEY, REQUIRED, LISTED);
    }

    private static RecordField value(Field<Long> column) {
        return reference("value", column, VALUES).as(Kind.TEXT).with(REQUIRED, LISTED);
    }

    private static Rules rules(AttributeValues rules) {
        return new Rules(List.of(rules), List.of(rules), List.of(), List.of(), ONCE);
    }
}
