package org.stockbook.kernel.posting;

import java.util.Optional;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.PostingLine.Charge;
import org.stockbook.kernel.posting.PostingLine.Invoice;
import org.stockbook.kernel.posting.PostingLine.Movement;
import org.stockbook.kernel.posting.PostingLine.Revaluation;
import org.stockbook.kernel.posting.PostingLine.Transfer;
import org.stockbook.kernel.posting.PostingLine.Undo;
import org.stockbook.kernel.posting.Refusal.ApplicationField;
import org.stockbook.kernel.posting.Refusal.UndoReason;

/** The first reason why a line cannot be posted, in the order of the specification (spec: ledger, section 10). */
final class LineChecks {
    private final ItemPosting item;

    LineChecks(ItemPosting item) {
        this.item = item;
    }

    Optional<Refusal> refusal(PostingLine line) {
        return item.rules()
                .dates()
                .refusal(line.line(), line.postingDate())
                .or(() -> switch (line) {
                    case Movement movement -> movement(movement);
                    case Transfer transfer -> transfer(transfer);
                    case Invoice invoice -> invoice(invoice);
                    case Charge charge -> charge(charge);
                    case Revaluation revaluation -> revaluation(revaluation);
                    case Undo undo -> undo(undo);
                });
    }

    /** What a movement just made needs no check: where it was refused, nothing is posted at all. */
    private Optional<Refusal> charge(Charge line) {
        return switch (line.target()) {
            case Charge.Target.Booked booked -> missing(line.line(), booked.entry());
            case Charge.Target.JustMade _ -> Optional.empty();
        };
    }

    private Optional<Refusal> movement(Movement line) {
        if (line.quantity().isZero()) {
            return Optional.of(new Refusal.QuantityMissing(line.line(), line.item()));
        }
        return switch (line.application()) {
            case FixedApplication.ToEntry to -> appliesTo(line.line(), to.entry(), new Goods(line.place(), line.tracking(), line.quantity()));
            case FixedApplication.FromEntry from -> appliesFrom(line, from.entry());
            case FixedApplication.Automatic _ -> exactCostMissing(line);
        };
    }

    private Optional<Refusal> exactCostMissing(Movement line) {
        var required = switch (line.type()) {
            case SALE -> item.rules().exactReversalOfSales() && line.quantity().isPositive() && !line.cost().withoutValue();
            case PURCHASE -> item.rules().exactReversalOfPurchases() && line.quantity().isNegative();
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT ->
                false;
        };
        return required ? Optional.of(new Refusal.ExactCostRequired(line.line(), line.type())) : Optional.empty();
    }

    private Optional<Refusal> transfer(Transfer line) {
        if (line.quantity().isZero()) {
            return Optional.of(new Refusal.QuantityMissing(line.line(), line.item()));
        }
        if (line.quantity().isNegative()) {
            return Optional.of(new Refusal.TransferQuantityNegative(line.line(), line.item(), line.quantity()));
        }
        return line.application() instanceof FixedApplication.ToEntry to
                ? appliesTo(line.line(), to.entry(), new Goods(line.from(), line.tracking(), line.quantity().negated()))
                : Optional.empty();
    }

    private Optional<Refusal> appliesTo(LineNo line, ItemLedgerEntryNo no, Goods goods) {
        var found = item.book().find(no);
        if (found.isEmpty()) {
            return invalid(line, no, ApplicationField.ENTRY);
        }
        var named = found.get();
        return misfit(named, goods)
                .flatMap(field -> invalid(line, no, field))
                .or(() -> tooLittle(line, named, goods.quantity()));
    }

    private Optional<ApplicationField> misfit(BookedEntry named, Goods goods) {
        var place = goods.place();
        var tracking = goods.tracking();
        if (!named.place().variant().equals(place.variant())) {
            return Optional.of(ApplicationField.VARIANT);
        }
        if (!named.place().location().equals(place.location())) {
            return Optional.of(ApplicationField.LOCATION);
        }
        if (named.quantity().signum() == goods.quantity().signum()) {
            return Optional.of(ApplicationField.SIGN);
        }
        return tracking.isNone() || tracking.equals(named.entry().tracking())
                ? Optional.empty()
                : Optional.of(ApplicationField.TRACKING);
    }

