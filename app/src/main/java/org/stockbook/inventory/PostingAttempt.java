package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.posting.Refusal;
import org.stockbook.kernel.revaluation.RevaluationShare;

/**
 * Posts requests one after the other to books that are read once for all of them; nothing is written yet.
 *
 * @param policies one for each request: users may differ in the dates that they may post on
 */
record PostingAttempt(List<PostingRequest> requests, List<InventoryPolicy> policies, InventoryBooks books) {
    /** Up to so many lines, numbers of the general ledger are drawn before it is known how many will be used. */
    private static final int FEW_LINES = 4;
    private static final int ENTRIES_PER_LINE = 4;

    /**
     * Most postings come at the end of an average item's history and need only its balance; where costs turn out not to be final,
     * the same is done again with the entries that count. Where costs are left to a batch run, nothing else is needed.
     */
    Result run() {
        var needs = Needs.of(requests);
        reachBack(needs);
        var little = needsLittle(policies.getFirst()) && !changesOldCosts(needs);
        return little ? run(needs, true).or(() -> run(needs, false)).orElseThrow() : run(needs, false).orElseThrow();
    }

    /** What most postings turn out to need. */
    static InventoryLedger.Likely likely(List<PostingRequest> requests, InventoryPolicy policy) {
        var needs = Needs.of(requests);
        var books = new ArrayList<BookRequest>();
        if (!changesOldCosts(needs)) {
            needs.forEach((item, need) -> books.add(need.request(item, Set.of(), policy, needsLittle(policy))));
        }
        var lines = requests.stream().mapToInt(request -> request.lines().size()).sum();
        var guess = policy.costPosting().automatic() && lines <= FEW_LINES * requests.size() ? ENTRIES_PER_LINE * lines : 0;
        return new InventoryLedger.Likely(List.copyOf(needs.keySet()), books, requests.size(), lines, guess);
    }

    /** Whether the end of an item's history may be enough to post its lines. */
    static boolean needsLittle(InventoryPolicy policy) {
        return policy.posting().exactAtOnce() || policy.adjustment() == AutomaticCostAdjustment.NEVER;
    }

    /** Whether costs of what was posted earlier change, so that the end of a history is never enough. */
    private static boolean changesOldCosts(Map<ItemNo, Needs> needs) {
        return needs.values().stream().anyMatch(need -> need.changesOldCosts);
    }

    /** Nothing where the books hold too little to say what costs are. */
    private Optional<Result> run(Map<ItemNo, Needs> needs, boolean slim) {
        var loaded = new TreeMap<>(books.load(bookRequests(needs, slim)));
        var numbers = new RememberedNumbers(books.numbers(requests.stream().mapToInt(request -> request.lines().size()).sum()));
        var parts = new ArrayList<BooksWriter.Part>();
        var putOff = new LinkedHashSet<ItemNo>();
        for (var i = 0; i < requests.size(); i++) {
            var policy = policies.get(i);
            var own = booksOf(requests.get(i), loaded);
            var outcome = Posting.post(requests.get(i).lines(), own, policy.posting(), numbers);
            if (outcome instanceof PostingOutcome.Refused(var refusals)) {
                return Optional.of(new Result.Refused(i, refusals));
            }
            if (slim && policy.posting().exactAtOnce() && !own.values().stream().allMatch(PostingAttempt::isFinal)) {
                return Optional.empty();
            }
            putOff.addAll(adjust(policy, own, numbers));
            parts.add(new BooksWriter.Part(requests.get(i).stamp(), policy, ((PostingOutcome.Posted) outcome).lines(), numbers.reached()));
        }
        return Optional.of(new Result.Done(parts, loaded, putOff));
    }

    private static Map<ItemNo, ItemBook> booksOf(PostingRequest request, Map<ItemNo, ItemBook> loaded) {
        var own = new LinkedHashMap<ItemNo, ItemBook>();
        request.items().forEach(item -> own.put(item, loaded.get(item)));
        return own;
    }

    private static boolean isFinal(ItemBook book) {
        return (book.costIsAdjusted() || !book.facts().method().isAverage()) && !book.isWorthOneCent();
    }

    /** A charge or a revaluation changes the average from the day of the entry that it names, which only the books can tell. */
    private void reachBack(Map<ItemNo, Needs> needs) {
        var named = new TreeMap<ItemNo, Set<ItemLedgerEntryNo>>();
        needs.forEach((item, need) -> {
            var locked = books.items().get(item);
            if (locked != null && locked.facts().method().isAverage() && !need.named.isEmpty()) {
                named.put(item, need.named);
            }
        });
        if (!named.isEmpty()) {
            books.valuedFrom(named).forEach((item, date) -> Objects.requireNonNull(needs.get(item)).reachBackTo(date));
        }
    }

