package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.accounts.LedgerAccount;
import org.stockbook.kernel.accounts.PostingSetup;
import org.stockbook.kernel.accounts.PostingSetupTable;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.accounts.SetupKey;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.generalledger.AutomaticCostPosting;
import org.stockbook.kernel.generalledger.CostPostingBatch;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.reconciliation.CostSum;
import org.stockbook.kernel.reconciliation.LedgerBalances;
import org.stockbook.kernel.reconciliation.Reconciliation;

/** The cost of a told story in the general ledger: what should stand there, and what the ways of posting it bring. */
final class CostLedger {
    private static final PostingSetups SETUPS = setups();

    private final List<List<CostEntry>> postings = new ArrayList<>();
    private final boolean expected;

    /** @param expected expected cost is posted too */
    CostLedger(Books books, boolean expected) {
        this.expected = expected;
        var places = new HashMap<ItemLedgerEntryNo, Place>();
        books.all().forEach(book -> book.entries().forEach(entry -> places.put(entry.no(), entry.place())));
        for (var written : books.history()) {
            var entries = new ArrayList<CostEntry>();
            written.values().forEach(value -> entries.add(unposted(value, places)));
            postings.add(entries);
        }
    }

    private static CostEntry unposted(ValueEntry value, Map<ItemLedgerEntryNo, Place> places) {
        var place = Optional.ofNullable(places.get(value.itemLedgerEntry())).orElseThrow();
        return CostEntry.OfMovement.unposted(value, place.location());
    }

    /** What the value entries themselves say should stand on each account type in each month. */
    Map<String, Amount> specified() {
        var months = new TreeMap<YearMonth, List<CostSum>>();
        postings.stream().flatMap(List::stream).forEach(entry -> months
                .computeIfAbsent(YearMonth.from(entry.postingDate()), _ -> new ArrayList<>())
                .add(sum(entry)));
        var totals = new TreeMap<String, Amount>();
        months.forEach((month, sums) -> Reconciliation.of(sums.stream(), LedgerBalances.NONE).rows().stream()
                .filter(row -> !row.total().isZero())
                .forEach(row -> totals.put(month + " " + row.type(), row.total())));
        return totals;
    }

    private CostSum sum(CostEntry entry) {
        var parts = expected ? entry.amounts() : new CostParts(entry.amounts().actual(), Amount.ZERO);
        return new CostSum(entry.kind(), parts, CostParts.ZERO);
    }

    /** Posted in the transaction of each posting. */
    Map<String, Amount> automatically() {
        var transactions = new ArrayList<GeneralLedgerTransaction>();
        for (var posting : postings) {
            transactions.addAll(switch (AutomaticCostPosting.post(posting, SETUPS, new CostPostingSwitches(true, expected))) {
                case AutomaticCostPosting.Posted posted -> posted.transactions();
                case AutomaticCostPosting.Refused refused -> throw new AssertionError(refused.entries().toString());
            });
        }
        return totals(transactions);
    }

    /** Posted later, by several runs of the batch over what is pending then. */
    Map<String, Amount> byBatch(Random random, PostingMethod method) {
        var transactions = new ArrayList<GeneralLedgerTransaction>();
        var pending = new ArrayList<CostEntry>();
        for (var posting : postings) {
            pending.addAll(posting);
            if (random.nextInt(3) == 0) {
                run(pending, method, transactions);
            }
        }
        run(pending, method, transactions);
        return totals(transactions);
    }

    private void run(List<CostEntry> pending, PostingMethod method, List<GeneralLedgerTransaction> transactions) {
        var options = new CostPostingBatch.Options(method, expected, AllowedDates.ALL);
        var outcome = CostPostingBatch.run(pending, SETUPS, options);
        var kept = outcome.skipped().stream().map(CostPostingBatch.SkippedCost::entry).toList();
        var interim = pending.stream().filter(entry -> kept.contains(entry.no())).allMatch(entry -> entry.amounts().actual().isZero() && !expected);
        if (!interim) {
            throw new AssertionError("skipped " + outcome.skipped());
        }
        transactions.addAll(outcome.transactions());
        pending.clear();
    }

    private static Map<String, Amount> totals(Collection<GeneralLedgerTransaction> transactions) {
        var totals = new TreeMap<String, Amount>();
        for (var transaction : transactions) {
            for (var line : transaction.lines()) {
                totals.merge(YearMonth.from(line.postingDate()) + " " + line.type(), line.amount(), Amount::plus);
            }
        }
        totals.values().removeIf(Amount::isZero);
        return totals;
    }

    /** What the books are worth on the accounts of inventory, as of a posting date. */
    static Map<String, Amount> valueUpTo(Books books, LocalDate date) {
        var values = new TreeMap<String, Amount>();
        books.all().forEach(book -> book.entries().forEach(entry -> entry.values().stream()
                .filter(value -> !value.entry().postingDate().isAfter(date))
                .forEach(value -> values.merge(
                        book.facts().item() + " " + value.entry().postingDate(), value.entry().cost().inventoriable(), Amount::plus))));
        return values;
    }

    static List<String> lines(Map<String, Amount> totals) {
        return totals.entrySet().stream().map(total -> total.getKey() + " " + total.getValue()).toList();
    }

    static PostingMethod perGroup() {
        return new PostingMethod.PerPostingGroup(new DocumentNo("MONTHEND"));
    }

    private static PostingSetups setups() {
        var rows = new ArrayList<PostingSetup>();
        for (var location : List.of("", "MAIN", "EAST", "WEST", Moves.TRUCK.code())) {
            for (var group : List.of("", "RESALE")) {
                var key = new SetupKey.OfInventory(new LocationCode(location), new InventoryGroup(group));
                rows.add(new PostingSetup(key, accounts(PostingSetupTable.INVENTORY_POSTING_SETUP), false));
            }
        }
        for (var business : List.of("", "DOMESTIC")) {
            for (var product : List.of("", "RETAIL")) {
                var key = new SetupKey.General(new BusinessGroup(business), new ProductGroup(product));
                rows.add(new PostingSetup(key, accounts(PostingSetupTable.GENERAL_POSTING_SETUP), false));
            }
        }
        var chart = new ArrayList<LedgerAccount>();
        for (var type : AccountType.values()) {
            chart.add(new LedgerAccount(new AccountNo(type.name()), true, false));
        }
        return PostingSetups.of(rows, chart);
    }

    private static Map<AccountType, AccountNo> accounts(PostingSetupTable table) {
        var accounts = new EnumMap<AccountType, AccountNo>(AccountType.class);
        for (var type : AccountType.values()) {
            if (type.table() == table) {
                accounts.put(type, new AccountNo(type.name()));
            }
        }
        return accounts;
    }
}
