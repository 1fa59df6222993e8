package org.stockbook.generaljournal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a general journal line that a person or a program may fill in (spec: finance, section 3). */
public enum GeneralJournalField {
    /** Stands for the line itself, where an issue belongs to no single field. */
    LINE(""),
    POSTING_DATE("postingDate"),
    DOCUMENT_DATE("documentDate"),
    DUE_DATE("dueDate"),
    DOCUMENT_TYPE("documentType"),
    DOCUMENT_NO("documentNumber"),
    EXTERNAL_DOCUMENT_NO("externalDocumentNumber"),
    ACCOUNT_TYPE("accountType"),
    ACCOUNT_NO("accountNumber"),
    DESCRIPTION("description"),
    CURRENCY("currencyCode"),
    AMOUNT("amount"),
    BALANCING_TYPE("balancingAccountType"),
    BALANCING_NO("balancingAccountNumber"),
    APPLIES_TO_TYPE("appliesToDocumentType"),
    APPLIES_TO_NO("appliesToDocumentNumber"),
    POSTING_TYPE("generalPostingType"),
    TAX_BUSINESS_GROUP("taxBusinessPostingGroupCode"),
    TAX_PRODUCT_GROUP("taxProductPostingGroupCode"),
    REASON("reasonCode"),
    CORRECTION("correction"),
    DIMENSION_1("shortcutDimension1Code"),
    DIMENSION_2("shortcutDimension2Code"),
    CLOSING("closing");

    private static final Map<String, GeneralJournalField> BY_PROPERTY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(GeneralJournalField::property, field -> field));

    private final String property;

    GeneralJournalField(String property) {
        this.property = property;
    }

    /** The name of this field in the API. */
    public String property() {
        return property;
    }

    public static Optional<GeneralJournalField> ofProperty(String property) {
        return property.isEmpty() ? Optional.empty() : Optional.ofNullable(BY_PROPERTY.get(property));
    }
}
