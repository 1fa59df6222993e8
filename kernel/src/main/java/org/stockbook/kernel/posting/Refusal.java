package org.stockbook.kernel.posting;

import java.time.LocalDate;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;

/** Why a line cannot be posted: a stable code and the facts behind it (spec: ledger, section 10; errors). */
public sealed interface Refusal {
    LineNo line();

    /** The stable code under which texts and documentation know this refusal. */
    default String code() {
        return switch (this) {
            case QuantityMissing _ -> "common.field-required";
            case PostingDateNotAllowed _ -> "finance.posting-date-not-allowed";
            case InventoryClosed _ -> "costing.inventory-period-closed";
            case BeforeEarliestValuationDate _ -> "ledger.before-earliest-valuation-date";
            case TransferQuantityNegative _ -> "ledger.transfer-quantity-negative";
            case ApplicationInvalid _ -> "ledger.application-invalid";
            case ApplicationQuantityExceeded _ -> "ledger.application-quantity-exceeded";
            case ReturnExceedsShipped _ -> "ledger.return-exceeds-shipped";
            case ExactCostRequired _ -> "ledger.exact-cost-required";
            case NotOnHand _ -> "ledger.insufficient-stock";
            case TrackingNotOnHand _ -> "tracking.insufficient-stock";
            case InvoiceExceedsEntry _ -> "ledger.invoice-exceeds-entry";
            case UndoRefused refused -> refused.reason().code();
            case RevaluationStale _ -> "costing.revaluation-stale";
            case UnapplyRefused refused -> refused.reason().code();
            case ReapplyLeavesNegative _ -> "ledger.reapply-leaves-negative";
        };
    }

    record QuantityMissing(LineNo line, ItemNo item) implements Refusal {}

    record PostingDateNotAllowed(LineNo line, LocalDate date, LocalDate from, LocalDate to) implements Refusal {}

    record InventoryClosed(LineNo line, LocalDate date, LocalDate closedUpTo) implements Refusal {}

    record BeforeEarliestValuationDate(LineNo line, LocalDate date, LocalDate floor) implements Refusal {}

    record TransferQuantityNegative(LineNo line, ItemNo item, Quantity quantity) implements Refusal {}

    /** A fixed application names an entry that does not fit; the first field that differs. */
    record ApplicationInvalid(LineNo line, ItemLedgerEntryNo entry, ApplicationField differs) implements Refusal {}

    record ApplicationQuantityExceeded(LineNo line, ItemLedgerEntryNo entry, Quantity left) implements Refusal {}

    record ReturnExceedsShipped(LineNo line, ItemLedgerEntryNo entry, Quantity left) implements Refusal {}

    record ExactCostRequired(LineNo line, EntryType type) implements Refusal {}

    record NotOnHand(LineNo line, ItemNo item, LocationCode location, Quantity missing) implements Refusal {}

    record TrackingNotOnHand(LineNo line, ItemNo item, Tracking tracking, Quantity missing) implements Refusal {}

    record InvoiceExceedsEntry(LineNo line, ItemLedgerEntryNo entry, Quantity left) implements Refusal {}

    record UndoRefused(LineNo line, ItemLedgerEntryNo entry, UndoReason reason) implements Refusal {}

    record RevaluationStale(LineNo line, ItemNo item) implements Refusal {}

    record UnapplyRefused(LineNo line, ItemLedgerEntryNo entry, UnapplyReason reason) implements Refusal {}

    record ReapplyLeavesNegative(LineNo line, ItemNo item, ItemLedgerEntryNo entry) implements Refusal {}


    /** What about the named entry does not fit. */
    enum ApplicationField {
        ENTRY,
        ITEM,
        VARIANT,
        LOCATION,
        SIGN,
        TRACKING,
        ORDER,
        CYCLE
    }

    /** Why a posted line cannot be undone (spec: ledger, section 9). */
    enum UndoReason {
        INVOICED("ledger.undo-invoiced"),
        ALREADY_CORRECTED("ledger.undo-already-corrected"),
        QUANTITY_USED("ledger.undo-quantity-used"),
        REVALUED("ledger.undo-revalued"),
        ITEM_CHARGE("ledger.undo-item-charge");

        private final String code;

        UndoReason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Why an application must stay (spec: ledger, section 6.7). */
    enum UnapplyReason {
        CORRECTION("ledger.unapply-correction"),
        TRANSFER("ledger.unapply-transfer"),
        DROP_SHIPMENT("ledger.unapply-drop-shipment");

        private final String code;

        UnapplyReason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
