package org.stockbook.kernel.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.PostingLine.Charge;
import org.stockbook.kernel.posting.PostingLine.Invoice;
import org.stockbook.kernel.posting.PostingLine.Movement;
import org.stockbook.kernel.posting.PostingLine.Revaluation;
import org.stockbook.kernel.posting.PostingLine.Transfer;
import org.stockbook.kernel.posting.PostingLine.Undo;

/**
 * Turns posting lines into entries, in the order of the lines: either everything that they write, or every reason why they
 * cannot be posted, one per line (spec: ledger, sections 5 and 10). The books are worked on in place; after a refusal they
 * must be thrown away.
 */
public final class Posting {
    private final Map<ItemNo, ItemPosting> items = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<PostedLine> posted = new ArrayList<>();

    private Posting(Map<ItemNo, ItemBook> books, PostingRules rules, EntryNumbers numbers) {
        books.forEach((item, book) -> items.put(item, new ItemPosting(book, rules, numbers)));
    }

    /**
     * Posts lines to the books of their items.
     *
     * @param books one for each item on the lines, with at least: open entries at the places of the lines, entries that lines
     *     name, and what those take their cost from
     */
    public static PostingOutcome post(
            List<? extends PostingLine> lines, Map<ItemNo, ItemBook> books, PostingRules rules, EntryNumbers numbers) {
        var posting = new Posting(books, rules, numbers);
        lines.forEach(posting::post);
        return posting.outcome();
    }

    private void post(PostingLine line) {
        var item = Optional.ofNullable(items.get(line.item()))
                .orElseThrow(() -> new IllegalArgumentException("the book of item " + line.item() + " is not loaded"));
        new LineChecks(item).refusal(line).ifPresentOrElse(refusals::add, () -> write(item, line));
    }

    private void write(ItemPosting item, PostingLine line) {
        switch (line) {
            case Movement movement -> move(item, movement);
            case Transfer transfer -> transfer(item, transfer);
            case Invoice invoice -> {
                new InvoicePosting(item, invoice).post();
                done(line, List.of(invoice.entry()));
            }
            case Charge charge -> item.entry(charge.target()).ifPresent(entry -> {
                new ChargePosting(item, charge, entry).post();
                done(line, List.of(entry.no()));
            });
            case Revaluation revaluation -> {
                new RevaluationPosting(item, revaluation).post();
                done(line, revaluation.shares().stream().map(RevaluationShare::entry).toList());
            }
            case Undo undo -> done(line, List.of(new UndoPosting(item, undo).post()));
        }
    }

    private void move(ItemPosting item, Movement line) {
        var no = new MovementPosting(item, line).post();
        var entry = item.book().entry(no);
        item.made(entry);
        if (entry.isDecrease() && entry.isOpen() && !line.dropShipment()) {
            refuseUncovered(item, line, entry.remaining().abs());
        }
        done(line, List.of(no));
    }

    private void refuseUncovered(ItemPosting item, Movement line, Quantity missing) {
        if (!line.tracking().isNone()) {
            refusals.add(new Refusal.TrackingNotOnHand(line.line(), line.item(), line.tracking(), missing));
        } else if (line.type().mustBeCovered() || !item.facts().mayGoNegative()) {
            refusals.add(new Refusal.NotOnHand(line.line(), line.item(), line.place().location(), missing));
        }
    }

    private void transfer(ItemPosting item, Transfer line) {
        var outcome = new TransferPosting(item, line).post();
        if (outcome.missing().isPositive()) {
            refusals.add(new Refusal.NotOnHand(line.line(), line.item(), line.from().location(), outcome.missing()));
        }
        done(line, outcome.entries());
    }

    private void done(PostingLine line, List<ItemLedgerEntryNo> entries) {
        posted.add(new PostedLine(line.line(), line.item(), entries));
    }

    private PostingOutcome outcome() {
        if (!refusals.isEmpty()) {
            return new PostingOutcome.Refused(List.copyOf(refusals));
        }
        var changes = new TreeMap<ItemNo, ItemChanges>();
        var toAdjust = new ArrayList<ItemNo>();
        items.forEach((no, item) -> {
            item.finish();
            changes.put(no, item.book().changes());
            if (!item.book().costIsAdjusted()) {
                toAdjust.add(no);
            }
        });
        return new PostingOutcome.Posted(changes, List.copyOf(posted), List.copyOf(toAdjust));
    }
}
