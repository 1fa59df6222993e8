package org.stockbook.kernel.revaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** What is left of each increase on a date, and what that is worth (spec: costing, section 8, steps 2 and 3). */
final class StockAtDate {
    private final ItemBook book;
    private final LocalDate date;

    StockAtDate(ItemBook book, LocalDate date) {
        this.book = book;
        this.date = date;
    }

    /** Increases whose remaining quantity may be revalued, in order of location, variant and number. */
    List<BookedEntry> revaluable(Predicate<Place> places, boolean perItem) {
        return book.entries().stream()
                .filter(entry -> entry.isIncrease() && places.test(entry.place()))
                .filter(entry -> isPriced(entry, perItem))
                .filter(entry -> remaining(entry).isPositive())
                .sorted(Comparator.comparing((BookedEntry entry) -> entry.place().location())
                        .thenComparing(entry -> entry.place().variant())
                        .thenComparing(BookedEntry::no))
                .toList();
    }

    private boolean isPriced(BookedEntry entry, boolean perItem) {
        if (book.facts().method().isStandard() && perItem) {
            return !entry.postingDate().isAfter(date);
        }
        return entry.state().completelyInvoiced()
                && !entry.postingDate().isAfter(date)
                && !entry.state().lastInvoiceDate().isAfter(date);
    }

    /** The quantity not yet taken by decreases up to the date. */
    Quantity remaining(BookedEntry increase) {
        var left = increase.quantity();
        for (var row : increase.feeding()) {
            if (!row.postingDate().isAfter(date)) {
                left = left.plus(row.quantity());
            }
        }
        return left;
    }

    /** What is left of an increase is worth this much, by the money that counts up to the date. */
    Amount value(BookedEntry increase) {
        return value(increase, BookedValue::valuationDate);
    }

    /** The same, by the money booked up to the date. */
    Amount valueByPostingDate(BookedEntry increase) {
        return value(increase, value -> value.entry().postingDate());
    }

    private Amount value(BookedEntry increase, Function<BookedValue, LocalDate> dateOf) {
        var left = remaining(increase).value();
        var sum = BigDecimal.ZERO;
        for (var value : increase.values()) {
            var entry = value.entry();
            var counts = increase.entry().type() == EntryType.OUTPUT ? entry.postingDate() : dateOf.apply(value);
            if (entry.type() != ValueEntryType.ROUNDING && !counts.isAfter(date)) {
                var whole = entry.type() == ValueEntryType.REVALUATION ? entry.valuedQuantity() : increase.quantity();
                sum = sum.add(amount(increase, value).value()
                        .multiply(left)
                        .divide(whole.value(), MathContext.DECIMAL128));
            }
        }
        return Amount.rounded(sum);
    }

    private Amount amount(BookedEntry increase, BookedValue value) {
        return book.facts().method().isStandard() && !increase.isFullyInvoiced()
                ? value.inventoriable()
                : value.entry().cost().actual();
    }

    /** Average items: a quantity at the invoiced average of the pool, by the money that counts up to the date. */
    Amount averageValue(Predicate<Place> places, Quantity quantity) {
        var cost = Amount.ZERO;
        var invoiced = Quantity.ZERO;
        for (var entry : book.entries()) {
            if (places.test(entry.place()) && !isUnfinishedTransfer(entry)) {
                for (var value : entry.values()) {
                    if (countsInAverage(value)) {
                        cost = cost.plus(value.entry().cost().actual());
                        invoiced = invoiced.plus(value.entry().invoicedQuantity());
                    }
                }
            }
        }
        return invoiced.isZero() ? Amount.ZERO : cost.share(quantity, invoiced);
    }

    private static boolean isUnfinishedTransfer(BookedEntry entry) {
        return entry.entry().type() == EntryType.TRANSFER && !entry.state().completelyInvoiced();
    }

    private boolean countsInAverage(BookedValue value) {
        var postedInTime = !value.entry().postingDate().isAfter(date);
        var staysIn = value.entry().isCharge() || value.entry().type() == ValueEntryType.REVALUATION;
        return !value.valuationDate().isAfter(date) && (postedInTime || staysIn);
    }
}
