package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Brings the costs of items up to date (spec: costing, section 6.10). Works off the marks in bounded transactions of a few items,
 * each locked only while it is adjusted, so that postings go on; killed in the middle it has lost nothing, and the next run
 * takes up what is still marked.
 */
@Component
public final class AdjustCosts {
    private static final SourceCode SOURCE = new SourceCode("INVTADJMT");
    private static final int ITEMS_PER_TRANSACTION = 20;

    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final BooksWriter writer;
    private final CostWork work;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    AdjustCosts(
            InventoryLedger ledger,
            InventoryPolicies policies,
            BooksWriter writer,
            CostWork work,
            Permissions permissions,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.policies = policies;
        this.writer = writer;
        this.work = work;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Adjusts what is marked, item by item, and logs the run. */
    public Result adjust(Request request, LongWork progress) {
        permissions.require(Permission.ADJUST_COSTS);
        var items = work.unadjusted(request.items());
        var run = new Run(request, permissions.login(), work.begin(CostWork.Kind.COST_ADJUSTMENT, permissions.login(), items.size()));
        var done = new AtomicInteger();
        var complete = true;
        for (var start = 0; start < items.size() && complete; start += ITEMS_PER_TRANSACTION) {
            var batch = items.subList(start, Math.min(items.size(), start + ITEMS_PER_TRANSACTION));
            run.adjust(batch);
            progress.at(done.addAndGet(batch.size()), items.size());
            complete = !work.isCancelled(run.number);
        }
        work.end(run.number, complete);
        return new Result(run.number, items.size(), run.entries, run.failures);
    }

    /**
     * What to adjust.
     *
     * @param items only these; all when empty
     * @param postToGeneralLedger post the corrections at once, whatever the setup says
     */
    public record Request(Set<ItemNo> items, boolean postToGeneralLedger) {
        public static final Request EVERYTHING = new Request(Set.of(), true);

        public Request {
            items = Set.copyOf(items);
        }
    }

    /**
     * What a run did.
     *
     * @param run number of the run in the log
     * @param entries value entries written
     * @param failures items that could not be adjusted, with the code of the reason; their marks stay
     */
    public record Result(long run, int items, int entries, Map<ItemNo, String> failures) {
        public Result {
            failures = Map.copyOf(failures);
        }
    }

    /** One run. */
    private final class Run {
        private final Request request;
        private final String user;
        private final long number;
        private final Map<ItemNo, String> failures = new HashMap<>();
        private int entries;

        private Run(Request request, String user, long number) {
            this.request = request;
            this.user = user;
            this.number = number;
        }

        /** A batch that fails is taken apart, so that one bad item does not stop the others. */
        private void adjust(List<ItemNo> items) {
            var outcome = transaction.execute(status -> {
                var written = write(items);
                if (written instanceof InventoryOutcome.Refused) {
                    status.setRollbackOnly();
                }
                return written;
            });
            switch (outcome) {
                case InventoryOutcome.Posted posted -> entries += posted.values().size();
                case InventoryOutcome.Refused _ when items.size() > 1 -> items.forEach(item -> adjust(List.of(item)));
                case InventoryOutcome.Refused refused -> fail(items.getFirst(), refused);
            }
        }

        private void fail(ItemNo item, InventoryOutcome.Refused refused) {
            var code = refused.accounts().isEmpty()
                    ? refused.refusals().getFirst().code()
                    : refused.accounts().getFirst().refusal().code();
            failures.put(item, code);
            work.log(number, List.of(new CostWork.Done(item, 0, 0, code)));
        }

        private InventoryOutcome write(List<ItemNo> items) {
            var policy = policies.of(user);
            var books = ledger.lock(items);
            var loaded = new TreeMap<>(books.load(requests(items, books, policy)));
            var numbers = books.numbers(1);
            var adjustment = new CostAdjustment(policy.averageCost(), policy.adjustmentDates());
            var done = new ArrayList<CostWork.Done>();
            loaded.forEach((item, book) -> {
                var started = System.nanoTime();
                var written = adjustment.adjust(book, numbers);
                done.add(new CostWork.Done(item, written, (System.nanoTime() - started) / 1_000_000, ""));
            });
            var stamp = new RegisterStamp(user, SOURCE, JournalBatchName.BLANK, number);
            var switched = policy.withCostPosting(new CostPostingSwitches(
                    request.postToGeneralLedger(), policy.costPosting().expected()));
            var outcome = writer.write(new BooksWriter.Request(stamp, switched, books, loaded.values()), List.of(), true);
            if (outcome instanceof InventoryOutcome.Posted) {
                work.takeUp(items);
                work.log(number, done);
            }
            return outcome;
        }

        private static List<BookRequest> requests(List<ItemNo> items, InventoryBooks books, InventoryPolicy policy) {
            var requests = new ArrayList<BookRequest>();
            for (var item : items) {
                var locked = books.items().get(item);
                if (locked != null) {
                    var from = locked.points().stream()
                            .map(point -> point.valuationDate())
                            .min(LocalDate::compareTo)
                            .map(date -> policy.averageCost().periodOf(date).first())
                            .orElse(LocalDate.MAX);
                    requests.add(new BookRequest(item, Map.of(), Set.of(), from, from));
                }
            }
            return requests;
        }
    }
}
