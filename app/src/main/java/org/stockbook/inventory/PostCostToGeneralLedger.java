package org.stockbook.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.generalledger.CostPostingBatch;
import org.stockbook.kernel.generalledger.GeneralLedgerLine;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Posts to the general ledger what postings left pending (spec: reconciliation, section 5). Entry by entry in bounded transactions
 * of some items; per posting group in one, because lines of all items are summed up.
 */
@Component
public final class PostCostToGeneralLedger {
    private static final int ITEMS_PER_TRANSACTION = 50;

    private final InventoryLedger ledger;
    private final PendingCosts pending;
    private final InventoryPolicies policies;
    private final GeneralLedger generalLedger;
    private final LedgerLines ledgerLines;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    PostCostToGeneralLedger(
            InventoryLedger ledger,
            PendingCosts pending,
            InventoryPolicies policies,
            GeneralLedger generalLedger,
            LedgerLines ledgerLines,
            Permissions permissions,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.pending = pending;
        this.policies = policies;
        this.generalLedger = generalLedger;
        this.ledgerLines = ledgerLines;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Posts, or with a test only says what would be posted and what would not. */
    public Result post(Request request, LongWork progress) {
        permissions.require(Permission.POST_COST_TO_GENERAL_LEDGER);
        var items = pending.items(request.filter());
        var size = switch (request.method()) {
            case PostingMethod.PerEntry _ -> ITEMS_PER_TRANSACTION;
            case PostingMethod.PerPostingGroup _ -> Math.max(1, items.size());
        };
        var result = new Result(0, 0, List.of());
        for (var start = 0; start < items.size(); start += size) {
            var batch = items.subList(start, Math.min(items.size(), start + size));
            result = result.plus(transaction.execute(_ -> postBatch(request, batch)));
            progress.at(start + batch.size(), items.size());
        }
        return result;
    }

    private Result postBatch(Request request, List<ItemNo> items) {
        var policy = policies.of(permissions.login());
        var books = ledger.lock(items);
        var waiting = pending.of(items, request.filter());
        var options = new CostPostingBatch.Options(
                request.method(), policy.costPosting().expected(), policy.ledgerDates());
        var costs = waiting.stream().map(PendingCosts.Pending::cost).toList();
        var outcome = CostPostingBatch.run(costs, policy.accounts(), options);
        if (!request.test() && !outcome.posted().isEmpty()) {
            var stamp = RegisterStamp.of(permissions.login(), GeneralLedgerLine.SOURCE, JournalBatchName.BLANK);
            var lines = ledgerLines.of(outcome.transactions(), stamp, policy.language());
            var written = generalLedger.append(new GeneralLedgerPosting(stamp, 0, lines));
            books.relate(written, relations(outcome.transactions(), waiting));
            pending.markPosted(waiting, outcome.posted());
        }
        var lines = outcome.transactions().stream().mapToInt(each -> each.lines().size()).sum();
        return new Result(outcome.posted().size(), lines, outcome.skipped());
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
    public record Request(PostingMethod method, PendingCosts.Filter filter, boolean test) {
        public static final Request EVERYTHING =
                new Request(new PostingMethod.PerEntry(), PendingCosts.Filter.EVERYTHING, false);
    }

    /**
     * What was posted.
     *
     * @param entries value entries
     * @param lines lines of the general ledger
     * @param skipped value entries that stay pending, with the reasons
     */
    public record Result(int entries, int lines, List<CostPostingBatch.SkippedCost> skipped) {
        public Result {
            skipped = List.copyOf(skipped);
        }

        Result plus(Result other) {
            var all = new ArrayList<>(skipped);
            all.addAll(other.skipped);
            return new Result(entries + other.entries, lines + other.lines, all);
        }
    }
}
