package org.stockbook.kernel.generalledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stockbook.kernel.accounts.Bookkeeping.DAY;
import static org.stockbook.kernel.accounts.Bookkeeping.DOMESTIC;
import static org.stockbook.kernel.accounts.Bookkeeping.EAST;
import static org.stockbook.kernel.accounts.Bookkeeping.PARTS;
import static org.stockbook.kernel.accounts.Bookkeeping.RAW;
import static org.stockbook.kernel.accounts.Bookkeeping.accounts;
import static org.stockbook.kernel.accounts.Bookkeeping.direct;
import static org.stockbook.kernel.accounts.PostingSetupTable.GENERAL_POSTING_SETUP;
import static org.stockbook.kernel.accounts.PostingSetupTable.INVENTORY_POSTING_SETUP;
import static org.stockbook.kernel.ledger.EntryType.NEGATIVE_ADJUSTMENT;
import static org.stockbook.kernel.ledger.EntryType.PURCHASE;
import static org.stockbook.kernel.ledger.EntryType.SALE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.accounts.AccountRefusal.AccountBlocked;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowBlocked;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowMissing;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.Bookkeeping;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.accounts.CostRefusal.NoAccountRule;
import org.stockbook.kernel.accounts.LedgerAccount;
import org.stockbook.kernel.accounts.SetupKey;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.generalledger.CostPostingBatch.Options;
import org.stockbook.kernel.generalledger.CostPostingBatch.SkippedCost;
import org.stockbook.kernel.generalledger.SkipReason.AmountsInconsistent;
import org.stockbook.kernel.generalledger.SkipReason.DateNotAllowed;
import org.stockbook.kernel.generalledger.SkipReason.ExpectedCostPostingOff;
import org.stockbook.kernel.generalledger.SkipReason.NoAccount;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;

/** Spec: reconciliation, section 5 and examples 13, 14 and 21. */
class CostPostingBatchTest {
    private static final DocumentNo RUN = new DocumentNo("COST-1");
    private static final PostingMethod PER_ENTRY = new PostingMethod.PerEntry();
    private static final PostingMethod PER_GROUP = new PostingMethod.PerPostingGroup(RUN);

    private static final CostEntry SALE_30 = direct(11, SALE).amounts("-30.00", "0").unposted();
    private static final CostEntry SALE_45 = direct(12, SALE).amounts("-45.00", "0").unposted();
    private static final CostEntry RETURN_20 = direct(13, SALE).amounts("20.00", "0").unposted();

    @Test
    void per_entry_every_value_entry_has_lines_of_its_own() {
        var outcome = run(PER_ENTRY, SALE_30, SALE_45, RETURN_20);

        assertThat(lines(outcome)).containsExactly(
                "1300 -30.00 [11]", "5000 30.00 [11]", "1300 -45.00 [12]", "5000 45.00 [12]", "1300 20.00 [13]", "5000 -20.00 [13]");
        assertThat(outcome.transactions()).hasSize(3);
        var line = outcome.transactions().getFirst().lines().getFirst();
        assertThat(line.origin().document()).isEqualTo(new DocumentNo("D11"));
        assertThat(line.postingDate()).isEqualTo(DAY);
        assertThat(line.description()).isEqualTo(new LineDescription.OfEntry(ValueEntryType.DIRECT_COST, PartnerNo.BLANK, DAY));
    }

    @Test
    void per_posting_group_adds_up_but_never_nets_debits_with_credits() {
        var outcome = run(PER_GROUP, SALE_30, SALE_45, RETURN_20);

        assertThat(lines(outcome)).containsExactly(
                "1300 -75.00 [11, 12]", "5000 75.00 [11, 12]", "1300 20.00 [13]", "5000 -20.00 [13]");
        assertThat(outcome.transactions().getFirst().lines()).allSatisfy(line -> assertThat(line.origin().document()).isEqualTo(RUN));
    }

    @Test
    void per_posting_group_keeps_dimensions_and_dates_apart() {
        var otherDimensions = direct(12, SALE).amounts("-45.00", "0").dimensions(7).unposted();
        var nextDay = direct(14, SALE).amounts("-1.00", "0").on(DAY.plusDays(1)).unposted();

        assertThat(lines(run(PER_GROUP, SALE_30, otherDimensions, RETURN_20))).hasSize(6);
        assertThat(run(PER_GROUP, nextDay, SALE_30).transactions()).extracting(GeneralLedgerTransaction::postingDate)
                .containsExactly(DAY, DAY.plusDays(1));
    }

