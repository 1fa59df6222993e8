package org.stockbook.kernel.costing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** Turns pending amounts into value entries, one per corrected value entry and kind of cost (spec: costing, section 6.9). */
final class AdjustmentEntries {
    /** The source code of everything that cost adjustment writes. */
    static final SourceCode SOURCE = new SourceCode("INVTADJMT");

    private final ItemBook book;
    private final AdjustmentDates dates;
    private final EntryNumbers numbers;
    private final List<Pending> pending = new ArrayList<>();

    AdjustmentEntries(ItemBook book, AdjustmentDates dates, EntryNumbers numbers) {
        this.book = book;
        this.dates = dates;
        this.numbers = numbers;
    }

    void collect(EntryCost cost) {
        for (var document : cost.documents()) {
            document.pending().forEach((stream, amount) -> {
                if (!amount.isZero()) {
                    pending.add(new Pending(document.original(), stream, amount));
                }
            });
        }
    }

    /** Writes what was collected, in the order of the corrected value entries. */
    int write() {
        pending.sort(Comparator.comparing((Pending one) -> one.original().entry().no()).thenComparing(Pending::stream));
        for (var one : pending) {
            book.append(correction(one), one.original().state());
        }
        return pending.size();
    }

    private ValueEntry correction(Pending one) {
        var original = one.original().entry();
        var cost = one.cost();
        return new ValueEntry(
                numbers.nextValueEntry(),
                original.itemLedgerEntry(),
                original.itemLedgerEntryType(),
                typeOf(one.stream()),
                one.stream() == CostStream.VARIANCE ? VarianceType.PURCHASE : VarianceType.NONE,
                ItemChargeNo.BLANK,
                dates.postingDateFor(original.postingDate()),
                original.valuedQuantity(),
                Quantity.ZERO,
                Quantity.ZERO,
                (original.expectedCost() ? cost.expected() : cost.actual()).per(original.valuedQuantity()),
                cost,
                Trade.NONE,
                original.expectedCost(),
                true,
                false,
                true,
                original.no(),
                original.groups(),
                original.origin().withSource(SOURCE));
    }

    private static ValueEntryType typeOf(CostStream stream) {
        return switch (stream) {
            case DIRECT -> ValueEntryType.DIRECT_COST;
            case INDIRECT -> ValueEntryType.INDIRECT_COST;
            case VARIANCE -> ValueEntryType.VARIANCE;
        };
    }

    /** Writes the cents that sharing left on an exhausted increase. */
    void writeRounding(BookedEntry increase, Amount amount) {
        var original = lastDirect(increase);
        var entry = original.entry();
        var rounding = new ValueEntry(
                numbers.nextValueEntry(),
                increase.no(),
                entry.itemLedgerEntryType(),
                ValueEntryType.ROUNDING,
                VarianceType.NONE,
                ItemChargeNo.BLANK,
                dates.postingDateFor(entry.postingDate()),
                increase.quantity(),
                Quantity.ZERO,
                Quantity.ZERO,
                UnitCost.ZERO,
                Cost.actual(amount),
                Trade.NONE,
                false,
                true,
                false,
                false,
                ValueEntryNo.NONE,
                entry.groups(),
                entry.origin().withSource(SOURCE));
        book.append(rounding, new ValueState(original.valuationDate(), false));
    }

    private static BookedValue lastDirect(BookedEntry increase) {
        return increase.values().stream()
                .filter(value -> value.entry().isDocument())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException(increase + " has no direct cost"));
    }

    private record Pending(BookedValue original, CostStream stream, Cost cost) {}
}
