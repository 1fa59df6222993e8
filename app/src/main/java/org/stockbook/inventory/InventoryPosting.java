package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.platform.observation.Measured;

/**
 * Posts lines of any source to the inventory ledgers and, if the company wants it, to the general ledger and with adjusted costs at
 * once: locks the items in the order of their keys, loads their books, lets the kernel decide, writes.
 */
@Component
public class InventoryPosting {
    /** Up to so many lines, numbers of the general ledger are drawn before it is known how many will be used. */
    private static final int FEW_LINES = 4;
    private static final int ENTRIES_PER_LINE = 4;

    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final BooksWriter writer;
    private final CostWork work;

    InventoryPosting(InventoryLedger ledger, InventoryPolicies policies, BooksWriter writer, CostWork work) {
        this.ledger = ledger;
        this.policies = policies;
        this.writer = writer;
        this.work = work;
    }

    /** Posts lines in the transaction that is running; after a refusal that transaction must be rolled back or write nothing else. */
    @Measured("postings")
    @Transactional(propagation = Propagation.MANDATORY)
    public InventoryOutcome post(RegisterStamp stamp, List<? extends PostingLine> lines) {
        return run(stamp, lines, lock(stamp, lines), true);
    }

    /** What posting the lines would write; nothing is written, locked or numbered. */
    @Transactional(readOnly = true)
    public InventoryOutcome preview(RegisterStamp stamp, List<? extends PostingLine> lines) {
        return run(stamp, lines, ledger.read(itemsOf(lines)), false);
    }

    /** With the setups as they last were, most postings can say what they will need before they hold the items. */
    private InventoryBooks lock(RegisterStamp stamp, List<? extends PostingLine> lines) {
        return policies.last(stamp.user())
                .map(policy -> ledger.lock(likely(lines, policy)))
                .orElseGet(() -> ledger.lock(itemsOf(lines)));
    }

    private static InventoryLedger.Likely likely(List<? extends PostingLine> lines, InventoryPolicy policy) {
        var requests = new ArrayList<BookRequest>();
        Needs.of(lines).forEach((item, needs) -> requests.add(needs.request(item, Set.of(), policy, policy.posting().exactAtOnce())));
        var guess = policy.costPosting().automatic() && lines.size() <= FEW_LINES ? ENTRIES_PER_LINE * lines.size() : 0;
        return new InventoryLedger.Likely(requests, lines.size(), guess);
    }

    /**
     * Most postings come at the end of an average item's history and need only its balance; where costs turn out not to be final,
     * the same is done again with the entries that count.
     */
    private InventoryOutcome run(
            RegisterStamp stamp, List<? extends PostingLine> lines, InventoryBooks books, boolean write) {
        var policy = policies.of(stamp.user(), books.setups());
        var posting = new Attempt(stamp, lines, books, policy);
        if (policy.posting().exactAtOnce()) {
            var slim = posting.run(true);
            if (slim.isFinal()) {
                return finish(posting, slim, write);
            }
        }
        return finish(posting, posting.run(false), write);
    }

    private InventoryOutcome finish(Attempt attempt, Attempt.Result result, boolean write) {
        return switch (result.outcome()) {
            case PostingOutcome.Refused refused -> new InventoryOutcome.Refused(refused.refusals(), List.of());
            case PostingOutcome.Posted posted -> {
                var putOff = adjust(attempt.policy(), attempt.books(), result);
                if (write && !putOff.isEmpty()) {
                    work.putOff(putOff);
                }
                var request = new BooksWriter.Request(
                        attempt.stamp(), attempt.policy(), attempt.books(), result.loaded().values());
                yield writer.write(request, posted.lines(), write);
            }
        };
    }

    /**
     * Costs are right at commit: what the posting left open is adjusted in the same transaction, where the setup reaches back so far.
     *
     * @return items that reach back further and are left to a batch run from now on
     */
    private static Set<ItemNo> adjust(InventoryPolicy policy, InventoryBooks books, Attempt.Result result) {
        var adjustment = new CostAdjustment(policy.averageCost(), policy.adjustmentDates());
        var putOff = new LinkedHashSet<ItemNo>();
        result.loaded().forEach((item, book) -> {
            var locked = books.items().get(item);
            var online = locked != null && locked.onlineAdjustment() && policy.adjustment() != AutomaticCostAdjustment.NEVER;
            if (!book.costIsAdjusted() && online) {
                if (policy.adjustment().covers(book.points().first().valuationDate(), policy.workDate())) {
                    adjustment.adjust(book, result.numbers());
                } else {
                    putOff.add(item);
                }
            }
        });
        return putOff;
    }

    private static Set<ItemNo> itemsOf(List<? extends PostingLine> lines) {
        var items = new LinkedHashSet<ItemNo>();
        lines.forEach(line -> items.add(line.item()));
        return items;
    }

    /** One go at posting the lines to freshly loaded books; nothing is written yet. */
    private record Attempt(
            RegisterStamp stamp, List<? extends PostingLine> lines, InventoryBooks books, InventoryPolicy policy) {
        Result run(boolean slim) {
            var needs = Needs.of(lines);
            var loaded = new TreeMap<>(books.load(requests(needs, slim)));
            if (reachBack(needs, loaded)) {
                loaded = new TreeMap<>(books.load(requests(needs, slim)));
            }
            var numbers = books.numbers(lines.size());
            return new Result(Posting.post(lines, loaded, policy.posting(), numbers), loaded, numbers);
        }

        /** A charge or a revaluation changes the average from the day of the entry that it names, which only the books can tell. */
        private static boolean reachBack(Map<ItemNo, Needs> needs, Map<ItemNo, ItemBook> loaded) {
            var further = false;
            for (var book : loaded.entrySet()) {
                var need = needs.get(book.getKey());
                if (need != null && book.getValue().facts().method().isAverage()) {
                    further |= need.reachBack(book.getValue());
                }
            }
            return further;
        }

        private List<BookRequest> requests(Map<ItemNo, Needs> needs, boolean slim) {
            var requests = new ArrayList<BookRequest>();
            needs.forEach((item, need) -> {
                var locked = books.items().get(item);
                if (locked == null) {
                    throw new IllegalArgumentException("item " + item + " does not exist");
                }
                requests.add(need.request(item, locked.points(), policy, slim));
            });
            return requests;
        }

        /** The books after the rules have run. */
        private record Result(PostingOutcome outcome, Map<ItemNo, ItemBook> loaded, EntryNumbers numbers) {
            boolean isFinal() {
                return outcome instanceof PostingOutcome.Refused
                        || loaded.values().stream()
                                .allMatch(book -> (book.costIsAdjusted() || !book.facts().method().isAverage()) && !book.isWorthOneCent());
            }
        }
    }

    /** What the lines of one item need of its book. */
    private static final class Needs {
        private final Map<Place, Quantity> leaving = new HashMap<>();
        private final Set<ItemLedgerEntryNo> named = new LinkedHashSet<>();
        private LocalDate earliest = LocalDate.MAX;
        private boolean choosesLayers;

        static Map<ItemNo, Needs> of(List<? extends PostingLine> lines) {
            var needs = new TreeMap<ItemNo, Needs>();
            for (var line : lines) {
                needs.computeIfAbsent(line.item(), _ -> new Needs()).add(line);
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
}