    @Test
    void an_entry_whose_account_is_missing_stays_pending_and_nothing_of_it_is_posted() {
        var unknownBusiness = new BusinessGroup("EU");
        var returned = direct(13, SALE).amounts("20.00", "0").groups(new PostingGroups(RAW, unknownBusiness, PARTS)).unposted();

        var outcome = run(PER_GROUP, SALE_30, SALE_45, returned);

        assertThat(lines(outcome)).containsExactly("1300 -75.00 [11, 12]", "5000 75.00 [11, 12]");
        assertThat(outcome.skipped()).containsExactly(new SkippedCost(new ValueEntryNo(13), returned.kind(), parts("20.00", "0"),
                List.of(new NoAccount(new SetupRowMissing(new SetupKey.General(unknownBusiness, PARTS), AccountType.COST_OF_GOODS_SOLD)))));
    }

    @Test
    void an_invoice_brings_actual_cost_and_takes_expected_cost_back() {
        var receipt = direct(1, PURCHASE).amounts("0", "100.00").unposted();
        var first = direct(2, PURCHASE).amounts("26.00", "-25.00").unposted();
        var second = direct(3, PURCHASE).amounts("78.00", "-75.00").unposted();

        var outcome = run(PER_ENTRY, receipt, first, second);

        var totals = AccountTotals.ofTransactions(outcome.transactions());
        assertThat(totals.of(AccountType.INVENTORY)).isEqualTo(Amount.of("104.00"));
        assertThat(totals.of(AccountType.INVENTORY_INTERIM)).isEqualTo(Amount.ZERO);
        assertThat(totals.of(AccountType.DIRECT_COST_APPLIED)).isEqualTo(Amount.of("-104.00"));
        assertThat(totals.sum()).isEqualTo(Amount.ZERO);
        assertThat(outcome.posted()).containsExactly(
                new PostedCost(new ValueEntryNo(1), parts("0", "100.00")),
                new PostedCost(new ValueEntryNo(2), parts("26.00", "-25.00")),
                new PostedCost(new ValueEntryNo(3), parts("78.00", "-75.00")));
    }

    @Test
    void expected_cost_that_was_left_out_is_posted_once_the_company_asks_for_it() {
        var receipt = direct(1, PURCHASE).amounts("0", "100.00").unposted();
        var invoice = direct(2, PURCHASE).amounts("26.00", "-25.00");
        var without = CostPostingBatch.run(List.of(receipt, invoice.unposted()), Bookkeeping.complete(), new Options(PER_ENTRY, false, AllowedDates.ALL));

        assertThat(lines(without)).containsExactly("1300 26.00 [2]", "5100 -26.00 [2]");
        assertThat(without.skipped().getFirst().reasons()).containsExactly(new ExpectedCostPostingOff(Amount.of("100.00")));

        var later = run(PER_ENTRY, receipt, invoice.posted("26.00", "0").unposted());

        assertThat(lines(later)).containsExactly("1305 100.00 [1]", "2250 -100.00 [1]", "1305 -25.00 [2]", "2250 25.00 [2]");
        assertThat(later.skipped()).isEmpty();
    }

    @Test
    void the_batch_posts_what_it_can_and_says_why_the_rest_stays() {
        var blockedRow = new BusinessGroup("BLOCKED");
        var noAccount = new BusinessGroup("NOACCOUNT");
        var cogs = new AccountNo("5001");
        var setups = Bookkeeping.chart()
                .with(new LedgerAccount(cogs, true, true))
                .inventory(EAST, accounts(INVENTORY_POSTING_SETUP))
                .general(DOMESTIC, accounts(GENERAL_POSTING_SETUP), false)
                .general(blockedRow, accounts(GENERAL_POSTING_SETUP), true)
                .general(noAccount, Map.of(AccountType.COST_OF_GOODS_SOLD, cogs), false)
                .setups();
        var allowed = new AllowedDates(DAY, DAY.plusDays(10));
        var entries = List.of(
                direct(21, PURCHASE).amounts("40.00", "0").unposted(),
                direct(22, SALE).amounts("-15.00", "0").groups(new PostingGroups(RAW, blockedRow, PARTS)).unposted(),
                direct(23, NEGATIVE_ADJUSTMENT).amounts("-2.00", "0").on(DAY.minusDays(1)).unposted(),
                direct(25, SALE).amounts("-9.00", "0").groups(new PostingGroups(RAW, noAccount, PARTS)).unposted());

        var outcome = CostPostingBatch.run(entries, setups, new Options(PER_ENTRY, false, allowed));

        assertThat(lines(outcome)).containsExactly("1300 40.00 [21]", "5100 -40.00 [21]");
        assertThat(outcome.skipped()).extracting(skipped -> skipped.reasons().getFirst()).containsExactly(
                new NoAccount(new SetupRowBlocked(new SetupKey.General(blockedRow, PARTS), AccountType.COST_OF_GOODS_SOLD)),
                new DateNotAllowed(DAY.minusDays(1), allowed),
                new NoAccount(new AccountBlocked(new SetupKey.General(noAccount, PARTS), AccountType.COST_OF_GOODS_SOLD, cogs)));
        assertThat(outcome.skipped()).extracting(skipped -> skipped.reasons().getFirst().code()).containsExactly(
                "finance.posting-setup-missing", "finance.posting-date-not-allowed", "finance.account-blocked");
    }

