package org.stockbook.kernel.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.accounts.AccountType.DIRECT_COST_APPLIED;
import static org.stockbook.kernel.accounts.AccountType.INVENTORY;
import static org.stockbook.kernel.accounts.AccountType.INVENTORY_INTERIM;
import static org.stockbook.kernel.accounts.AccountType.OVERHEAD_APPLIED;
import static org.stockbook.kernel.accounts.AccountType.PURCHASE_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.WORK_IN_PROCESS;
import static org.stockbook.kernel.accounts.Bookkeeping.capacity;
import static org.stockbook.kernel.accounts.Bookkeeping.direct;
import static org.stockbook.kernel.accounts.Bookkeeping.movement;
import static org.stockbook.kernel.ledger.EntryType.CONSUMPTION;
import static org.stockbook.kernel.ledger.EntryType.OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.PURCHASE;
import static org.stockbook.kernel.ledger.EntryType.SALE;
import static org.stockbook.kernel.ledger.ValueEntryType.DIRECT_COST;
import static org.stockbook.kernel.ledger.ValueEntryType.INDIRECT_COST;
import static org.stockbook.kernel.ledger.ValueEntryType.REVALUATION;
import static org.stockbook.kernel.ledger.ValueEntryType.VARIANCE;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockbook.kernel.accounts.AccountRules;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.Bookkeeping;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostKind.CapacityUse;
import org.stockbook.kernel.accounts.CostKind.Movement;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.generalledger.AccountTotals;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.generalledger.CostPostingBatch;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.OrderType;
import org.stockbook.kernel.reconciliation.ReconciliationWarning.Facts;

/** Spec: reconciliation, sections 8, 12, 13, 14, 23 and 24. */
class ReconciliationTest {
    private static final List<CostEntry> PRODUCTION = List.of(
            direct(1, PURCHASE).amounts("0", "150.00").unposted(),
            direct(2, PURCHASE).amounts("129.00", "-150.00").unposted(),
            movement(3, PURCHASE, INDIRECT_COST).amounts("3.00", "0").unposted(),
            movement(4, PURCHASE, VARIANCE).variance(VarianceType.PURCHASE).amounts("18.00", "0").unposted(),
            direct(5, CONSUMPTION).amounts("-150.00", "0").unposted(),
            capacity(6, OrderType.PRODUCTION, DIRECT_COST, "120.00"),
            capacity(7, OrderType.PRODUCTION, INDIRECT_COST, "12.00"),
            direct(8, OUTPUT).amounts("0", "150.00").unposted());

    private static final List<CostEntry> UNTIL_SOLD = List.of(
            direct(9, OUTPUT).amounts("282.00", "-150.00").unposted(),
            movement(10, OUTPUT, INDIRECT_COST).amounts("25.00", "0").unposted(),
            movement(11, OUTPUT, VARIANCE).variance(VarianceType.CAPACITY).amounts("-120.00", "0").unposted(),
            movement(12, OUTPUT, VARIANCE).variance(VarianceType.CAPACITY_OVERHEAD).amounts("-12.00", "0").unposted(),
            movement(13, OUTPUT, VARIANCE).variance(VarianceType.MANUFACTURING_OVERHEAD).amounts("-25.00", "0").unposted(),
            movement(14, OUTPUT, REVALUATION).amounts("-10.00", "0").unposted(),
            direct(15, SALE).amounts("0", "-140.00").unposted(),
            direct(16, SALE).amounts("-140.00", "140.00").unposted());

    @Test
    void the_matrix_shows_where_the_cost_of_a_running_order_stands() {
        var reconciliation = reconcile(PRODUCTION, Map.of());

        assertThat(columns(reconciliation, INVENTORY)).isEqualTo("0.00 0.00 0.00 = 0.00");
        assertThat(columns(reconciliation, INVENTORY_INTERIM)).isEqualTo("0.00 150.00 0.00 = 150.00");
        assertThat(columns(reconciliation, WORK_IN_PROCESS)).isEqualTo("150.00 -150.00 132.00 = 132.00");
        assertThat(columns(reconciliation, DIRECT_COST_APPLIED)).isEqualTo("-129.00 0.00 -120.00 = -249.00");
        assertThat(columns(reconciliation, OVERHEAD_APPLIED)).isEqualTo("-3.00 0.00 -12.00 = -15.00");
        assertThat(columns(reconciliation, PURCHASE_VARIANCE)).isEqualTo("-18.00 0.00 0.00 = -18.00");
        for (var column : ReconciliationColumn.values()) {
            assertThat(reconciliation.rows().stream().map(row -> row.in(column)).reduce(Amount.ZERO, Amount::plus)).isEqualTo(Amount.ZERO);
        }
    }

