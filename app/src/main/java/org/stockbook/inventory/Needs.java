package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.revaluation.RevaluationShare;

/** What the lines of one item need of its book. */
final class Needs {
    private final Map<Place, Quantity> leaving = new HashMap<>();
    private final Set<ItemLedgerEntryNo> named = new LinkedHashSet<>();
    private LocalDate earliest = LocalDate.MAX;
    private boolean choosesLayers;

    static Map<ItemNo, Needs> of(List<PostingRequest> requests) {
        var needs = new TreeMap<ItemNo, Needs>();
        for (var request : requests) {
            for (var line : request.lines()) {
                needs.computeIfAbsent(line.item(), _ -> new Needs()).add(line);
            }
        }
        return needs;
    }

    void add(PostingLine line) {
        earliest = line.postingDate().isBefore(earliest) ? line.postingDate() : earliest;
        switch (line) {
            case PostingLine.Movement movement -> {
                name(movement.application());
                touch(movement.place(), movement.quantity().negated());
                choosesLayers |= !movement.tracking().isNone();
            }
            case PostingLine.Transfer transfer -> {
                name(transfer.application());
                touch(transfer.from(), transfer.quantity());
                touch(transfer.to(), Quantity.ZERO);
                choosesLayers |= !transfer.tracking().isNone() || transfer.withinOrder();
            }
            case PostingLine.Invoice invoice -> named.add(invoice.entry());
            case PostingLine.Charge charge -> name(charge.target());
            case PostingLine.Revaluation revaluation ->
                revaluation.shares().stream().map(RevaluationShare::entry).forEach(named::add);
            case PostingLine.Undo undo -> named.add(undo.entry());
        }
    }

    private void name(FixedApplication application) {
        switch (application) {
            case FixedApplication.ToEntry to -> named.add(to.entry());
            case FixedApplication.FromEntry from -> named.add(from.entry());
            case FixedApplication.Automatic _ -> {}
        }
    }

    private void name(PostingLine.Charge.Target target) {
        switch (target) {
            case PostingLine.Charge.Target.Booked booked -> named.add(booked.entry());
            case PostingLine.Charge.Target.JustMade _ -> {}
        }
    }

    private void touch(Place place, Quantity quantity) {
        leaving.merge(place, quantity.max(Quantity.ZERO), Quantity::plus);
    }

    /** Whether an entry that a line names counts from earlier than the lines were known to reach. */
    boolean reachBack(ItemBook book) {
        var before = earliest;
        for (var no : named) {
            var date = book.find(no).map(BookedEntry::valuationDate).orElse(earliest);
            earliest = date.isBefore(earliest) ? date : earliest;
        }
        return earliest.isBefore(before);
    }

    /** Average items are read from the first period that the lines or earlier postings leave open. */
    BookRequest request(ItemNo item, Set<EntryPoint> points, InventoryPolicy policy, boolean slim) {
        var open = points.stream()
                .map(EntryPoint::valuationDate)
                .reduce(earliest, (one, other) -> one.isBefore(other) ? one : other);
        var from = policy.averageCost().knownFrom(open);
        var entriesFrom = slim && points.isEmpty() ? LocalDate.MAX : from;
        var allLayers = choosesLayers || !named.isEmpty() || !slim;
        return new BookRequest(item, leaving, allLayers, named, from, entriesFrom);
    }
}
