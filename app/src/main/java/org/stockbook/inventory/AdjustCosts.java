package org.stockbook.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;

/**
 * Brings the costs of items up to date (spec: costing, sections 6.10 and 6.12). Works off the marks in bounded transactions of a few
 * items, several at a time, each item locked only while it is adjusted, so that postings go on; killed in the middle it has lost
 * nothing, and the next run takes up what is still marked. No more books are in memory than those of one transaction per worker.
 */
@Component
public final class AdjustCosts {
    private static final Logger LOG = LoggerFactory.getLogger(AdjustCosts.class);
    private static final SourceCode SOURCE = new SourceCode("INVTADJMT");
    private static final int ITEMS_PER_TRANSACTION = 20;
    private static final int MOST_TRIES = 10;

    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final BooksWriter writer;
    private final CostWork work;
    private final RunLog log;
    private final Permissions permissions;
    private final CostWorkers workers;

    AdjustCosts(
            InventoryLedger ledger,
            InventoryPolicies policies,
            BooksWriter writer,
            CostWork work,
            RunLog log,
            Permissions permissions,
            CostWorkers workers) {
        this.ledger = ledger;
        this.policies = policies;
        this.writer = writer;
        this.work = work;
        this.log = log;
        this.permissions = permissions;
        this.workers = workers;
    }

    /** Adjusts what is marked, item by item, and logs the run. */
    public Result adjust(Request request, LongWork progress) {
        return begin(request).run(progress);
    }

    /** Logs a run that is done later, perhaps by another thread; it must be run, because it counts as going on from now on. */
    public Begun begin(Request request) {
        permissions.require(Permission.ADJUST_COSTS);
        var items = work.unadjusted(request.items(), request.until());
        var beginning = new RunLog.Beginning(
                RunLog.Kind.COST_ADJUSTMENT, request.origin(), permissions.login(), request.items(), items.size());
        return new Begun(request, permissions.login(), items, log.begin(beginning));
    }

    /**
     * What to adjust.
     *
     * @param items only these; all when empty
     * @param until average costs only up to the end of the period of this valuation date; {@link LocalDate#MAX} for all
     * @param postToGeneralLedger post the corrections at once, whatever the setup says
     */
    public record Request(Set<ItemNo> items, LocalDate until, boolean postToGeneralLedger, RunLog.Origin origin) {
        public static final Request EVERYTHING = new Request(Set.of(), true);

        public Request {
            items = Set.copyOf(items);
        }

        public Request(Set<ItemNo> items, boolean postToGeneralLedger) {
            this(items, postToGeneralLedger, RunLog.Origin.COMMAND_LINE);
        }

        public Request(Set<ItemNo> items, boolean postToGeneralLedger, RunLog.Origin origin) {
            this(items, LocalDate.MAX, postToGeneralLedger, origin);
        }

        public Request until(LocalDate date) {
            return new Request(items, date, postToGeneralLedger, origin);
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

    /** A run. */
    public final class Begun {
        private final Request request;
        private final String user;
        private final List<ItemNo> items;
        private final RunLog.Held held;
        private final Map<ItemNo, String> failures = new ConcurrentHashMap<>();
        private final AtomicInteger entries = new AtomicInteger();
        private int begunWith;
        private int done;

        private Begun(Request request, String user, List<ItemNo> items, RunLog.Held held) {
            this.request = request;
            this.user = user;
            this.items = items;
            this.held = held;
        }

        /** Its number in the log. */
        public long number() {
            return held.number();
        }

        /** Does the work, as far as nobody cancels it. */
        public Result run(LongWork progress) {
            var end = RunLog.End.FAILED;
            try (held) {
                try {
                    work(progress);
                    end = done < items.size() ? RunLog.End.CANCELLED : RunLog.End.FINISHED;
                } finally {
                    log.end(number(), end);                // before it is let go of, when it would look interrupted
                }
            }
            return new Result(number(), items.size(), entries.get(), failures);
        }

        /** Inside a transaction of the caller, whose locks nobody else gets past, and for little work, there is one worker: the caller. */
        private void work(LongWork progress) {
            var batches = (items.size() + ITEMS_PER_TRANSACTION - 1) / ITEMS_PER_TRANSACTION;
            var helpers = TransactionSynchronizationManager.isActualTransactionActive() ? 0 : Math.min(workers.count(), batches) - 1;
            var acting = permissions.user().orElse(SignedInUser.STOCKBOOK);
            try (var pool = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("cost-worker-", 1).factory())) {
                var helping = new ArrayList<Future<Boolean>>();
                for (var helper = 0; helper < helpers; helper++) {
                    helping.add(pool.submit(() -> Permissions.as(acting, () -> workOff(progress))));
                }
                workOff(progress);
                helping.forEach(Begun::join);
            }
        }

        private static void join(Future<Boolean> helper) {
            try {
                helper.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException fault) {
                throw fault.getCause() instanceof RuntimeException known ? known : new IllegalStateException(fault.getCause());
            }
        }

        /** Takes batch after batch until none is left or the run is cancelled. */
        private boolean workOff(LongWork progress) {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                adjust(batch, 1);
                report(batch.size(), progress);
            }
            return true;
        }