    @Test
    void the_story_ends_with_empty_balance_sheet_accounts_and_the_ledgers_agree() {
        var entries = Stream.concat(PRODUCTION.stream(), UNTIL_SOLD.stream()).toList();
        var reconciliation = reconcile(entries, posted(entries));

        assertThat(reconciliation.rows()).filteredOn(row -> !row.total().isZero())
                .extracting(row -> Bookkeeping.account(row.type()) + " " + row.total())
                .containsExactlyInAnyOrder(
                        "5000 140.00", "5050 10.00", "5100 -249.00", "5110 -40.00", "5200 -18.00", "5220 120.00", "5240 12.00", "5250 25.00");
        assertThat(reconciliation.hasDifference()).isFalse();
    }

    @Test
    void a_row_opens_into_the_kinds_of_cost_behind_it() {
        assertThat(reconcile(PRODUCTION, Map.of()).contributions(WORK_IN_PROCESS)).extracting(each -> each.kind() + " " + each.part() + " " + each.amount())
                .containsExactlyInAnyOrder(
                        new Movement(CONSUMPTION, DIRECT_COST, VarianceType.NONE) + " ACTUAL 150.00",
                        new CapacityUse(OrderType.PRODUCTION, DIRECT_COST) + " ACTUAL 120.00",
                        new CapacityUse(OrderType.PRODUCTION, INDIRECT_COST) + " ACTUAL 12.00",
                        new Movement(OUTPUT, DIRECT_COST, VarianceType.NONE) + " EXPECTED -150.00");
    }

    @Test
    void a_skipped_entry_is_the_difference_and_the_warning_says_run_the_batch() {
        var sales = List.of(
                direct(11, SALE).amounts("-30.00", "0").posted("-30.00", "0").unposted(),
                direct(12, SALE).amounts("-45.00", "0").posted("-45.00", "0").unposted(),
                direct(13, SALE).amounts("20.00", "0").unposted());

        var reconciliation = reconcile(sales, Map.of(INVENTORY, Amount.of("-75.00"), AccountType.COST_OF_GOODS_SOLD, Amount.of("75.00")));

        assertThat(reconciliation.row(AccountType.COST_OF_GOODS_SOLD).total()).isEqualTo(Amount.of("55.00"));
        assertThat(reconciliation.comparison(AccountType.COST_OF_GOODS_SOLD).difference()).isEqualTo(Amount.of("20.00"));
        assertThat(ReconciliationWarning.of(reconciliation, facts(true, false))).containsExactly(ReconciliationWarning.NOT_YET_POSTED);
    }

    @Test
    void expected_cost_that_is_not_posted_explains_the_interim_row() {
        var entries = List.of(
                direct(1, PURCHASE).amounts("0", "100.00").unposted(),
                direct(2, PURCHASE).amounts("26.00", "-25.00").posted("26.00", "0").unposted());

        var reconciliation = reconcile(entries, Map.of(INVENTORY, Amount.of("26.00"), DIRECT_COST_APPLIED, Amount.of("-26.00")));

        assertThat(reconciliation.row(INVENTORY_INTERIM).total()).isEqualTo(Amount.of("75.00"));
        assertThat(reconciliation.row(INVENTORY_INTERIM).ledgerTotal()).isEqualTo(Amount.ZERO);
        assertThat(ReconciliationWarning.of(reconciliation, facts(false, false))).startsWith(ReconciliationWarning.EXPECTED_COST_POSTING_OFF);
    }

    @Test
    void a_reassigned_account_leaves_its_old_balance_as_the_difference() {
        var before = direct(1, PURCHASE).amounts("500.00", "0").posted("500.00", "0").unposted();
        var after = direct(2, PURCHASE).amounts("20.00", "0").posted("20.00", "0").unposted();

        var reconciliation = reconcile(List.of(before, after), Map.of(INVENTORY, Amount.of("20.00"), DIRECT_COST_APPLIED, Amount.of("-520.00")));

        assertThat(reconciliation.comparison(INVENTORY).difference()).isEqualTo(Amount.of("-500.00"));
        assertThat(ReconciliationWarning.of(reconciliation, facts(true, true))).containsExactly(ReconciliationWarning.ACCOUNTS_REASSIGNED);
    }

