package org.stockbook.kernel.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.itemapplication.ValuationDates;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.PostingLine.Transfer;

/**
 * Goods change place and carry their cost: one leg out, and in for each increase consumed, or one in all on average items
 * (spec: ledger, section 6.5).
 */
final class TransferPosting {
    private final ItemPosting item;
    private final Transfer line;

    TransferPosting(ItemPosting item, Transfer line) {
        this.item = item;
        this.line = line;
    }

    /** Posts the line, which has passed its checks; stock must cover all of it. */
    Outcome post() {
        var out = append(line.from(), line.quantity().negated(), line.tracking(), line.origin());
        consume(out);
        if (out.isOpen()) {
            return new Outcome(List.of(), out.remaining().abs());
        }
        var sourcesComplete = out.sources().stream()
                .allMatch(row -> item.book().entry(row.inbound()).state().completelyInvoiced());
        item.book().change(out, out.state().completelyInvoiced(sourcesComplete));
        var date = ValuationDates.ofDecrease(item.book(), out);
        var legs = item.isAverage() ? averageLeg(out, date) : legsPerSource(out, date);
        item.noteSources(out);
        return new Outcome(legs, Quantity.ZERO);
    }

    private void consume(BookedEntry out) {
        var displaced = List.<BookedEntry>of();
        if (line.application() instanceof FixedApplication.ToEntry to) {
            var increase = item.book().entry(to.entry());
            displaced = item.applications().displace(increase, out.remaining().abs());
            item.applications().applyFixed(out, increase);
        }
        item.applications().applyAutomatically(out, allowed());
        for (var decrease : displaced) {
            item.applications().applyAutomatically(decrease, _ -> true);
            item.decreaseCovered(decrease);
        }
    }

    private Predicate<BookedEntry> allowed() {
        return line.withinOrder()
                ? candidate -> candidate.entry().origin().order().isSameOrder(line.origin().order())
                : _ -> true;
    }

    private List<ItemLedgerEntryNo> averageLeg(BookedEntry out, LocalDate date) {
        var fixed = out.state().appliesTo().isPresent();
        var amount = fixed ? item.present().ofDecrease(out) : line.quantity().negated().at(line.unitCost());
        writeValue(out, amount, date, !fixed);
        item.mark(out);
        var in = append(line.to(), line.quantity(), line.newTracking(), line.newOrigin());
        item.applications().writeCostApplication(in, out, ItemLedgerEntryNo.NONE);
        finishLeg(in, amount.negated(), date, out.state().completelyInvoiced());
        item.markPoint(in.place(), date);
        return List.of(out.no(), in.no());
    }

    private List<ItemLedgerEntryNo> legsPerSource(BookedEntry out, LocalDate date) {
        var made = new ArrayList<ItemLedgerEntryNo>();
        made.add(out.no());
        writeValue(out, item.present().ofDecrease(out), date, false);
        for (var row : List.copyOf(out.sources())) {
            made.add(legFor(row, out, date).no());
        }
        return made;
    }

    private BookedEntry legFor(ItemApplication row, BookedEntry out, LocalDate date) {
        var quantity = row.quantity().negated();
        var amount = item.present().ofChunk(row.inbound(), out, quantity);
        var in = append(line.to(), quantity, line.newTracking(), line.newOrigin());
        item.applications().writeCostApplication(in, out, row.inbound());
        var complete = item.book().entry(row.inbound()).state().completelyInvoiced();
        finishLeg(in, amount, date, complete);
        return in;
    }

    private void finishLeg(BookedEntry in, Amount amount, LocalDate date, boolean complete) {
        item.book().change(in, in.state().completelyInvoiced(complete));
        writeValue(in, amount, date, false);
        for (var decrease : item.applications().applyAutomatically(in, _ -> true)) {
            item.decreaseCovered(decrease);
            item.noteSources(decrease);
        }
    }

    private BookedEntry append(Place place, Quantity quantity, Tracking tracking, Origin origin) {
        var entry = new ItemLedgerEntry(
                item.numbers().nextItemLedgerEntry(),
                line.item(),
                place,
                EntryType.TRANSFER,
                line.postingDate(),
                quantity,
                tracking,
                line.unit(),
                false,
                false,
                line.groups(),
                origin);
        var fixed = quantity.isNegative() && line.application() instanceof FixedApplication.ToEntry to
                ? to.entry()
                : ItemLedgerEntryNo.NONE;
        var returnable = quantity.isNegative() ? quantity : Quantity.ZERO;
        return item.book()
                .append(entry, new EntryState(quantity, quantity, false, line.postingDate(), returnable, fixed, false));
    }

    private void writeValue(BookedEntry entry, Amount amount, LocalDate date, boolean byAverage) {
        var draft = new ValueDraft(entry, line.postingDate(), line.groups(), entry.entry().origin())
                .first()
                .invoiced(entry.quantity())
                .costPerUnit(amount.per(entry.quantity()))
                .cost(Cost.actual(amount));
        item.write(draft, date, byAverage);
    }

    /**
     * The entries made, or none and what stock lacks.
     *
     * @param missing above zero when nothing may be posted
     */
    record Outcome(List<ItemLedgerEntryNo> entries, Quantity missing) {}
}
