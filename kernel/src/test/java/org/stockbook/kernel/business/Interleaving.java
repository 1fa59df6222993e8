package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.revaluation.RevaluationShare;

/** Posts once more what was posted to the books of several items, each item for itself and the items in any order among themselves. */
final class Interleaving {
    private final Books books;
    private final Map<ItemNo, Deque<Work>> waiting = new TreeMap<>();
    private final Map<ItemLedgerEntryNo, ItemLedgerEntryNo> renumbered = new HashMap<>();

    Interleaving(Books told, Books empty) {
        this.books = empty;
        for (var written : told.history()) {
            switch (written) {
                case Books.Written.Posted posted -> byItem(posted).forEach((item, work) -> add(item, work));
                case Books.Written.Adjusted adjusted -> add(adjusted.item(), new Work.Adjust(adjusted));
            }
        }
    }

    private sealed interface Work {
        record Post(List<PostingLine> lines, List<PostedLine> made) implements Work {}

        record Adjust(Books.Written.Adjusted before) implements Work {}
    }

    private void add(ItemNo item, Work work) {
        waiting.computeIfAbsent(item, _ -> new ArrayDeque<>()).add(work);
    }

    private static Map<ItemNo, Work.Post> byItem(Books.Written.Posted posted) {
        var work = new TreeMap<ItemNo, Work.Post>();
        for (var line : posted.lines()) {
            work.computeIfAbsent(line.item(), _ -> new Work.Post(new ArrayList<>(), new ArrayList<>())).lines().add(line);
        }
        for (var made : posted.made()) {
            Optional.ofNullable(work.get(made.item())).orElseThrow().made().add(made);
        }
        return work;
    }

    /** What differs between an item's books told together and told apart; empty when nothing does. */
    Optional<String> run(Random order, Books told) {
        while (!waiting.isEmpty()) {
            var items = List.copyOf(waiting.keySet());
            var item = items.get(order.nextInt(items.size()));
            var queue = waiting.getOrDefault(item, new ArrayDeque<>());
            work(item, queue.remove());
            if (queue.isEmpty()) {
                waiting.remove(item);
            }
        }
        return told.all().stream()
                .flatMap(book -> Property.difference(
                        "together <> apart", Figures.of(book), Figures.of(books.of(book.facts().item()))).stream())
                .findFirst();
    }

    private void work(ItemNo item, Work work) {
        switch (work) {
            case Work.Adjust adjust -> {
                books.closedFor(adjust.before().closedUpTo());
                books.adjust(item, adjust.before().until());
                books.closedFor(LocalDate.MIN);
            }
            case Work.Post post -> {
                var lines = post.lines().stream().map(this::renumber).toList();
                switch (books.post(lines)) {
                    case PostingOutcome.Refused refused -> throw new PostingRefused(refused.refusals());
                    case PostingOutcome.Posted posted -> remember(post.made(), posted.lines());
                }
            }
        }
    }

    private void remember(List<PostedLine> before, List<PostedLine> now) {
        for (var i = 0; i < before.size(); i++) {
            var old = before.get(i).entries();
            for (var k = 0; k < old.size(); k++) {
                renumbered.put(old.get(k), now.get(i).entries().get(k));
            }
        }
    }

    private ItemLedgerEntryNo now(ItemLedgerEntryNo before) {
        return Optional.ofNullable(renumbered.get(before)).orElseThrow();
    }

    private FixedApplication now(FixedApplication application) {
        return switch (application) {
            case FixedApplication.Automatic automatic -> automatic;
            case FixedApplication.ToEntry to -> new FixedApplication.ToEntry(now(to.entry()));
            case FixedApplication.FromEntry from -> new FixedApplication.FromEntry(now(from.entry()));
        };
    }

    private PostingLine renumber(PostingLine line) {
        return switch (line) {
            case PostingLine.Movement move -> new PostingLine.Movement(
                    move.line(), move.item(), move.place(), move.type(), move.postingDate(), move.quantity(), move.unit(), now(move.application()),
                    move.tracking(), move.dropShipment(), move.cost(), move.trade(), move.groups(), move.origin(), move.invoicing());
            case PostingLine.Transfer move -> new PostingLine.Transfer(
                    move.line(), move.item(), move.from(), move.to(), move.postingDate(), move.quantity(), move.unit(), now(move.application()),
                    move.tracking(), move.newTracking(), move.unitCost(), move.groups(), move.origin(), move.newOrigin(), move.withinOrder());
            case PostingLine.Invoice invoice -> new PostingLine.Invoice(
                    invoice.line(), invoice.item(), now(invoice.entry()), invoice.postingDate(), invoice.quantity(), invoice.cost(), invoice.trade(),
                    invoice.groups(), invoice.origin());
            case PostingLine.Charge charge -> new PostingLine.Charge(
                    charge.line(), charge.item(), now(charge.target()), charge.charge(), charge.documentType(), charge.postingDate(), charge.amount(),
                    charge.valued(), charge.trade(), charge.groups(), charge.origin());
            case PostingLine.Revaluation revaluation -> new PostingLine.Revaluation(
                    revaluation.line(), revaluation.item(), revaluation.postingDate(),
                    revaluation.shares().stream().map(share -> new RevaluationShare(now(share.entry()), share.quantity(), share.amount())).toList(),
                    revaluation.partial(), revaluation.standardCost(), revaluation.standardCostAt(), revaluation.groups(), revaluation.origin());
            case PostingLine.Undo undo ->
                new PostingLine.Undo(undo.line(), undo.item(), now(undo.entry()), undo.postingDate(), undo.origin());
        };
    }

    private PostingLine.Charge.Target now(PostingLine.Charge.Target target) {
        return switch (target) {
            case PostingLine.Charge.Target.Booked booked -> new PostingLine.Charge.Target.Booked(now(booked.entry()));
            case PostingLine.Charge.Target.JustMade justMade -> justMade;
        };
    }
}
