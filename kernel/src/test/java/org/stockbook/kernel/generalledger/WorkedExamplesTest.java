package org.stockbook.kernel.generalledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.accounts.Bookkeeping.capacity;
import static org.stockbook.kernel.accounts.Bookkeeping.direct;
import static org.stockbook.kernel.accounts.Bookkeeping.movement;
import static org.stockbook.kernel.ledger.EntryType.ASSEMBLY_CONSUMPTION;
import static org.stockbook.kernel.ledger.EntryType.ASSEMBLY_OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.PURCHASE;
import static org.stockbook.kernel.ledger.EntryType.SALE;
import static org.stockbook.kernel.ledger.EntryType.TRANSFER;
import static org.stockbook.kernel.ledger.ValueEntryType.DIRECT_COST;
import static org.stockbook.kernel.ledger.ValueEntryType.INDIRECT_COST;
import static org.stockbook.kernel.ledger.ValueEntryType.VARIANCE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.Bookkeeping;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.LedgerAccount;
import org.stockbook.kernel.accounts.PostingSetupTable;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.OrderType;

/** Spec: reconciliation, examples 15 to 20: what the accounts hold when the story is told to its end. */
class WorkedExamplesTest {
    @Test
    void freight_after_the_close_is_corrected_in_the_new_year() {
        var december = LocalDate.of(2026, 12, 29);
        var january = LocalDate.of(2027, 1, 1);
        var freight = direct(2, PURCHASE).amounts("4.00", "0").on(december).unposted();
        var adjustment = direct(3, SALE).amounts("-4.00", "0").on(january).unposted();

        var posted = post(Bookkeeping.complete(), freight, adjustment);

        assertThat(posted.transactions()).extracting(GeneralLedgerTransaction::postingDate).containsExactly(december, january);
        assertThat(balances(posted.transactions().subList(0, 1))).isEqualTo(Map.of("1300", "4.00", "5100", "-4.00"));
        assertThat(balances(posted.transactions())).isEqualTo(Map.of("5000", "4.00", "5100", "-4.00"));
    }

    @Test
    void an_assembly_order_leaves_nothing_on_the_clearing_account_also_after_late_freight() {
        var assembly = List.of(
                direct(1, ASSEMBLY_CONSUMPTION).amounts("-8.00", "0").unposted(),
                direct(2, ASSEMBLY_CONSUMPTION).amounts("-5.00", "0").unposted(),
                capacity(3, OrderType.ASSEMBLY, DIRECT_COST, "6.00"),
                capacity(4, OrderType.ASSEMBLY, INDIRECT_COST, "1.50"),
                direct(5, ASSEMBLY_OUTPUT).amounts("20.50", "0").unposted(),
                movement(6, ASSEMBLY_OUTPUT, INDIRECT_COST).amounts("2.00", "0").unposted());
        var sale = direct(7, SALE).amounts("-22.50", "0").unposted();
        var freight = List.of(
                direct(8, PURCHASE).amounts("3.00", "0").unposted(),
                direct(9, ASSEMBLY_CONSUMPTION).amounts("-3.00", "0").unposted(),
                direct(10, ASSEMBLY_OUTPUT).amounts("3.00", "0").unposted(),
                direct(11, SALE).amounts("-3.00", "0").unposted());
        var before = post(Bookkeeping.complete(), assembly.toArray(CostEntry[]::new)).transactions();
        var all = new ArrayList<>(before);
        all.addAll(post(Bookkeeping.complete(), sale).transactions());
        all.addAll(post(Bookkeeping.complete(), freight.toArray(CostEntry[]::new)).transactions());

        assertThat(balances(before)).doesNotContainKey("5050");
        assertThat(balances(all)).isEqualTo(Map.of("1300", "-13.00", "5000", "25.50", "5100", "-9.00", "5110", "-3.50"));
    }