    /** What the named entry has left, plus what automatic applications hold and can be displaced. */
    private Optional<Refusal> tooLittle(LineNo line, BookedEntry named, Quantity quantity) {
        var available = named.remaining().abs();
        if (named.isIncrease()) {
            for (var row : named.feeding()) {
                available = item.applications().isDisplaceable(row) ? available.plus(row.quantity().abs()) : available;
            }
        }
        return available.compareTo(quantity.abs()) < 0
                ? Optional.of(new Refusal.ApplicationQuantityExceeded(line, named.no(), available))
                : Optional.empty();
    }

    private Optional<Refusal> appliesFrom(Movement line, ItemLedgerEntryNo no) {
        var found = item.book().find(no);
        if (found.isEmpty()) {
            return invalid(line.line(), no, ApplicationField.ENTRY);
        }
        var shipped = found.get();
        if (!shipped.place().variant().equals(line.place().variant())) {
            return invalid(line.line(), no, ApplicationField.VARIANT);
        }
        if (!shipped.isDecrease() || !line.quantity().isPositive()) {
            return invalid(line.line(), no, ApplicationField.SIGN);
        }
        var left = shipped.state().shippedNotReturned().abs();
        return line.quantity().compareTo(left) > 0
                ? Optional.of(new Refusal.ReturnExceedsShipped(line.line(), no, left))
                : Optional.empty();
    }

    private Optional<Refusal> invoice(Invoice line) {
        return missing(line.line(), line.entry()).or(() -> {
            var entry = item.book().entry(line.entry());
            var left = entry.quantity().minus(entry.state().invoiced());
            var exceeds = line.quantity().signum() != entry.quantity().signum()
                    || line.quantity().abs().compareTo(left.abs()) > 0;
            return exceeds
                    ? Optional.of(new Refusal.InvoiceExceedsEntry(line.line(), line.entry(), left))
                    : Optional.empty();
        });
    }

    private Optional<Refusal> revaluation(Revaluation line) {
        for (var share : line.shares()) {
            var found = item.book().find(share.entry());
            if (found.isEmpty() || found.get().isDecrease()) {
                return invalid(line.line(), share.entry(), ApplicationField.ENTRY);
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> undo(Undo line) {
        return missing(line.line(), line.entry()).or(() -> undoReason(item.book().entry(line.entry()))
                .map(reason -> new Refusal.UndoRefused(line.line(), line.entry(), reason)));
    }

    private Optional<UndoReason> undoReason(BookedEntry entry) {
        if (entry.entry().correction() || isCorrected(entry)) {
            return Optional.of(UndoReason.ALREADY_CORRECTED);
        }
        if (!entry.state().invoiced().isZero()) {
            return Optional.of(UndoReason.INVOICED);
        }
        var whole = entry.isIncrease() ? entry.remaining() : entry.state().shippedNotReturned();
        if (!whole.equals(entry.quantity())) {
            return Optional.of(UndoReason.QUANTITY_USED);
        }
        for (var value : entry.values()) {
            if (value.entry().type() == ValueEntryType.REVALUATION) {
                return Optional.of(UndoReason.REVALUED);
            }
            if (value.entry().isCharge()) {
                return Optional.of(UndoReason.ITEM_CHARGE);
            }
        }
        return Optional.empty();
    }

    private boolean isCorrected(BookedEntry entry) {
        var rows = entry.isIncrease() ? entry.feeding() : entry.costReceivers();
        return rows.stream()
                .anyMatch(row -> item.book().find(row.owner()).map(owner -> owner.entry().correction()).orElse(false));
    }

    private Optional<Refusal> missing(LineNo line, ItemLedgerEntryNo no) {
        return item.book().find(no).isEmpty() ? invalid(line, no, ApplicationField.ENTRY) : Optional.empty();
    }

    private static Optional<Refusal> invalid(LineNo line, ItemLedgerEntryNo no, ApplicationField field) {
        return Optional.of(new Refusal.ApplicationInvalid(line, no, field));
    }

    /** What a line moves, as far as a named entry must fit it. */
    private record Goods(Place place, Tracking tracking, Quantity quantity) {}
}
