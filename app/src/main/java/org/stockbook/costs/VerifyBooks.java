package org.stockbook.costs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.LedgerSums;
import org.stockbook.inventory.CostWork;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.proof.Invariant;
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

    /** How many items there are to check. */
    int items() {
        return work.items().size();
    }

    /** Checks everything; a clean company has no findings. */
    public Result verify(LongWork progress) {
        permissions.require(Permission.VERIFY_BOOKS);
        var items = work.items();
        var found = new Found();
        for (var start = 0; start < items.size(); start += ITEMS_AT_ONCE) {
            var batch = items.subList(start, Math.min(items.size(), start + ITEMS_AT_ONCE));
            snapshot.executeWithoutResult(_ -> verifyItems(batch, found));
            progress.at(start + batch.size(), items.size());
        }
        snapshot.executeWithoutResult(_ -> {
            checks.misfits().forEach(found::add);
            for (var kept : sums) {
                found.add("sums", kept.check().stream()
                        .map(wrong -> wrong.table() + " " + wrong.key() + ": kept " + wrong.kept() + ", ledger " + wrong.ledger())
                        .toList());
            }
        });
        return new Result(items.size(), found.entries, found.checks());
    }

    private void verifyItems(List<ItemNo> items, Found found) {
        Map<ItemNo, ItemBook> books = ledger.read(items).loadHistories(items);
        for (var book : books.values()) {
            for (var finding : ItemProof.findings(ItemHistory.of(book))) {
                found.add(finding.invariant().label(), List.of("item " + book.facts().item() + ", " + finding.subject() + ": expected "
                        + finding.expected() + ", found " + finding.actual()));
            }
            for (var entry : book.entries()) {
                found.entries += 1 + entry.values().size();
            }
        }
    }

    /** What has been found so far: every check by its name, those of the specification first. */
    private static final class Found {
        private final Map<String, List<String>> byCheck = new LinkedHashMap<>();
        private long entries;

        private Found() {
            for (var invariant : Invariant.values()) {
                byCheck.put(invariant.label(), new ArrayList<>());
            }
        }

        private void add(String check, List<String> findings) {
            byCheck.computeIfAbsent(check, _ -> new ArrayList<>()).addAll(findings);
        }

        private List<Check> checks() {
            return byCheck.entrySet().stream().map(check -> new Check(check.getKey(), check.getValue())).toList();
        }
    }

    /**
     * One thing that was checked.
     *
     * @param name short name of an invariant in the specification, or what storage has checked
     * @param findings one sentence for each row that does not hold
     */
    public record Check(String name, List<String> findings) {
        public Check {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What was checked.
     *
     * @param entries item ledger entries and value entries
     */
    public record Result(int items, long entries, List<Check> checks) {
        public Result {
            checks = List.copyOf(checks);
        }

        /** One sentence for each row that does not hold, with the name of the check before it. */
        public List<String> findings() {
            return checks.stream().flatMap(check -> check.findings().stream().map(finding -> check.name() + " " + finding)).toList();
        }

        public boolean isClean() {
            return checks.stream().allMatch(check -> check.findings().isEmpty());
        }
    }
}
