package org.stockbook.kernel.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/**
 * An item ledger entry in the book of its item: its present state, its value entries in posting order and the applications
 * on both of its sides. Changed only through {@link ItemBook}, which records what changed.
 */
public final class BookedEntry {
    private final ItemLedgerEntry entry;
    private final List<BookedValue> values = new ArrayList<>(2);
    private final List<ItemApplication> feeding = new ArrayList<>(2);
    private final List<ItemApplication> sources = new ArrayList<>(1);
    private final List<ItemApplication> costSources = new ArrayList<>(0);
    private final List<ItemApplication> costReceivers = new ArrayList<>(0);
    private final List<ItemApplication> transferredTo = new ArrayList<>(0);
    private EntryState state;

    BookedEntry(ItemLedgerEntry entry, EntryState state) {
        this.entry = entry;
        this.state = state;
    }

    public ItemLedgerEntry entry() {
        return entry;
    }

    public ItemLedgerEntryNo no() {
        return entry.no();
    }

    public Place place() {
        return entry.place();
    }

    public LocalDate postingDate() {
        return entry.postingDate();
    }

    public Quantity quantity() {
        return entry.quantity();
    }

    public EntryState state() {
        return state;
    }

    public Quantity remaining() {
        return state.remaining();
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isIncrease() {
        return entry.isIncrease();
    }

    public boolean isDecrease() {
        return entry.isDecrease();
    }

    /** The whole quantity has been priced by invoices. */
    public boolean isFullyInvoiced() {
        return state.invoiced().equals(entry.quantity());
    }

    /** All value entries in posting order. */
    public List<BookedValue> values() {
        return Collections.unmodifiableList(values);
    }

    /** Increases only: the quantity applications by which decreases took from it. */
    public List<ItemApplication> feeding() {
        return Collections.unmodifiableList(feeding);
    }

    /** Decreases only: the quantity applications by which it took from increases. */
    public List<ItemApplication> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** Increases only: the applications by which its cost comes from a decrease (returns, undo, transfer legs). */
    public List<ItemApplication> costSources() {
        return Collections.unmodifiableList(costSources);
    }

    /** Decreases only: the applications by which increases take their cost from it. */
    public List<ItemApplication> costReceivers() {
        return Collections.unmodifiableList(costReceivers);
    }

    /** Increases only: the receiving transfer legs that carry on what was consumed from it. */
    public List<ItemApplication> transferredTo() {
        return Collections.unmodifiableList(transferredTo);
    }

    /** What is covered by increases, as a positive quantity; decreases only. */
    public Quantity covered() {
        return entry.quantity().minus(state.remaining()).abs();
    }

    /** Actual, expected and non-inventoriable cost of all value entries. */
    public Cost cost() {
        var sum = Cost.ZERO;
        for (var value : values) {
            sum = sum.plus(value.entry().cost());
        }
        return sum;
    }

    /** The valuation date of the entry's own cost: that of its last direct cost entry which is no charge. */
    public LocalDate valuationDate() {
        var date = entry.postingDate();
        for (var value : values) {
            if (value.entry().isDirect() && !value.entry().isCharge()) {
                date = value.valuationDate();
            }
        }
        return date;
    }

    void become(EntryState newState) {
        state = newState;
    }

    void add(BookedValue value) {
        values.add(value);
    }

    List<ItemApplication> feedingRows() {
        return feeding;
    }

    List<ItemApplication> sourceRows() {
        return sources;
    }

    List<ItemApplication> costSourceRows() {
        return costSources;
    }

    List<ItemApplication> costReceiverRows() {
        return costReceivers;
    }

    List<ItemApplication> transferredToRows() {
        return transferredTo;
    }

    @Override
    public String toString() {
        return entry.type() + " " + entry.no() + " of " + entry.quantity() + " on " + entry.postingDate();
    }
}
