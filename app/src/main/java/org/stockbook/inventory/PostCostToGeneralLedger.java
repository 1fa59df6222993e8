package org.stockbook.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.generalledger.CostPostingBatch;
import org.stockbook.kernel.generalledger.GeneralLedgerLine;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.generalledger.PostedCost;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Posts to the general ledger what postings left pending (spec: reconciliation, section 5). Entry by entry in bounded transactions
 * of some items; per posting group in one, because lines of all items are summed up.
 */
@Component
public final class PostCostToGeneralLedger {
    private static final int ITEMS_PER_TRANSACTION = 50;

    private final Books books;
    private final InventoryPolicies policies;
    private final RunLog log;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    PostCostToGeneralLedger(
            Books books, InventoryPolicies policies, RunLog log, Permissions permissions, PlatformTransactionManager transactions) {
        this.books = books;
        this.policies = policies;
        this.log = log;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Posts, or with a test only says what would be posted and what would not. */
    public Result post(Request request, LongWork progress) {
        if (!request.test()) {
            return begin(request).run(progress);
        }
        permissions.require(Permission.POST_COST_TO_GENERAL_LEDGER);
        var items = books.pending().items(request.filter());
        var result = Result.NOTHING;
        for (var batch : batches(request, items)) {
            result = result.plus(transaction.execute(_ -> {
                var waiting = books.pending().of(batch, request.filter());
                return Result.of(run(request, waiting, policies.of(permissions.login())), waiting);
            }));
            progress.at(result.items(), items.size());
        }
        return result;
    }

    /** Logs a run that is done later, perhaps by another thread; it must be run, because it counts as going on from now on. */
    public Begun begin(Request request) {
        permissions.require(Permission.POST_COST_TO_GENERAL_LEDGER);
        var items = books.pending().items(request.filter());
        var beginning = new RunLog.Beginning(
                RunLog.Kind.POST_COST_TO_GL, request.origin(), permissions.login(), request.filter().items(), items.size());
        return new Begun(request, permissions.login(), batches(request, items), log.begin(beginning));
    }

    /** Entry by entry some items at a time; per posting group all at once, because lines of all items are summed up. */
    private static List<List<ItemNo>> batches(Request request, List<ItemNo> items) {
        var size = switch (request.method()) {
            case PostingMethod.PerEntry _ -> ITEMS_PER_TRANSACTION;
            case PostingMethod.PerPostingGroup _ -> Math.max(1, items.size());
        };
        var batches = new ArrayList<List<ItemNo>>();
        for (var start = 0; start < items.size(); start += size) {
            batches.add(items.subList(start, Math.min(items.size(), start + size)));
        }
        return batches;
    }

    private static CostPostingBatch.Outcome run(Request request, List<PendingCosts.Pending> waiting, InventoryPolicy policy) {
        var options = new CostPostingBatch.Options(
                request.method(), policy.costPosting().expected(), policy.ledgerDates());
        var costs = waiting.stream().map(PendingCosts.Pending::cost).toList();
        return CostPostingBatch.run(costs, policy.accounts(), options);
    }

    /** A run that writes. */
    public final class Begun {
        private final Request request;
        private final String user;
        private final List<List<ItemNo>> batches;
        private final RunLog.Held held;

        private Begun(Request request, String user, List<List<ItemNo>> batches, RunLog.Held held) {
            this.request = request;
            this.user = user;
            this.batches = batches;
            this.held = held;
        }

        /** Its number in the log. */
        public long number() {
            return held.number();
        }

        /** Does the work, as far as nobody cancels it. */
        public Result run(LongWork progress) {
            var end = RunLog.End.FAILED;
            var result = Result.NOTHING;
            try (held) {
                try {
                    var done = 0;
                    var items = batches.stream().mapToInt(List::size).sum();
                    while (done < batches.size() && !log.isCancelled(number())) {
                        var batch = batches.get(done++);
                        result = result.plus(transaction.execute(_ -> post(batch)));
                        progress.at(result.items(), items);
                    }
                    end = done < batches.size() ? RunLog.End.CANCELLED : RunLog.End.FINISHED;
                } finally {
                    log.end(number(), end);                // before it is let go of, when it would look interrupted
                }
            }
            return result;
        }

        private Result post(List<ItemNo> items) {
            var policy = policies.of(user);
            var locked = books.ledger().lock(items);
            var waiting = books.pending().of(items, request.filter());
            var outcome = PostCostToGeneralLedger.run(request, waiting, policy);
            if (!outcome.posted().isEmpty()) {
                var stamp = new RegisterStamp(user, GeneralLedgerLine.SOURCE, JournalBatchName.BLANK, number());
                var lines = books.lines().of(outcome.transactions(), stamp, policy.language());
                var written = books.general().append(new GeneralLedgerPosting(stamp, 0, lines));
                locked.relate(written, relations(outcome.transactions(), waiting));
            }
            var settled = new ArrayList<>(outcome.posted());
            outcome.nothingToPost().forEach(entry -> settled.add(new PostedCost(entry, CostParts.ZERO)));
            if (!settled.isEmpty()) {
                books.pending().markPosted(waiting, settled);
            }
            var result = Result.of(outcome, waiting);
            log.posted(number(), result.figures());
            return result;
        }
    }

    private static List<InventoryBooks.CostRelation> relations(
            List<GeneralLedgerTransaction> transactions, List<PendingCosts.Pending> waiting) {
        var byNo = new HashMap<ValueEntryNo, PendingCosts.Pending>();
        waiting.forEach(entry -> byNo.put(entry.cost().no(), entry));
        var relations = new ArrayList<InventoryBooks.CostRelation>();
        var position = 0;
        for (var each : transactions) {
            for (var line : each.lines()) {
                for (var value : line.valueEntries()) {
                    var entry = byNo.get(value);
                    if (entry != null) {
                        relations.add(new InventoryBooks.CostRelation(position, entry.item(), entry.itemLedgerEntry(), value));
                    }
                }
                position++;
            }
        }
        return relations;
    }

    /**
     * What to post.
     *
     * @param test only show what would be posted and what would be skipped
     */
    public record Request(PostingMethod method, PendingCosts.Filter filter, boolean test, RunLog.Origin origin) {
        public static final Request EVERYTHING =
                new Request(new PostingMethod.PerEntry(), PendingCosts.Filter.EVERYTHING, false, RunLog.Origin.COMMAND_LINE);
    }

    /**
     * What was posted.
     *
     * @param items that had something pending
     * @param entries value entries
     * @param lines lines of the general ledger
     * @param accounts what came to each account
     * @param skipped value entries that stay pending, with the reasons
     */
    public record Result(int items, int entries, int lines, List<AccountSum> accounts, List<Skipped> skipped) {
        static final Result NOTHING = new Result(0, 0, 0, List.of(), List.of());

        public Result {
            accounts = List.copyOf(accounts);
            skipped = List.copyOf(skipped);
        }

        static Result of(CostPostingBatch.Outcome outcome, List<PendingCosts.Pending> waiting) {
            var items = new HashMap<ValueEntryNo, ItemNo>();
            waiting.forEach(entry -> items.put(entry.cost().no(), entry.item()));
            var sums = new TreeMap<AccountSum.Key, AccountSum>();
            var lines = 0;
            for (var transaction : outcome.transactions()) {
                for (var line : transaction.lines()) {
                    var sum = AccountSum.of(line);
                    sums.merge(sum.key(), sum, AccountSum::plus);
                    lines++;
                }
            }
            var skipped = outcome.skipped().stream()
                    .map(cost -> new Skipped(Objects.requireNonNull(items.get(cost.entry())), cost))
                    .toList();
            return new Result(Set.copyOf(items.values()).size(), outcome.posted().size(), lines, List.copyOf(sums.values()), skipped);
        }

        Result plus(Result other) {
            var sums = new TreeMap<AccountSum.Key, AccountSum>();
            accounts.forEach(sum -> sums.put(sum.key(), sum));
            other.accounts.forEach(sum -> sums.merge(sum.key(), sum, AccountSum::plus));
            var all = new ArrayList<>(skipped);
            all.addAll(other.skipped);
            return new Result(items + other.items, entries + other.entries, lines + other.lines, List.copyOf(sums.values()), all);
        }

        RunLog.Posted figures() {
            var debits = accounts.stream().map(AccountSum::debit).reduce(Amount.ZERO, Amount::plus).value();
            return new RunLog.Posted(items, entries, lines, debits, skipped.stream().map(Skipped::logged).toList());
        }
    }

    /** A value entry that stays pending. */
    public record Skipped(ItemNo item, CostPostingBatch.SkippedCost cost) {
        private RunLog.Skipped logged() {
            var reason = cost.reasons().getFirst();
            var open = cost.open().actual().plus(cost.open().expected());
            return new RunLog.Skipped(item, cost.entry(), open, reason.code(), CostRefusalValues.kept(CostRefusalValues.of(reason)));
        }
    }

    /** What came to an account of a type, debits and credits apart, both zero or above. */
    public record AccountSum(AccountType type, AccountNo account, Amount debit, Amount credit) {
        record Key(AccountType type, AccountNo account) implements Comparable<Key> {
            private static final Comparator<Key> ORDER = Comparator.comparing(Key::type).thenComparing(key -> key.account().code());

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }
        }

        static AccountSum of(GeneralLedgerLine line) {
            var debit = line.amount().isPositive() ? line.amount() : Amount.ZERO;
            return new AccountSum(line.type(), line.account(), debit, debit.minus(line.amount()));
        }

        Key key() {
            return new Key(type, account);
        }

        AccountSum plus(AccountSum other) {
            return new AccountSum(type, account, debit.plus(other.debit), credit.plus(other.credit));
        }
    }

    /** The books that cost is posted from and to. */
    @Component
    record Books(InventoryLedger ledger, PendingCosts pending, GeneralLedger general, LedgerLines lines) {}
}
