package org.stockbook.journals;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a journal line (spec: journals, section 3); each kind of journal has its own of them. */
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
    /** Decides, together with the product group of the item, which accounts get the other side of the cost. */
    BUSINESS_GROUP("generalBusinessPostingGroupCode"),
    DIMENSION_1("shortcutDimension1Code"),
    DIMENSION_2("shortcutDimension2Code"),
    NEW_DIMENSION_1("newShortcutDimension1Code"),
    NEW_DIMENSION_2("newShortcutDimension2Code"),
    RECURRING_METHOD("recurringMethod"),
    RECURRING_FREQUENCY("recurringFrequency"),
    /** The last day on which a recurring line is posted. */
    RECURRING_UNTIL("lineExpirationDate"),
    /** The stock that a revaluation line stands for. */
    VALUE_PER("inventoryValuePer"),
    /** Whether a revaluation line stands for what was left on its date, and not for a whole entry. */
    PARTIAL_REVALUATION("partialRevaluation"),
    VALUE_CALCULATED("inventoryValueCalculated"),
    UNIT_COST_CALCULATED("unitCostCalculated"),
    UNIT_COST_REVALUED("unitCostRevalued"),
    VALUE_REVALUED("inventoryValueRevalued"),
    UPDATE_STANDARD_COST("updateStandardCost"),
    /** The file and the row that a line was read from. */
    IMPORT_SOURCE("importSource");

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
