package org.stockbook.kernel.generalledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.accounts.Bookkeeping.EAST;
import static org.stockbook.kernel.accounts.Bookkeeping.account;
import static org.stockbook.kernel.accounts.Bookkeeping.direct;
import static org.stockbook.kernel.ledger.EntryType.PURCHASE;
import static org.stockbook.kernel.ledger.EntryType.SALE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.accounts.AccountRefusal.AccountMissing;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowMissing;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.Bookkeeping;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.accounts.SetupKey;
import org.stockbook.kernel.generalledger.AutomaticCostPosting.Posted;
import org.stockbook.kernel.generalledger.AutomaticCostPosting.Refused;
import org.stockbook.kernel.generalledger.AutomaticCostPosting.RefusedCost;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;

/** Spec: reconciliation, section 4, the table of switches. */
class AutomaticCostPostingTest {
    private static final CostEntry RECEIPT = direct(1, PURCHASE).amounts("0", "95.00").unposted();
    private static final CostEntry INVOICE = direct(2, PURCHASE).amounts("100.00", "-95.00").unposted();
    private static final List<CostEntry> ENTRIES = List.of(RECEIPT, INVOICE);

    @Test
    void on_and_off_posts_actual_cost_only() {
        var posted = post(true, false);

        assertThat(accounts(posted)).containsExactly("1300 100.00", "5100 -100.00");
        assertThat(posted.posted()).containsExactly(new PostedCost(new ValueEntryNo(2), new CostParts(Amount.of("100.00"), Amount.ZERO)));
        assertThat(posted.pending()).isEmpty();
    }

    @Test
    void on_and_on_posts_expected_cost_and_its_reversal_too() {
        var posted = post(true, true);

        assertThat(accounts(posted)).containsExactly(
                "1305 95.00", "2250 -95.00", "1300 100.00", "5100 -100.00", "1305 -95.00", "2250 95.00");
        assertThat(posted.transactions()).hasSize(2);
        assertThat(posted.pending()).isEmpty();
    }

    @Test
    void off_and_off_leaves_entries_with_actual_cost_to_the_batch() {
        var posted = post(false, false);

        assertThat(posted.transactions()).isEmpty();
        assertThat(posted.pending()).containsExactly(new ValueEntryNo(2));
    }

    @Test
    void off_and_on_leaves_entries_with_any_cost_to_the_batch() {
        assertThat(post(false, true).pending()).containsExactly(new ValueEntryNo(1), new ValueEntryNo(2));
    }

    @Test
    void the_setup_must_be_complete_even_when_nothing_is_posted() {
        var setups = Bookkeeping.chart().inventory(EAST, Map.of(AccountType.INVENTORY, account(AccountType.INVENTORY))).setups();
        var inventoryRow = new SetupKey.OfInventory(EAST, Bookkeeping.RAW);
        var generalRow = new SetupKey.General(Bookkeeping.DOMESTIC, Bookkeeping.PARTS);

        var outcome = AutomaticCostPosting.post(ENTRIES, setups, new CostPostingSwitches(false, false));

        assertThat(outcome).isEqualTo(new Refused(List.of(
                new RefusedCost(new ValueEntryNo(1), List.of(
                        new AccountMissing(inventoryRow, AccountType.INVENTORY_INTERIM),
                        new SetupRowMissing(generalRow, AccountType.INVENTORY_ACCRUAL_INTERIM))),
                new RefusedCost(new ValueEntryNo(2), List.of(
                        new SetupRowMissing(generalRow, AccountType.DIRECT_COST_APPLIED),
                        new AccountMissing(inventoryRow, AccountType.INVENTORY_INTERIM),
                        new SetupRowMissing(generalRow, AccountType.INVENTORY_ACCRUAL_INTERIM))))));
    }

    @Test
    void cost_outside_inventory_needs_no_account_and_waits_for_none() {
        var outside = direct(3, SALE).amounts("-7.00", "0").outsideInventory().unposted();

        var outcome = AutomaticCostPosting.post(List.of(outside), Bookkeeping.chart().setups(), new CostPostingSwitches(true, true));

        assertThat(outcome).isEqualTo(new Posted(List.of(), List.of(), List.of()));
    }

    @Test
    void cost_adjustment_may_leave_entries_pending_without_a_setup() {
        assertThat(AutomaticCostPosting.pending(ENTRIES, new CostPostingSwitches(false, false))).containsExactly(new ValueEntryNo(2));
    }

    private static Posted post(boolean automatic, boolean expected) {
        return (Posted) AutomaticCostPosting.post(ENTRIES, Bookkeeping.complete(), new CostPostingSwitches(automatic, expected));
    }

    private static List<String> accounts(Posted posted) {
        return posted.transactions().stream().flatMap(transaction -> transaction.lines().stream())
                .map(line -> line.account() + " " + line.amount()).toList();
    }
}
