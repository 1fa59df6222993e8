package org.stockbook.journals;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of an item journal line that a person or a program may fill in (spec: journals, section 3). */
public enum JournalField {
    /** Stands for the line itself, where an issue belongs to no single field. */
    LINE(""),
    POSTING_DATE("postingDate"),
    DOCUMENT_DATE("documentDate"),
    ENTRY_TYPE("entryType"),
    DOCUMENT_NO("documentNumber"),
    EXTERNAL_DOCUMENT_NO("externalDocumentNumber"),
    ITEM("itemNumber"),
    VARIANT("variantCode"),
    DESCRIPTION("description"),
    LOCATION("locationCode"),
    NEW_LOCATION("newLocationCode"),
    NEW_VARIANT("newVariantCode"),
    QUANTITY("quantity"),
    UNIT("unitOfMeasureCode"),
    UNIT_AMOUNT("unitAmount"),
    AMOUNT("amount"),
    APPLIES_TO_ENTRY("appliesToEntry"),
    APPLIES_FROM_ENTRY("appliesFromEntry"),
    SERIAL_NO("serialNumber"),
    LOT_NO("lotNumber"),
    REASON("reasonCode"),
    DIMENSION_1("shortcutDimension1Code"),
    DIMENSION_2("shortcutDimension2Code");

    private static final Map<String, JournalField> BY_PROPERTY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(JournalField::property, field -> field));

    private final String property;

    JournalField(String property) {
        this.property = property;
    }

    /** The name of this field in the API. */
    public String property() {
        return property;
    }

    public static Optional<JournalField> ofProperty(String property) {
        return property.isEmpty() ? Optional.empty() : Optional.ofNullable(BY_PROPERTY.get(property));
    }
}