    @Test
    void a_second_run_finds_nothing_to_post() {
        var again = direct(11, SALE).amounts("-30.00", "0").posted("-30.00", "0").unposted();

        var outcome = run(PER_ENTRY, again);

        assertThat(outcome.transactions()).isEmpty();
        assertThat(outcome.nothingToPost()).containsExactly(new ValueEntryNo(11));
    }

    @Test
    void a_posted_amount_that_is_neither_nothing_nor_the_whole_is_not_posted_upon() {
        var half = direct(11, SALE).amounts("-30.00", "0").posted("-10.00", "0").unposted();

        assertThat(run(PER_ENTRY, half).skipped().getFirst().reasons())
                .containsExactly(new AmountsInconsistent(CostPart.ACTUAL, Amount.of("-30.00"), Amount.of("-10.00")));
    }

    @Test
    void an_impossible_combination_is_skipped_and_named() {
        var overheadOnSale = Bookkeeping.movement(1, SALE, ValueEntryType.INDIRECT_COST).amounts("1.00", "0").unposted();

        assertThat(run(PER_ENTRY, overheadOnSale).skipped().getFirst().reasons())
                .containsExactly(new NoAccount(new NoAccountRule(overheadOnSale.kind(), CostPart.ACTUAL)));
    }

    @Test
    void lines_that_do_not_sum_to_zero_are_never_a_transaction() {
        var half = run(PER_ENTRY, SALE_30).transactions().getFirst().lines().subList(0, 1);

        assertThatThrownBy(() -> new GeneralLedgerTransaction(DAY, half)).isInstanceOf(TransactionNotBalanced.class);
        assertThatThrownBy(() -> new PostingMethod.PerPostingGroup(DocumentNo.BLANK)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Entries come by the million at a month-end; the lines do not. */
    @Test
    void a_hundred_thousand_entries_group_into_the_lines_of_their_days() {
        var entries = Stream.iterate(1, no -> no + 1).limit(100_000)
                .map(no -> direct(no, SALE).amounts("-1.00", "0").on(LocalDate.of(2026, 3, 1).plusDays(no % 10)).unposted())
                .toList();

        var outcome = CostPostingBatch.run(entries, Bookkeeping.complete(), new Options(PER_GROUP, true, AllowedDates.ALL));

        assertThat(outcome.transactions()).hasSize(10).allSatisfy(transaction -> assertThat(transaction.lines()).hasSize(2));
        assertThat(outcome.transactions().stream().flatMap(each -> each.lines().stream()).mapToInt(line -> line.valueEntries().size()).sum())
                .isEqualTo(200_000);
    }

    private static CostPostingBatch.Outcome run(PostingMethod method, CostEntry... entries) {
        return CostPostingBatch.run(List.of(entries), Bookkeeping.complete(), new Options(method, true, AllowedDates.ALL));
    }

    private static List<String> lines(CostPostingBatch.Outcome outcome) {
        return outcome.transactions().stream().flatMap(transaction -> transaction.lines().stream())
                .map(line -> line.account() + " " + line.amount() + " " + line.valueEntries())
                .collect(Collectors.toList());
    }

    private static CostParts parts(String actual, String expected) {
        return new CostParts(Amount.of(actual), Amount.of(expected));
    }
}
