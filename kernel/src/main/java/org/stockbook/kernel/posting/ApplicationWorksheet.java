package org.stockbook.kernel.posting;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.itemapplication.ValuationDates;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.posting.Refusal.UnapplyReason;

/**
 * Takes applications apart and makes them anew (spec: ledger, section 6.7). The book must hold the whole history of the item.
 * What was removed and not re-applied by name is re-applied automatically on closing.
 */
public final class ApplicationWorksheet {
    private final ItemPosting item;
    private final ItemBook book;
    private final LineNo line;
    private final Set<BookedEntry> touched = new HashSet<>();

    /**
     * Opens a worksheet on the book of an item.
     *
     * @param line by which refusals name the request
     */
    public ApplicationWorksheet(ItemBook book, PostingRules rules, EntryNumbers numbers, LineNo line) {
        this.item = new ItemPosting(book, rules, numbers);
        this.book = book;
        this.line = line;
    }

    /**
     * Removes an application.
     *
     * @return why it must stay; empty when it is gone
     */
    public Optional<Refusal> unapply(ItemApplicationNo no) {
        var row = find(no);
        var increase = book.entry(row.inbound());
        var decrease = book.entry(row.outbound());
        var refusal = item.rules()
                .dates()
                .refusal(line, row.postingDate())
                .or(() -> mustStay(row, increase, decrease));
        if (refusal.isEmpty()) {
            remove(row, increase, decrease);
        }
        return refusal;
    }

    private ItemApplication find(ItemApplicationNo no) {
        return book.entries().stream()
                .flatMap(entry -> Stream.concat(entry.sources().stream(), entry.costSources().stream()))
                .filter(row -> row.no().equals(no))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("application " + no + " is not in the book"));
    }

    private Optional<Refusal> mustStay(ItemApplication row, BookedEntry increase, BookedEntry decrease) {
        if (increase.entry().correction() || decrease.entry().correction()) {
            return refused(decrease, UnapplyReason.CORRECTION);
        }
        if (decrease.entry().type() == EntryType.TRANSFER || row.transferredFrom().isPresent()) {
            return refused(decrease, UnapplyReason.TRANSFER);
        }
        return increase.entry().dropShipment() && decrease.entry().dropShipment()
                ? refused(decrease, UnapplyReason.DROP_SHIPMENT)
                : Optional.empty();
    }

    private Optional<Refusal> refused(BookedEntry decrease, UnapplyReason reason) {
        return Optional.of(new Refusal.UnapplyRefused(line, decrease.no(), reason));
    }

    private void remove(ItemApplication row, BookedEntry increase, BookedEntry decrease) {
        if (row.isCostApplication()) {
            book.remove(row);
            var returnable = decrease.state().shippedNotReturned().minus(row.quantity());
            book.change(decrease, decrease.state().withShippedNotReturned(returnable));
            item.applications().writeOwnRow(increase, true);
        } else {
            item.applications().remove(row);
            book.change(decrease, decrease.state().withAppliesTo(ItemLedgerEntryNo.NONE));
            backIntoAverage(decrease);
            ValuationDates.move(book, decrease, ValuationDates.ofDecrease(book, decrease));
        }
        item.mark(increase);
        item.mark(decrease);
        touched.add(increase);
        touched.add(decrease);
    }

    private void backIntoAverage(BookedEntry decrease) {
        if (item.isAverage()) {
            for (var value : decrease.values()) {
                book.change(value, new ValueState(value.valuationDate(), true));
            }
        }
    }

    /**
     * Applies an open decrease to an open increase by name.
     *
     * @return false when that would make cost flow in a circle; nothing is applied then
     */
    public boolean apply(ItemLedgerEntryNo decreaseNo, ItemLedgerEntryNo increaseNo) {
        var decrease = book.entry(decreaseNo);
        var increase = book.entry(increaseNo);
        if (item.applications().closesCycle(increase, decrease)) {
            return false;
        }
        item.applications().applyFixed(decrease, increase);
        book.change(decrease, decrease.state().withAppliesTo(increaseNo));
        for (var value : decrease.values()) {
            book.change(value, new ValueState(value.valuationDate(), false));
        }
        item.decreaseCovered(decrease);
        item.mark(increase);
        return true;
    }

    /**
     * Re-applies everything that was taken apart and is still open, in order of place, date and number.
     *
     * @return why the worksheet cannot be closed: a decrease would stay without supply although stock may not be negative
     */
    public Optional<Refusal> close() {
        var open = touched.stream()
                .filter(entry -> entry.isDecrease() && entry.isOpen())
                .sorted(Comparator.comparing(BookedEntry::place).thenComparing(ItemBook.BY_DATE_AND_NUMBER))
                .toList();
        for (var decrease : open) {
            item.applications().applyAutomatically(decrease, _ -> true);
            item.decreaseCovered(decrease);
            if (decrease.isOpen() && !item.facts().mayGoNegative()) {
                return Optional.of(new Refusal.ReapplyLeavesNegative(line, item.facts().item(), decrease.no()));
            }
        }
        return Optional.empty();
    }
}
