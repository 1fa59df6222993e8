package org.stockbook.journals.lines;

import java.util.Locale;
import java.util.Map;
import org.stockbook.inventory.CostRefusalValues;
import org.stockbook.journals.JournalField;
import org.stockbook.kernel.accounts.CostRefusal;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.posting.Refusal;

/** Translates what the kernel refuses into fields of a journal line and the values that texts name (spec: errors). */
public final class RefusalTexts {
    private RefusalTexts() {}

    /** The values behind the text of a refusal, by the names used in the texts. */
    public static Map<String, Object> parameters(Refusal refusal) {
        return switch (refusal) {
            case Refusal.QuantityMissing _ -> Map.of("field", JournalField.QUANTITY.property());
            case Refusal.PostingDateNotAllowed refused -> Map.of("date", refused.date(), "from", refused.from(), "to", refused.to());
            case Refusal.InventoryClosed refused -> Map.of("date", refused.date(), "closedUpTo", refused.closedUpTo());
            case Refusal.BeforeEarliestValuationDate refused -> Map.of("date", refused.date(), "floor", refused.floor());
            case Refusal.TransferQuantityNegative refused -> Map.of("item", refused.item().code(), "quantity", refused.quantity().value());
            case Refusal.ApplicationInvalid refused -> Map.of("entry", text(refused.entry().value()), "differs", word(refused.differs()));
            case Refusal.ApplicationQuantityExceeded refused -> Map.of("entry", text(refused.entry().value()), "left", refused.left().value());
            case Refusal.ReturnExceedsShipped refused -> Map.of("entry", text(refused.entry().value()), "left", refused.left().value());
            case Refusal.ExactCostRequired refused -> Map.of("type", word(refused.type()));
            case Refusal.NotOnHand refused ->
                Map.of("item", refused.item().code(), "location", refused.location().code(), "missing", refused.missing().value());
            case Refusal.TrackingNotOnHand refused ->
                Map.of("item", refused.item().code(), "tracking", text(refused.tracking()), "missing", refused.missing().value());
            case Refusal.InvoiceExceedsEntry refused -> Map.of("entry", text(refused.entry().value()), "left", refused.left().value());
            case Refusal.UndoRefused refused -> Map.of("entry", text(refused.entry().value()));
            case Refusal.RevaluationStale refused -> Map.of("item", refused.item().code());
            case Refusal.UnapplyRefused refused -> Map.of("entry", text(refused.entry().value()));
            case Refusal.ReapplyLeavesNegative refused -> Map.of("item", refused.item().code(), "entry", text(refused.entry().value()));
        };
    }

    /** The values behind the text of a cost that has no account. */
    public static Map<String, Object> parameters(CostRefusal refusal) {
        return CostRefusalValues.of(refusal);
    }

    /** The field at which a refusal is shown. */
    public static JournalField field(Refusal refusal) {
        return switch (refusal) {
            case Refusal.QuantityMissing _, Refusal.TransferQuantityNegative _, Refusal.NotOnHand _, Refusal.InvoiceExceedsEntry _ -> JournalField.QUANTITY;
            case Refusal.PostingDateNotAllowed _, Refusal.InventoryClosed _, Refusal.BeforeEarliestValuationDate _ -> JournalField.POSTING_DATE;
            case Refusal.ApplicationInvalid _, Refusal.ApplicationQuantityExceeded _ -> JournalField.APPLIES_TO_ENTRY;
            case Refusal.ReturnExceedsShipped _, Refusal.ExactCostRequired _ -> JournalField.APPLIES_FROM_ENTRY;
            case Refusal.TrackingNotOnHand refused -> refused.tracking().serial().isBlank() ? JournalField.LOT_NO : JournalField.SERIAL_NO;
            case Refusal.UndoRefused _, Refusal.RevaluationStale _, Refusal.UnapplyRefused _, Refusal.ReapplyLeavesNegative _ -> JournalField.LINE;
        };
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String text(Tracking tracking) {
        return tracking.serial().isBlank() ? tracking.lot().code() : tracking.serial().code();
    }

    /** A constant as pages and the public interface write it. */
    public static String word(Enum<?> constant) {
        return camelCase(constant.name());
    }

    static String camelCase(String constant) {
        var words = constant.toLowerCase(Locale.ROOT).split("_");
        var word = new StringBuilder(words[0]);
        for (var i = 1; i < words.length; i++) {
            word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return word.toString();
    }
}
