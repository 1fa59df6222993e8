package org.stockbook.journals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.platform.security.Permission;

/** What the batches of a journal are for (spec: journals, section 1). */
public enum JournalKind {
    /** Goods come in and go out. */
    ITEM("itemJournals", Permission.EDIT_ITEM_JOURNAL, Permission.POST_ITEM_JOURNAL),
    /** The same goods under another location, variant or dimension. */
    RECLASSIFICATION("reclassificationJournals", Permission.EDIT_ITEM_JOURNAL, Permission.POST_ITEM_JOURNAL),
    /** The same goods at another value. */
    REVALUATION("revaluationJournals", Permission.EDIT_REVALUATION_JOURNAL, Permission.POST_REVALUATION_JOURNAL),
    /** Goods that come in and go out again and again; lines stay. */
    RECURRING("recurringJournals", Permission.EDIT_ITEM_JOURNAL, Permission.POST_ITEM_JOURNAL);

    private static final Set<JournalField> OF_EVERY_KIND = EnumSet.of(
            JournalField.POSTING_DATE, JournalField.DOCUMENT_DATE, JournalField.DOCUMENT_NO, JournalField.EXTERNAL_DOCUMENT_NO, JournalField.ITEM,
            JournalField.VARIANT, JournalField.DESCRIPTION, JournalField.LOCATION, JournalField.REASON, JournalField.DIMENSION_1,
            JournalField.DIMENSION_2, JournalField.APPLIES_TO_ENTRY);
    private static final Set<JournalField> OF_GOODS = EnumSet.of(
            JournalField.ENTRY_TYPE, JournalField.QUANTITY, JournalField.UNIT, JournalField.APPLIES_FROM_ENTRY, JournalField.SERIAL_NO,
            JournalField.LOT_NO, JournalField.UNIT_AMOUNT, JournalField.AMOUNT, JournalField.BUSINESS_GROUP);

    private final String collection;
    private final Permission editing;
    private final Permission posting;

    JournalKind(String collection, Permission editing, Permission posting) {
        this.collection = collection;
        this.editing = editing;
        this.posting = posting;
    }

    /** The name of its batches in the API. */
    public String collection() {
        return collection;
    }

    /** How lines say of which journal they are. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Permission editing() {
        return editing;
    }

    public Permission posting() {
        return posting;
    }

    public static Optional<JournalKind> ofCollection(String collection) {
        return Arrays.stream(values()).filter(kind -> kind.collection.equals(collection)).findFirst();
    }

    /** What entries and registers say that they were made by, where no journal says otherwise. */
    public SourceCode source() {
        return new SourceCode(switch (this) {
            case ITEM, RECURRING -> "ITEMJNL";
            case RECLASSIFICATION -> "RECLASSJNL";
            case REVALUATION -> "REVALJNL";
        });
    }

    /** The entry types that its lines may have; the first is that of a new line. */
    public List<EntryType> entryTypes() {
        return switch (this) {
            case ITEM, RECURRING -> List.of(EntryType.POSITIVE_ADJUSTMENT, EntryType.NEGATIVE_ADJUSTMENT, EntryType.PURCHASE, EntryType.SALE);
            case RECLASSIFICATION -> List.of(EntryType.TRANSFER);
            case REVALUATION -> List.of(EntryType.POSITIVE_ADJUSTMENT);
        };
    }

    /** The fields that may be typed into its lines. */
    public Set<JournalField> writable() {
        var fields = EnumSet.copyOf(OF_EVERY_KIND);
        switch (this) {
            case ITEM -> fields.addAll(OF_GOODS);
            case RECURRING -> {
                fields.addAll(OF_GOODS);
                fields.addAll(List.of(JournalField.RECURRING_METHOD, JournalField.RECURRING_FREQUENCY, JournalField.RECURRING_UNTIL));
            }
            case RECLASSIFICATION -> {
                fields.addAll(OF_GOODS);
                fields.addAll(List.of(JournalField.NEW_LOCATION, JournalField.NEW_VARIANT, JournalField.NEW_DIMENSION_1, JournalField.NEW_DIMENSION_2));
            }
            case REVALUATION -> fields.addAll(
                    List.of(JournalField.UNIT_COST_REVALUED, JournalField.VALUE_REVALUED, JournalField.UPDATE_STANDARD_COST));
        }
        return fields;
    }
}
