package org.stockbook.scenario.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.accounts.LedgerAccount;
import org.stockbook.kernel.accounts.PostingSetup;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.accounts.SetupKey;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.generalledger.AutomaticCostPosting;
import org.stockbook.kernel.generalledger.CostPostingBatch;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.generalledger.GeneralLedgerLine;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.generalledger.PostedCost;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.scenario.operation.Fixture;

/** The general ledger as far as inventory writes it, and the value entries that still wait for it. */
final class MemoryLedger {
    private final List<Line> lines = new ArrayList<>();
    private final Map<ValueEntryNo, CostParts> posted = new HashMap<>();
    private final Set<ValueEntryNo> pending = new TreeSet<>();
    private final Map<SetupKey, PostingSetup> rows = new HashMap<>();
    private final Set<AccountNo> accounts = new TreeSet<>();
    private PostingSetups setups = PostingSetups.of(List.of(), List.of());

    /** A general ledger entry. */
    record Line(AccountNo account, LocalDate date, DocumentNo document, Amount amount, DimensionSetId dimensions) {
        static Line of(GeneralLedgerLine line) {
            return new Line(
                    line.account(), line.postingDate(), line.origin().document(), line.amount(), line.origin().dimensions());
        }
    }

    MemoryLedger(Fixture fixture) {
        fixture.accounts().forEach(account -> accounts.add(new AccountNo(account.no())));
        fixture.inventoryPostingSetup().forEach(row -> put(inventory(row)));
        fixture.generalPostingSetup().forEach(row -> put(general(row)));
        settle();
    }

    void keep(Fixture.InventoryPostingSetup row) {
        put(inventory(row));
        settle();
    }

    void keep(Fixture.GeneralPostingSetup row) {
        put(general(row));
        settle();
    }

    private void put(PostingSetup row) {
        rows.put(row.key(), row);
        accounts.addAll(row.accounts().values());
    }

    private void settle() {
        setups = PostingSetups.of(
                List.copyOf(rows.values()),
                accounts.stream().map(account -> new LedgerAccount(account, true, false)).toList());
    }

    private static PostingSetup inventory(Fixture.InventoryPostingSetup row) {
        var accounts = new EnumMap<AccountType, AccountNo>(AccountType.class);
        put(accounts, AccountType.INVENTORY, row.inventory());
        put(accounts, AccountType.INVENTORY_INTERIM, row.inventoryInterim());
        put(accounts, AccountType.WORK_IN_PROCESS, row.wip());
        put(accounts, AccountType.MATERIAL_VARIANCE, row.materialVariance());
        put(accounts, AccountType.CAPACITY_VARIANCE, row.capacityVariance());
        put(accounts, AccountType.SUBCONTRACTED_VARIANCE, row.subcontractedVariance());
        put(accounts, AccountType.CAPACITY_OVERHEAD_VARIANCE, row.capacityOverheadVariance());
        put(accounts, AccountType.MANUFACTURING_OVERHEAD_VARIANCE, row.manufacturingOverheadVariance());
        var key = new SetupKey.OfInventory(new LocationCode(row.location()), new InventoryGroup(row.inventoryPostingGroup()));
        return new PostingSetup(key, accounts, false);
    }

    private static PostingSetup general(Fixture.GeneralPostingSetup row) {
        var accounts = new EnumMap<AccountType, AccountNo>(AccountType.class);
        put(accounts, AccountType.INVENTORY_ADJUSTMENT, row.inventoryAdjustment());
        put(accounts, AccountType.DIRECT_COST_APPLIED, row.directCostApplied());
        put(accounts, AccountType.OVERHEAD_APPLIED, row.overheadApplied());
        put(accounts, AccountType.PURCHASE_VARIANCE, row.purchaseVariance());
        put(accounts, AccountType.COST_OF_GOODS_SOLD, row.cogs());
        put(accounts, AccountType.COST_OF_GOODS_SOLD_INTERIM, row.cogsInterim());
        put(accounts, AccountType.INVENTORY_ACCRUAL_INTERIM, row.inventoryAccrualInterim());
        var key = new SetupKey.General(new BusinessGroup(row.genBusPostingGroup()), new ProductGroup(row.genProdPostingGroup()));
        return new PostingSetup(key, accounts, false);
    }

    private static void put(Map<AccountType, AccountNo> accounts, AccountType type, String account) {
        if (!account.isEmpty()) {
            accounts.put(type, new AccountNo(account));
        }
    }

    /**
     * Posts new value entries, or leaves them to the batch.
     *
     * @return why they must not be written
     */
    List<String> take(List<CostEntry> entries, CostPostingSwitches switches) {
        return switch (AutomaticCostPosting.post(entries, setups, switches)) {
            case AutomaticCostPosting.Posted result -> {
                write(result.transactions(), result.posted());
                pending.addAll(result.pending());
                yield List.of();
            }
            case AutomaticCostPosting.Refused refused ->
                refused.entries().stream().map(entry -> entry.refusals().toString()).toList();
        };
    }

    /** The entries whose expected cost has to be posted from now on. */
    void queue(Collection<CostEntry> entries, CostPostingSwitches switches) {
        pending.addAll(AutomaticCostPosting.pending(List.copyOf(entries), switches));
    }

    /** Posts what is pending of these entries. */
    void post(List<CostEntry> entries, PostingMethod method, boolean expected) {
        var outcome = CostPostingBatch.run(
                entries.stream()
                        .filter(entry -> pending.contains(entry.no()))
                        .sorted(Comparator.comparing(CostEntry::no))
                        .toList(),
                setups,
                new CostPostingBatch.Options(method, expected, AllowedDates.ALL));
        write(outcome.transactions(), outcome.posted());
        outcome.posted().forEach(cost -> pending.remove(cost.entry()));
        outcome.nothingToPost().forEach(pending::remove);
    }

    private void write(List<GeneralLedgerTransaction> transactions, List<PostedCost> costs) {
        transactions.forEach(transaction -> transaction.lines().forEach(line -> lines.add(Line.of(line))));
        costs.forEach(cost -> posted.merge(cost.entry(), cost.parts(), CostParts::plus));
    }

    CostEntry entry(ValueEntry value, LocationCode location) {
        return new CostEntry.OfMovement(value, location, value.groups().inventory(), posted(value.no()));
    }

    private CostParts posted(ValueEntryNo no) {
        return posted.getOrDefault(no, CostParts.ZERO);
    }

    Map<ValueEntryNo, CostParts> posted() {
        return posted;
    }

    /** A line of an invoice. */
    void book(InvoiceBooking.LedgerLine line, LocalDate date, DocumentNo document) {
        lines.add(new Line(line.account(), date, document, line.amount(), line.dimensions()));
    }

    List<Line> lines() {
        return lines;
    }

    Set<ValueEntryNo> pending() {
        return pending;
    }
}
