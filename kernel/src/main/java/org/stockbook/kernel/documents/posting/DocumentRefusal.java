package org.stockbook.kernel.documents.posting;

import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.RefusedAccount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.ReturnReasonCode;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.Refusal;

/** Why a document cannot be posted: a stable code and the facts behind it (spec: purchasing, section 4; errors). */
public sealed interface DocumentRefusal {
    /** The line it is about; none when it is about the document. */
    Optional<LineNo> at();

    /** The stable code under which texts and documentation know this refusal. */
    default String code() {
        return switch (this) {
            case NothingToPost _ -> "common.nothing-to-post";
            case FieldRequired _ -> "common.field-required";
            case AboveOutstanding _ -> "common.above-outstanding";
            case AboveInvoiceable _ -> "common.above-invoiceable";
            case WrongSign _ -> "common.wrong-sign";
            case PartnerBlocked blocked -> switch (blocked.side()) {
                case PURCHASE -> "purchasing.vendor-blocked";
                case SALES -> "sales.customer-blocked";
            };
            case ItemBlocked blocked -> switch (blocked.blocking()) {
                case NONE, ALL -> "items.blocked";
                case PURCHASE -> "items.purchasing-blocked";
                case SALES -> "items.sales-blocked";
            };
            case ExternalNoRequired _ -> "purchasing.external-no-required";
            case ExternalNoUsed _ -> "purchasing.external-no-used";
            case ExactCostRequired _ -> "ledger.exact-cost-required";
            case ReturnWithoutValue _ -> "sales.return-without-value";
            case TrackingMismatch _ -> "tracking.sum-mismatch";
            case ChargeNotAssigned _ -> "purchasing.charge-not-assigned";
            case ChargeWithoutTarget _ -> "purchasing.charge-no-target";
            case ChargeTargetInvoiced _ -> "purchasing.charge-target-invoiced";
            case InvoiceNegative _ -> "sales.invoice-negative";
            case AccountRefused refused -> refused.account().code();
            case ByLedger refused -> refused.refusal().code();
        };
    }

    /** A refusal about the document as a whole. */
    sealed interface OfDocument extends DocumentRefusal {
        @Override
        default Optional<LineNo> at() {
            return Optional.empty();
        }
    }

    /** A refusal about one line. */
    sealed interface OfLine extends DocumentRefusal {
        LineNo line();

        @Override
        default Optional<LineNo> at() {
            return Optional.of(line());
        }
    }

    record NothingToPost() implements OfDocument {}

    record PartnerBlocked(TradeSide side, PartnerState.Blocked blocked) implements OfDocument {}

    record ExternalNoRequired() implements OfDocument {}

    record ExternalNoUsed(String external) implements OfDocument {}

    record InvoiceNegative(Money total) implements OfDocument {}

    record FieldRequired(LineNo line, Field field) implements OfLine {}

    record AboveOutstanding(LineNo line, UnitQuantity left) implements OfLine {}

    record AboveInvoiceable(LineNo line, UnitQuantity left) implements OfLine {}

    record WrongSign(LineNo line, UnitQuantity quantity) implements OfLine {}

    record ItemBlocked(LineNo line, ItemNo item, ItemCard.Blocking blocking) implements OfLine {}

    record ExactCostRequired(LineNo line) implements OfLine {}

    /** The reason takes goods back at cost 0, and the line names the sale whose cost is to come back. */
    record ReturnWithoutValue(LineNo line, ReturnReasonCode reason) implements OfLine {}

    /** Serial and lot numbers cover another quantity than is handled; base units. */
    record TrackingMismatch(LineNo line, Quantity covered, Quantity needed) implements OfLine {}

    record ChargeNotAssigned(LineNo line, UnitQuantity assigned, UnitQuantity needed) implements OfLine {}

    record ChargeWithoutTarget(LineNo line) implements OfLine {}

    record ChargeTargetInvoiced(LineNo line, LineNo target) implements OfLine {}

    /** An account of the invoice cannot be posted to. */
    record AccountRefused(RefusedAccount account) implements DocumentRefusal {
        @Override
        public Optional<LineNo> at() {
            return account.line().value() == 0 ? Optional.empty() : Optional.of(account.line());
        }
    }

    /** Refused by the rules of the item ledger. */
    record ByLedger(Refusal refusal) implements DocumentRefusal {
        @Override
        public Optional<LineNo> at() {
            return refusal.line().value() == 0 ? Optional.empty() : Optional.of(refusal.line());
        }
    }

    /** Fields of a line that posting needs. */
    enum Field {
        LOCATION,
        VARIANT
    }
}
