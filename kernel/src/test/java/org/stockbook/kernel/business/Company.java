package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** A company that trades several items by journals and by documents, with all its books in memory. */
public final class Company {
    private static final List<String> NAMES = List.of("BIKE", "BELL", "TYRE", "LAMP");

    private final Books books;
    private final List<OneItem> items = new ArrayList<>();
    private final Paperwork paperwork;
    private final Moves moves;

    /**
     * An item of the company.
     *
     * @param overheadRate added to what a purchase costs, per unit
     */
    public record Card(CostingMethod method, String unitCost, String overheadRate) {}

    public Company(List<Card> cards, AverageCostPolicy policy, boolean exactAtOnce, EntryNumbers numbers) {
        books = new Books(policy, exactAtOnce, numbers);
        for (var card : cards) {
            var no = new ItemNo(NAMES.get(items.size()));
            var mayGoNegative = card.method() != CostingMethod.SPECIFIC;
            var facts = new ItemFacts(
                    no, ItemType.INVENTORY, card.method(), Percentage.ZERO, UnitCost.of(card.overheadRate()), false, mayGoNegative);
            items.add(new OneItem(books, facts, OneItem.card(card.unitCost())));
        }
        paperwork = new Paperwork(books);
        moves = new Moves(books, paperwork);
    }

    public Books books() {
        return books;
    }

    public Paperwork paperwork() {
        return paperwork;
    }

    public Moves moves() {
        return moves;
    }

    public PostedInvoices invoices() {
        return paperwork.invoices();
    }

    /** The items in the order of their cards. */
    public List<OneItem> items() {
        return items;
    }

    public OneItem item(int number) {
        return items.get(Math.floorMod(number, items.size()));
    }

    /** Makes a step happen; false where nothing fits it or the books refuse it. */
    public boolean happens(Step step) {
        try {
            return step.happen(this);
        } catch (PostingRefused refused) {
            return false;
        }
    }

    /** Brings all costs up to date; how many value entries that took. */
    public int adjust() {
        return items.stream().mapToInt(OneItem::adjust).sum();
    }

    /** Brings costs up to date up to a valuation date. */
    public void adjust(LocalDate until) {
        items.forEach(item -> books.adjust(item.no(), until));
    }

    /** Closes inventory up to a date, if nothing of it is open; whether it could be. */
    public boolean close(LocalDate upTo) {
        var unfinished = books.all().stream().anyMatch(book -> book.points().stream().anyMatch(point -> !point.valuationDate().isAfter(upTo))
                || book.entries().stream().anyMatch(entry -> entry.isDecrease() && entry.isOpen() && !entry.postingDate().isAfter(upTo)));
        if (!unfinished) {
            books.close(upTo);
        }
        return !unfinished;
    }

    /** Receives what is on its way, invoices what was handled, covers what left without stock, and brings all costs up to date. */
    public void settle() {
        moves.receiveEverything("2026-07-01");
        paperwork.invoiceEverything("2026-07-02");
        for (var item : items) {
            for (var place : RandomBusiness.PLACES) {
                var missing = item.book().openDecreases(place).stream().map(BookedEntry::remaining).reduce(Quantity.ZERO, Quantity::plus).abs();
                if (missing.isPositive()) {
                    item.buy("2026-07-03", place, missing.toString(), "123.45");
                }
            }
            for (var entry : List.copyOf(item.book().entries())) {
                if (!entry.isFullyInvoiced()) {
                    var left = entry.quantity().minus(entry.state().invoiced());
                    item.invoice("2026-07-04", entry.no(), left.toString(), left.isPositive() ? "55.55" : "0");
                }
            }
        }
        adjust();
    }

    /** The cost of every entry of every item, to compare two histories. */
    public List<String> costs() {
        var costs = new ArrayList<String>();
        items.forEach(item -> item.costs().forEach(cost -> costs.add(item.no() + " " + cost)));
        return costs;
    }
}