    @Test
    void agreement_needs_no_warning() {
        assertThat(ReconciliationWarning.of(reconcile(List.of(), Map.of()), facts(true, true))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sums_of_days_say_the_same_as_single_entries_and_as_the_formulas_of_the_specification(long seed) {
        var sums = randomSums(seed);
        var reconciliation = Reconciliation.of(sums.stream(), LedgerBalances.NONE);
        var halves = sums.stream().flatMap(sum -> Stream.of(sum, new CostSum(sum.kind(), CostParts.ZERO, CostParts.ZERO)));

        assertThat(Reconciliation.of(halves, LedgerBalances.NONE).rows()).isEqualTo(reconciliation.rows());
        assertThat(reconciliation.rows().stream().map(Reconciliation.Row::total).reduce(Amount.ZERO, Amount::plus)).isEqualTo(Amount.ZERO);
        for (var row : reconciliation.rows()) {
            assertThat(row.total()).as("%s", row.type()).isEqualTo(SpecifiedRows.total(row.type(), sums));
        }
    }

    private static List<CostSum> randomSums(long seed) {
        var seeded = new SplittableRandom(seed);
        return allKinds().filter(_ -> seeded.nextBoolean())
                .map(kind -> new CostSum(kind, new CostParts(amount(kind, CostPart.ACTUAL, seeded), amount(kind, CostPart.EXPECTED, seeded)), CostParts.ZERO))
                .toList();
    }

    private static Amount amount(CostKind kind, CostPart part, RandomGenerator random) {
        return AccountRules.pair(kind, part).isPresent() ? Amount.ofUnscaled(random.nextLong(-100_000, 100_000)) : Amount.ZERO;
    }

    private static Stream<CostKind> allKinds() {
        var movements = Stream.of(EntryType.values()).flatMap(entryType -> Stream.of(ValueEntryType.values())
                .flatMap(type -> Stream.of(VarianceType.values()).<CostKind>map(variance -> new Movement(entryType, type, variance))));
        var uses = Stream.of(OrderType.values())
                .flatMap(order -> Stream.of(ValueEntryType.values()).<CostKind>map(type -> new CapacityUse(order, type)));
        return Stream.concat(movements, uses);
    }

    private static Reconciliation reconcile(List<CostEntry> entries, Map<AccountType, Amount> ledgerTotals) {
        var accounts = new EnumMap<AccountType, Set<AccountNo>>(AccountType.class);
        var balances = new HashMap<AccountNo, Amount>();
        for (var type : AccountType.values()) {
            accounts.put(type, Set.of(new AccountNo(type.name())));
            balances.put(new AccountNo(type.name()), ledgerTotals.getOrDefault(type, Amount.ZERO));
        }
        return Reconciliation.of(entries.stream().map(CostSum::of), new LedgerBalances(accounts, balances));
    }

    /** Section 2: one account for several types is allowed; then these are compared together, and only what they all lack differs. */
    @Test
    void types_that_share_an_account_are_compared_together() {
        var entries = List.<CostEntry>of(
                direct(1, PURCHASE).amounts("0", "100.00").unposted(),
                direct(2, PURCHASE).amounts("26.00", "-25.00").unposted());
        var shared = new AccountNo("1300");
        var accounts = Map.of(
                INVENTORY, Set.of(shared, new AccountNo("1301")), INVENTORY_INTERIM, Set.of(shared), AccountType.INVENTORY_ACCRUAL_INTERIM,
                Set.of(new AccountNo("2250")), DIRECT_COST_APPLIED, Set.of(new AccountNo("5100")));
        var balances = Map.of(
                shared, Amount.of("91.00"), new AccountNo("1301"), Amount.of("10.00"), new AccountNo("2250"), Amount.of("-75.00"),
                new AccountNo("5100"), Amount.of("-26.00"));

        var agrees = Reconciliation.of(entries.stream().map(CostSum::of), new LedgerBalances(accounts, balances));

        assertThat(agrees.hasDifference()).isFalse();
        assertThat(agrees.comparison(INVENTORY_INTERIM)).isEqualTo(
                new Reconciliation.Comparison(List.of(INVENTORY, INVENTORY_INTERIM), Amount.of("101.00"), Amount.of("101.00")));
        assertThat(agrees.comparisons()).flatExtracting(Reconciliation.Comparison::types).containsExactlyInAnyOrder(AccountType.values());
        assertThat(agrees.comparison(DIRECT_COST_APPLIED).isShared()).isFalse();

        var lacking = new LedgerBalances(accounts, Map.of(shared, Amount.of("91.00"), new AccountNo("2250"), Amount.of("-75.00"), new AccountNo("5100"), Amount.of("-26.00")));
        assertThat(Reconciliation.of(entries.stream().map(CostSum::of), lacking).comparison(INVENTORY).difference()).isEqualTo(Amount.of("-10.00"));
    }

    private static Map<AccountType, Amount> posted(List<CostEntry> entries) {
        var outcome = CostPostingBatch.run(entries, Bookkeeping.complete(),
                new CostPostingBatch.Options(new PostingMethod.PerEntry(), true, AllowedDates.ALL));
        var totals = AccountTotals.ofTransactions(outcome.transactions());
        var amounts = new EnumMap<AccountType, Amount>(AccountType.class);
        Stream.of(AccountType.values()).forEach(type -> amounts.put(type, totals.of(type)));
        return amounts;
    }

    private static Facts facts(boolean expectedPosting, boolean reassigned) {
        return new Facts(expectedPosting, false, false, false, reassigned, false);
    }

    private static String columns(Reconciliation reconciliation, AccountType type) {
        var row = reconciliation.row(type);
        return row.in(ReconciliationColumn.INVENTORY) + " " + row.in(ReconciliationColumn.INVENTORY_INTERIM) + " "
                + row.in(ReconciliationColumn.WORK_IN_PROCESS) + " = " + row.total();
    }
}
