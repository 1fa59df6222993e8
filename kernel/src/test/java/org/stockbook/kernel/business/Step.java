package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * One thing that happens in a business. Steps that concern earlier entries pick one by a number, among those it fits at that
 * moment; where none fits, nothing happens. So a story can be shortened anywhere and still be told.
 */
public sealed interface Step {
    /** Makes it happen; false when nothing fitted. */
    boolean happen(OneItem business);

    record Buy(String date, Place place, long quantity, long cents) implements Step {
        @Override
        public boolean happen(OneItem business) {
            business.buy(date, place, Long.toString(quantity), Amount.ofUnscaled(cents).toString());
            return true;
        }
    }

    record Receive(String date, long quantity, long cents) implements Step {
        @Override
        public boolean happen(OneItem business) {
            business.receive(date, Long.toString(quantity), Amount.ofUnscaled(cents).toString());
            return true;
        }
    }

    record Sell(String date, Place place, long quantity) implements Step {
        @Override
        public boolean happen(OneItem business) {
            business.sell(date, place, Long.toString(quantity));
            return true;
        }
    }

    record Ship(String date, long quantity) implements Step {
        @Override
        public boolean happen(OneItem business) {
            business.ship(date, Long.toString(quantity));
            return true;
        }
    }

    /** Invoices a part, or all that is left, of a receipt or shipment. */
    record Invoice(String date, int pick, long quantity, long cents) implements Step {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> !entry.isFullyInvoiced())
                    .map(entry -> {
                        var left = entry.quantity().minus(entry.state().invoiced());
                        var part = Quantity.of(quantity).min(left.abs()).withSignOf(left);
                        var amount = Amount.ofUnscaled(cents * part.value().longValue());
                        business.invoice(date, entry.no(), part.toString(), amount.toString());
                        return true;
                    })
                    .orElse(false);
        }
    }

    record Charge(String date, int pick, long cents) implements Step {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> entry.isIncrease() && !entry.entry().correction())
                    .map(entry -> {
                        business.charge(date, entry.no(), Amount.ofUnscaled(cents).toString());
                        return true;
                    })
                    .orElse(false);
        }
    }

    /** Revalues what was left of an increase on a date, as the proposal of a revaluation journal does. */
    record Revalue(String date, int pick, long cents) implements Step {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> entry.isIncrease() && wasInvoiced(entry) && left(entry).isPositive())
                    .map(entry -> {
                        var amount = Amount.ofUnscaled(cents).toString();
                        business.revalue(date, entry.no(), left(entry).toString(), amount);
                        return true;
                    })
                    .orElse(false);
        }

        private boolean wasInvoiced(BookedEntry entry) {
            return entry.isFullyInvoiced() && !entry.state().lastInvoiceDate().isAfter(LocalDate.parse(date));
        }

        private Quantity left(BookedEntry entry) {
            var left = entry.quantity();
            for (var row : entry.feeding()) {
                left = row.postingDate().isAfter(LocalDate.parse(date)) ? left : left.plus(row.quantity());
            }
            return left;
        }
    }

    record ReturnToVendor(String date, int pick, long quantity) implements Step {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> isReceipt(entry) && entry.remaining().isPositive())
                    .map(entry -> {
                        var part = Quantity.of(quantity).min(entry.remaining());
                        business.returnToVendor(date, part.toString(), entry.no());
                        return true;
                    })
                    .orElse(false);
        }
    }

    record TakeBack(String date, int pick, Place place, long quantity) implements Step {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> isSale(entry) && entry.remaining().isZero() && returnable(entry).isPositive())
                    .map(entry -> {
                        var part = Quantity.of(quantity).min(returnable(entry));
                        business.takeBack(date, place, part.toString(), entry.no());
                        return true;
                    })
                    .orElse(false);
        }
    }

    record Transfer(String date, Place from, Place to, long quantity) implements Step {
        @Override
        public boolean happen(OneItem business) {
            var stock = business.book().openIncreases(from).stream()
                    .map(BookedEntry::remaining)
                    .reduce(Quantity.ZERO, Quantity::plus);
            if (stock.compareTo(Quantity.of(quantity)) < 0) {
                return false;
            }
            business.transfer(date, from, to, Long.toString(quantity));
            return true;
        }
    }

    record Undo(int pick) implements Step {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, Step::canBeUndone)
                    .map(entry -> {
                        business.undo(entry.no());
                        return true;
                    })
                    .orElse(false);
        }
    }

    private static boolean canBeUndone(BookedEntry entry) {
        return isReceipt(entry)
                && entry.state().invoiced().isZero()
                && entry.remaining().equals(entry.quantity())
                && entry.values().stream()
                        .allMatch(value -> !value.entry().isCharge() && value.entry().type() == ValueEntryType.DIRECT_COST);
    }

    private static boolean isReceipt(BookedEntry entry) {
        return entry.isIncrease() && entry.entry().type() == EntryType.PURCHASE && !entry.entry().correction();
    }

    private static boolean isSale(BookedEntry entry) {
        return entry.isDecrease() && entry.entry().type() == EntryType.SALE && !entry.entry().correction();
    }

    private static Quantity returnable(BookedEntry entry) {
        return entry.state().shippedNotReturned().abs();
    }

    private static Optional<BookedEntry> chosen(
            OneItem business, int number, Predicate<BookedEntry> fits) {
        List<BookedEntry> candidates = business.book().entries().stream().filter(fits).toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(Math.floorMod(number, candidates.size())));
    }
}