    private List<BookRequest> bookRequests(Map<ItemNo, Needs> needs, boolean slim) {
        var wanted = new ArrayList<BookRequest>();
        needs.forEach((item, need) -> {
            var locked = books.items().get(item);
            if (locked == null) {
                throw new IllegalArgumentException("item " + item + " does not exist");
            }
            var points = policies.getFirst().adjustment() == AutomaticCostAdjustment.NEVER ? Set.<EntryPoint>of() : locked.points();
            wanted.add(need.request(item, points, policies.getFirst(), slim));
        });
        return wanted;
    }

    /**
     * Costs are right at commit: what the posting left open is adjusted in the same transaction, where the setup reaches back so far.
     *
     * @return items that reach back further and are left to a batch run from now on
     */
    private Set<ItemNo> adjust(InventoryPolicy policy, Map<ItemNo, ItemBook> own, EntryNumbers numbers) {
        var adjustment = new CostAdjustment(policy.averageCost(), policy.adjustmentDates());
        var putOff = new LinkedHashSet<ItemNo>();
        own.forEach((item, book) -> {
            var locked = books.items().get(item);
            var online = locked != null && locked.onlineAdjustment() && policy.adjustment() != AutomaticCostAdjustment.NEVER;
            if (!book.costIsAdjusted() && online) {
                if (policy.adjustment().covers(book.points().first().valuationDate(), policy.workDate())) {
                    adjustment.adjust(book, numbers);
                } else {
                    putOff.add(item);
                }
            }
        });
        return putOff;
    }

    /** What came of it. */
    sealed interface Result {
        /** The rules refuse a request; those after it were not looked at. */
        record Refused(int request, List<Refusal> refusals) implements Result {}

        /**
         * All were posted.
         *
         * @param parts what each request did
         * @param putOff items whose costs are left to a batch run
         */
        record Done(List<BooksWriter.Part> parts, Map<ItemNo, ItemBook> loaded, Set<ItemNo> putOff) implements Result {}
    }

    /** Numbers that remember how far they have been used. */
    private static final class RememberedNumbers implements EntryNumbers {
        private final EntryNumbers numbers;
        private LedgerPosting.Reached reached = LedgerPosting.Reached.NONE;

        RememberedNumbers(EntryNumbers numbers) {
            this.numbers = numbers;
        }

        LedgerPosting.Reached reached() {
            return reached;
        }

        @Override
        public ItemLedgerEntryNo nextItemLedgerEntry() {
            var no = numbers.nextItemLedgerEntry();
            reached = new LedgerPosting.Reached(no.value(), reached.valueEntry(), reached.itemApplication());
            return no;
        }

        @Override
        public ValueEntryNo nextValueEntry() {
            var no = numbers.nextValueEntry();
            reached = new LedgerPosting.Reached(reached.itemLedgerEntry(), no.value(), reached.itemApplication());
            return no;
        }

        @Override
        public ItemApplicationNo nextItemApplication() {
            var no = numbers.nextItemApplication();
            reached = new LedgerPosting.Reached(reached.itemLedgerEntry(), reached.valueEntry(), no.value());
            return no;
        }
    }

    /** What the lines of one item need of its book. */
    private static final class Needs {
        private final Map<Place, Quantity> leaving = new HashMap<>();
        private final Set<ItemLedgerEntryNo> named = new LinkedHashSet<>();
        private LocalDate earliest = LocalDate.MAX;
        private boolean choosesLayers;
        private boolean changesOldCosts;

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
                case PostingLine.Revaluation revaluation -> {
                    revaluation.shares().stream().map(RevaluationShare::entry).forEach(named::add);
                    changesOldCosts = true;
                }
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
                case PostingLine.Charge.Target.Booked booked -> {
                    named.add(booked.entry());
                    changesOldCosts = true;
                }
                case PostingLine.Charge.Target.JustMade _ -> {}
            }
        }

        private void touch(Place place, Quantity quantity) {
            leaving.merge(place, quantity.max(Quantity.ZERO), Quantity::plus);
        }

        void reachBackTo(LocalDate date) {
            earliest = date.isBefore(earliest) ? date : earliest;
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
