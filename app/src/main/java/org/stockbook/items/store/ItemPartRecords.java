package org.stockbook.items.store;

import static org.stockbook.items.store.ItemLookups.CATALOG_ITEMS;
import static org.stockbook.items.store.ItemLookups.CUSTOMERS;
import static org.stockbook.items.store.ItemLookups.ITEMS;
import static org.stockbook.items.store.ItemLookups.SERIES;
import static org.stockbook.items.store.ItemLookups.TEMPLATES;
import static org.stockbook.items.store.ItemLookups.UNITS;
import static org.stockbook.items.store.ItemLookups.VARIANTS;
import static org.stockbook.items.store.ItemLookups.VENDORS;
import static org.stockbook.platform.database.jooq.Tables.EXTENDED_TEXT;
import static org.stockbook.platform.database.jooq.Tables.ITEM_REFERENCE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_SUBSTITUTION;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TEMPLATE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TEMPLATE_VALUE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_TRANSLATION;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.MANUFACTURER;
import static org.stockbook.platform.database.jooq.Tables.UNIT_OF_MEASURE_TRANSLATION;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.items.TemplateFields;
import org.stockbook.items.references.ReferenceRules;
import org.stockbook.items.references.SubstitutionRules;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** What hangs on an item card: references, substitutions, translations, texts, templates (spec: items, sections 6, 8, 12, 13). */
@Configuration(proxyBeanMethods = false)
class ItemPartRecords {
    private static final Access ACCESS = new Access(Permission.READ_ITEMS, Permission.CHANGE_ITEMS);
    private static final Lookup SUBSTITUTE_VARIANTS =
            Lookup.of("itemVariants", ITEM_VARIANT, ITEM_VARIANT.ID, ITEM_VARIANT.CODE).within("substituteItemNumber", ITEM_VARIANT.ITEM_ID);

    @Bean
    RecordType itemReferences(ReferenceRules rules, VendorsOfReferences vendors) {
        var reference = ITEM_REFERENCE;
        return RecordType.of("itemReferences", reference, ACCESS, List.of(
                reference("itemNumber", reference.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("variantCode", reference.VARIANT_ID, VARIANTS).with(KEY, LISTED),
                reference("unitOfMeasureCode", reference.UNIT_OF_MEASURE_ID, UNITS).with(KEY, LISTED),
                choice("referenceType", reference.REFERENCE_TYPE).with(KEY, LISTED),
                reference("vendorNumber", reference.VENDOR_ID, VENDORS).with(KEY, LISTED),
                reference("customerNumber", reference.CUSTOMER_ID, CUSTOMERS).with(KEY, LISTED),
                code("referenceNumber", reference.REFERENCE_NO).with(KEY, REQUIRED, LISTED),
                text("displayName", reference.DESCRIPTION).with(LISTED),
                of("startingDate", Kind.DATE, reference.STARTING_DATE).with(LISTED),
                of("endingDate", Kind.DATE, reference.ENDING_DATE).with(LISTED)))
                .with(new Rules(List.of(rules), List.of(rules), List.of(), List.of(vendors), Codes.COMMON));
    }

    @Bean
    RecordType itemSubstitutions(SubstitutionRules rules, MirroredSubstitutions mirrors) {
        var substitution = ITEM_SUBSTITUTION;
        return RecordType.of("itemSubstitutions", substitution, ACCESS, List.of(
                reference("itemNumber", substitution.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("variantCode", substitution.VARIANT_ID, VARIANTS).with(KEY, LISTED),
                reference("substituteItemNumber", substitution.SUBSTITUTE_ITEM_ID, ITEMS).with(KEY, LISTED),
                reference("substituteVariantCode", substitution.SUBSTITUTE_VARIANT_ID, SUBSTITUTE_VARIANTS).with(KEY, LISTED),
                reference("substituteCatalogItemNumber", substitution.SUBSTITUTE_CATALOG_ITEM_ID, CATALOG_ITEMS).with(KEY, LISTED),
                text("displayName", substitution.DESCRIPTION).with(LISTED),
                flag("interchangeable", substitution.INTERCHANGEABLE).with(LISTED),
                text("condition", substitution.CONDITION).with(LISTED)))
                .with(new Rules(List.of(), List.of(rules), List.of(), List.of(mirrors), Codes.COMMON));
    }

    @Bean
    RecordType itemTranslations() {
        var translation = ITEM_TRANSLATION;
        return RecordType.of("itemTranslations", translation, ACCESS, List.of(
                reference("itemNumber", translation.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                reference("variantCode", translation.VARIANT_ID, VARIANTS).with(KEY, LISTED),
                text("languageTag", translation.LANGUAGE_TAG).with(KEY, REQUIRED, LISTED),
                text("displayName", translation.DESCRIPTION).with(REQUIRED, LISTED),
                text("displayName2", translation.DESCRIPTION_2)));
    }

    @Bean
    RecordType unitOfMeasureTranslations() {
        var translation = UNIT_OF_MEASURE_TRANSLATION;
        return RecordType.of("unitOfMeasureTranslations", translation, ACCESS, List.of(
                reference("unitOfMeasureCode", translation.UNIT_OF_MEASURE_ID, UNITS).with(KEY, REQUIRED, LISTED),
                text("languageTag", translation.LANGUAGE_TAG).with(KEY, REQUIRED, LISTED),
                text("displayName", translation.DESCRIPTION).with(REQUIRED, LISTED)));
    }

    @Bean
    RecordType extendedTexts() {
        var text = EXTENDED_TEXT;
        return RecordType.of("extendedTexts", text, ACCESS, List.of(
                reference("itemNumber", text.ITEM_ID, ITEMS).with(KEY, REQUIRED, LISTED),
                of("sequence", Kind.NUMBER, text.SEQUENCE).with(KEY, REQUIRED, LISTED),
                text("languageTag", text.LANGUAGE_TAG).with(LISTED),
                of("startingDate", Kind.DATE, text.STARTING_DATE).with(LISTED),
                of("endingDate", Kind.DATE, text.ENDING_DATE).with(LISTED),
                flag("onSalesDocuments", text.ON_SALES_DOCUMENTS).with(LISTED),
                flag("onPurchaseDocuments", text.ON_PURCHASE_DOCUMENTS).with(LISTED),
                RecordField.text("content", text.CONTENT).with(REQUIRED, LISTED)));
    }

    @Bean
    RecordType itemTemplates() {
        return RecordType.of("itemTemplates", ITEM_TEMPLATE, ACCESS, List.of(
                code("code", ITEM_TEMPLATE.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", ITEM_TEMPLATE.DESCRIPTION).with(LISTED),
                reference("numberSeriesCode", ITEM_TEMPLATE.NUMBER_SERIES_ID, SERIES).with(LISTED)));
    }

    @Bean
    RecordType itemTemplateValues(TemplateFields check) {
        return RecordType.of("itemTemplateValues", ITEM_TEMPLATE_VALUE, ACCESS, List.of(
                reference("templateCode", ITEM_TEMPLATE_VALUE.ITEM_TEMPLATE_ID, TEMPLATES).with(KEY, REQUIRED, LISTED),
                text("field", ITEM_TEMPLATE_VALUE.FIELD).with(KEY, REQUIRED, LISTED),
                text("value", ITEM_TEMPLATE_VALUE.VALUE).with(REQUIRED, LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType manufacturers() {
        return RecordType.of("manufacturers", MANUFACTURER, ACCESS, List.of(
                code("code", MANUFACTURER.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", MANUFACTURER.NAME).with(LISTED)));
    }
}