    @Test
    void a_transfer_moves_cost_between_the_accounts_of_its_locations() {
        var west = new LocationCode("WEST");
        var setups = eastAndWest(west);

        var posted = post(setups,
                direct(1, PURCHASE).amounts("104.00", "0").unposted(),
                direct(2, TRANSFER).amounts("-39.00", "0").unposted(),
                direct(3, TRANSFER).amounts("39.00", "0").at(west).unposted(),
                direct(4, SALE).amounts("-26.00", "0").at(west).unposted(),
                direct(5, PURCHASE).amounts("8.00", "0").unposted(),
                direct(6, TRANSFER).amounts("-3.00", "0").unposted(),
                direct(7, TRANSFER).amounts("3.00", "0").at(west).unposted(),
                direct(8, SALE).amounts("-2.00", "0").at(west).unposted());

        assertThat(balances(posted.transactions())).isEqualTo(Map.of("1300", "70.00", "1301", "14.00", "5000", "28.00", "5100", "-112.00"));
    }

    @Test
    void selling_before_buying_ends_with_the_real_cost() {
        var posted = post(Bookkeeping.complete(),
                direct(1, SALE).amounts("-50.00", "0").unposted(),
                direct(2, PURCHASE).amounts("0", "96.00").unposted(),
                direct(3, SALE).amounts("-10.00", "0").unposted(),
                direct(4, PURCHASE).amounts("96.00", "-96.00").unposted());

        assertThat(balances(posted.transactions())).isEqualTo(Map.of("1300", "36.00", "5000", "60.00", "5100", "-96.00"));
    }

    @Test
    void a_subcontracted_operation_goes_through_work_in_process() {
        var posted = post(Bookkeeping.complete(),
                capacity(1, OrderType.PRODUCTION, DIRECT_COST, "9.00"),
                direct(2, OUTPUT).amounts("9.00", "0").unposted(),
                movement(3, OUTPUT, VARIANCE).variance(VarianceType.SUBCONTRACTED).amounts("-1.00", "0").unposted());

        assertThat(balances(posted.transactions())).isEqualTo(Map.of("1300", "8.00", "5100", "-9.00", "5230", "1.00"));
    }

    @Test
    void a_charge_on_a_standard_item_ends_as_purchase_variance() {
        var posted = post(Bookkeeping.complete(),
                direct(1, PURCHASE).amounts("7.00", "0").unposted(),
                movement(2, PURCHASE, VARIANCE).variance(VarianceType.PURCHASE).amounts("-7.00", "0").unposted());

        assertThat(balances(posted.transactions())).isEqualTo(Map.of("5100", "-7.00", "5200", "7.00"));
    }

    @Test
    void a_charge_on_goods_half_sold_goes_half_to_cost_of_goods_sold() {
        var posted = post(Bookkeeping.complete(),
                direct(1, PURCHASE).amounts("7.00", "0").unposted(),
                direct(2, SALE).amounts("-4.20", "0").unposted());

        assertThat(balances(posted.transactions())).isEqualTo(Map.of("1300", "2.80", "5000", "4.20", "5100", "-7.00"));
    }

    private static PostingSetups eastAndWest(LocationCode west) {
        var ofWest = new EnumMap<>(Bookkeeping.accounts(PostingSetupTable.INVENTORY_POSTING_SETUP));
        ofWest.put(AccountType.INVENTORY, new AccountNo("1301"));
        return Bookkeeping.chart()
                .with(new LedgerAccount(new AccountNo("1301"), true, false))
                .inventory(Bookkeeping.EAST, Bookkeeping.accounts(PostingSetupTable.INVENTORY_POSTING_SETUP))
                .inventory(west, ofWest)
                .general(Bookkeeping.DOMESTIC, Bookkeeping.accounts(PostingSetupTable.GENERAL_POSTING_SETUP), false)
                .setups();
    }

    private static AutomaticCostPosting.Posted post(PostingSetups setups, CostEntry... entries) {
        return (AutomaticCostPosting.Posted) AutomaticCostPosting.post(List.of(entries), setups, new CostPostingSwitches(true, true));
    }

    /** Accounts with a balance. */
    private static Map<String, String> balances(List<GeneralLedgerTransaction> transactions) {
        var balances = new TreeMap<String, Amount>();
        for (var transaction : transactions) {
            transaction.lines().forEach(line -> balances.merge(line.account().code(), line.amount(), Amount::plus));
        }
        balances.values().removeIf(Amount::isZero);
        var texts = new TreeMap<String, String>();
        balances.forEach((account, amount) -> texts.put(account, amount.toString()));
        return texts;
    }
}
