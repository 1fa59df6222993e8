package org.stockbook.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.LedgerSums;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.proof.ItemHistory;
import org.stockbook.kernel.proof.ItemProof;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Recomputes every invariant of the books from their entries alone and names each row that does not hold (spec: ledger, section 1). */
@Component
public final class VerifyBooks {
    private static final int ITEMS_AT_ONCE = 50;

    private final InventoryLedger ledger;
    private final CostWork work;
    private final LedgerChecks checks;
    private final List<LedgerSums> sums;
    private final Permissions permissions;
    private final TransactionTemplate snapshot;

    VerifyBooks(
            InventoryLedger ledger,
            CostWork work,
            LedgerChecks checks,
            List<LedgerSums> sums,
            Permissions permissions,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.work = work;
        this.checks = checks;
        this.sums = sums;
        this.permissions = permissions;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Checks everything; a clean company has no findings. */
    public Result verify(LongWork progress) {
        permissions.require(Permission.VERIFY_BOOKS);
        var items = work.items();
        var findings = new ArrayList<String>();
        var entries = 0L;
        for (var start = 0; start < items.size(); start += ITEMS_AT_ONCE) {
            var batch = items.subList(start, Math.min(items.size(), start + ITEMS_AT_ONCE));
            entries += snapshot.execute(_ -> verifyItems(batch, findings));
            progress.at(start + batch.size(), items.size());
        }
        snapshot.executeWithoutResult(_ -> {
            findings.addAll(checks.misfits());
            for (var kept : sums) {
                kept.check().forEach(wrong -> findings.add("sum " + wrong.table() + " " + wrong.key() + ": kept " + wrong.kept()
                        + ", ledger " + wrong.ledger()));
            }
        });
        return new Result(items.size(), entries, findings);
    }

    private long verifyItems(List<ItemNo> items, List<String> findings) {
        Map<ItemNo, ItemBook> books = ledger.read(items).loadHistories(items);
        var entries = 0L;
        for (var book : books.values()) {
            for (var finding : ItemProof.findings(ItemHistory.of(book))) {
                findings.add(finding.invariant().label() + " item " + book.facts().item() + ", " + finding.subject() + ": expected "
                        + finding.expected() + ", found " + finding.actual());
            }
            for (var entry : book.entries()) {
                entries += 1 + entry.values().size();
            }
        }
        return entries;
    }

    /**
     * What was checked.
     *
     * @param entries item ledger entries and value entries
     * @param findings one sentence for each row that does not hold
     */
    public record Result(int items, long entries, List<String> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        public boolean isClean() {
            return findings.isEmpty();
        }
    }
}