        private synchronized List<ItemNo> next() {
            if (begunWith >= items.size() || log.isCancelled(number())) {
                return List.of();
            }
            var batch = items.subList(begunWith, Math.min(items.size(), begunWith + ITEMS_PER_TRANSACTION));
            begunWith += batch.size();
            return batch;
        }

        private synchronized void report(int more, LongWork progress) {
            done += more;
            progress.at(done, items.size());
        }

        /** A batch that fails is taken apart, so that one bad item does not stop the others; a deadlock is tried again. */
        private void adjust(List<ItemNo> batch, int attempt) {
            try {
                switch (inTransaction(batch)) {
                    case InventoryOutcome.Posted posted -> entries.addAndGet(posted.values().size());
                    case InventoryOutcome.Refused _ when batch.size() > 1 -> batch.forEach(item -> adjust(List.of(item), 1));
                    case InventoryOutcome.Refused refused -> fail(batch.getFirst(), codeOf(refused));
                }
            } catch (ConcurrencyFailureException unlucky) {
                if (attempt >= MOST_TRIES) {
                    throw unlucky;
                }
                adjust(batch, attempt + 1);
            } catch (RuntimeException fault) {
                if (batch.size() > 1) {
                    batch.forEach(item -> adjust(List.of(item), 1));
                } else {
                    LOG.error("Item {} could not be adjusted", batch.getFirst(), fault);
                    fail(batch.getFirst(), "api.internal");
                }
            }
        }

        private InventoryOutcome inTransaction(List<ItemNo> batch) {
            return workers.transaction().execute(status -> {
                var written = write(batch);
                if (written instanceof InventoryOutcome.Refused) {
                    status.setRollbackOnly();
                }
                return written;
            });
        }

        private static String codeOf(InventoryOutcome.Refused refused) {
            return refused.accounts().isEmpty()
                    ? refused.refusals().getFirst().code()
                    : refused.accounts().getFirst().refusal().code();
        }

        private void fail(ItemNo item, String code) {
            failures.put(item, code);
            log.log(number(), List.of(new RunLog.Done(item, 0, Amount.ZERO, 0, code, Map.of("item", item.code()))));
        }

        private InventoryOutcome write(List<ItemNo> batch) {
            var policy = policies.of(user);
            var books = ledger.lock(batch);
            var loaded = new TreeMap<>(books.load(requests(batch, books, policy)));
            var numbers = books.numbers(1);
            var adjustment = new CostAdjustment(policy.averageCost(), policy.adjustmentDates());
            var done = new ArrayList<RunLog.Done>();
            loaded.forEach((item, book) -> {
                var started = System.nanoTime();
                var written = adjustment.adjust(book, numbers, request.until());
                done.add(new RunLog.Done(item, written, costWritten(book), (System.nanoTime() - started) / 1_000_000, "", Map.of()));
            });
            var stamp = new RegisterStamp(user, SOURCE, JournalBatchName.BLANK, number());
            var switched = policy.withCostPosting(new CostPostingSwitches(
                    request.postToGeneralLedger(), policy.costPosting().expected()));
            var outcome = writer.write(new BooksWriter.Request(books, loaded.values()), stamp, switched);
            if (outcome instanceof InventoryOutcome.Posted) {
                work.takeUp(loaded.values().stream().filter(ItemBook::costIsAdjusted).map(book -> book.facts().item()).toList());
                log.log(number(), done);
            }
            return outcome;
        }

        private static Amount costWritten(ItemBook book) {
            return book.changes().values().stream().map(value -> value.cost().inventoriable()).reduce(Amount.ZERO, Amount::plus);
        }

        private static List<BookRequest> requests(List<ItemNo> batch, InventoryBooks books, InventoryPolicy policy) {
            var requests = new ArrayList<BookRequest>();
            for (var item : batch) {
                var locked = books.items().get(item);
                if (locked != null) {
                    var from = locked.points().stream()
                            .map(point -> point.valuationDate())
                            .min(LocalDate::compareTo)
                            .map(date -> policy.averageCost().knownFrom(date))
                            .orElse(LocalDate.MAX);
                    requests.add(new BookRequest(item, Map.of(), false, Set.of(), from, from));
                }
            }
            return requests;
        }
    }
}
