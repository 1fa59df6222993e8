package org.stockbook.kernel.business;

import java.math.BigDecimal;
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

/** What a company does by item journals and by invoices of single entries; always with one item. */
public sealed interface JournalStep extends Step {
    /** Which item, by its number in the company. */
    int item();

    boolean happen(OneItem business);

    @Override
    default boolean happen(Company company) {
        return happen(company.item(item()));
    }

    record Buy(int item, String date, Place place, long quantity, long cents) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            business.buy(date, place, Long.toString(quantity), Amount.ofUnscaled(cents).toString());
            return true;
        }

        @Override
        public String toString() {
            return "%s: %s of item %s bought for %s at %s".formatted(date, quantity, item, Words.money(cents), Words.place(place));
        }
    }

    record Receive(int item, String date, Place place, long quantity, long cents) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            business.receive(date, place, Long.toString(quantity), Amount.ofUnscaled(cents).toString());
            return true;
        }

        @Override
        public String toString() {
            return "%s: %s of item %s received at %s, %s expected".formatted(date, quantity, item, Words.place(place), Words.money(cents));
        }
    }

    record Sell(int item, String date, Place place, long quantity) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            business.sell(date, place, Long.toString(quantity));
            return true;
        }

        @Override
        public String toString() {
            return "%s: %s of item %s sold from %s".formatted(date, quantity, item, Words.place(place));
        }
    }

    record Ship(int item, String date, Place place, long quantity) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            business.ship(date, place, Long.toString(quantity));
            return true;
        }

        @Override
        public String toString() {
            return "%s: %s of item %s shipped from %s, not invoiced".formatted(date, quantity, item, Words.place(place));
        }
    }

    /** Invoices a part, or all that is left, of a receipt or shipment. */
    record Invoice(int item, String date, int pick, long quantity, long cents) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> !entry.isFullyInvoiced())
                    .map(entry -> {
                        var left = entry.quantity().minus(entry.state().invoiced());
                        var part = Quantity.of(quantity).min(left.abs()).withSignOf(left);
                        var amount = Amount.rounded(part.value().multiply(BigDecimal.valueOf(cents, 2)));
                        business.invoice(date, entry.no(), part.toString(), amount.toString());
                        return true;
                    })
                    .orElse(false);
        }

        @Override
        public String toString() {
            return "%s: %s of entry %s of item %s invoiced at %s each".formatted(date, quantity, pick, item, Words.money(cents));
        }
    }

    record Charge(int item, String date, int pick, long cents) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, entry -> entry.isIncrease() && !entry.entry().correction())
                    .map(entry -> {
                        business.charge(date, entry.no(), Amount.ofUnscaled(cents).toString());
                        return true;
                    })
                    .orElse(false);
        }

        @Override
        public String toString() {
            return "%s: freight of %s on increase %s of item %s".formatted(date, Words.money(cents), pick, item);
        }
    }

    /** Revalues all that is on hand on a date, as a revaluation journal per item does. */
    record RevalueAll(int item, LocalDate date, long cents) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            return business.revalueAll(date, Amount.ofUnscaled(cents));
        }

        @Override
        public String toString() {
            return "%s: all of item %s on hand revalued by %s".formatted(date, item, Words.money(cents));
        }
    }

    /** Revalues what was left of an increase on a date, as the proposal of a revaluation journal does. */
    record Revalue(int item, String date, int pick, long cents) implements JournalStep {
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

        @Override
        public String toString() {
            return "%s: increase %s of item %s revalued by %s".formatted(date, pick, item, Words.money(cents));
        }
    }

    record ReturnToVendor(int item, String date, int pick, long quantity) implements JournalStep {
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

        @Override
        public String toString() {
            return "%s: %s of receipt %s of item %s sent back to the vendor".formatted(date, quantity, pick, item);
        }
    }

    record TakeBack(int item, String date, int pick, Place place, long quantity) implements JournalStep {
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

        @Override
        public String toString() {
            return "%s: %s of sale %s of item %s taken back at %s".formatted(date, quantity, pick, item, Words.place(place));
        }
    }

    record Transfer(int item, String date, Place from, Place to, long quantity) implements JournalStep {
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

        @Override
        public String toString() {
            return "%s: %s of item %s moved from %s to %s".formatted(date, quantity, item, Words.place(from), Words.place(to));
        }
    }

    record Undo(int item, int pick) implements JournalStep {
        @Override
        public boolean happen(OneItem business) {
            return chosen(business, pick, JournalStep::canBeUndone)
                    .map(entry -> {
                        business.undo(entry.no());
                        return true;
                    })
                    .orElse(false);
        }

        @Override
        public String toString() {
            return "receipt %s of item %s undone".formatted(pick, item);
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
