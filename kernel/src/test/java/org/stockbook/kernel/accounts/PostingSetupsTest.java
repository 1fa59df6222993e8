package org.stockbook.kernel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.accounts.Bookkeeping.DOMESTIC;
import static org.stockbook.kernel.accounts.Bookkeeping.EAST;
import static org.stockbook.kernel.accounts.Bookkeeping.GROUPS;
import static org.stockbook.kernel.accounts.Bookkeeping.RAW;
import static org.stockbook.kernel.accounts.Bookkeeping.account;
import static org.stockbook.kernel.accounts.Bookkeeping.accounts;
import static org.stockbook.kernel.accounts.PostingSetupTable.GENERAL_POSTING_SETUP;
import static org.stockbook.kernel.accounts.PostingSetupTable.INVENTORY_POSTING_SETUP;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.accounts.AccountRefusal.AccountBlocked;
import org.stockbook.kernel.accounts.AccountRefusal.AccountMissing;
import org.stockbook.kernel.accounts.AccountRefusal.AccountNotPosting;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowBlocked;
import org.stockbook.kernel.accounts.AccountRefusal.SetupRowMissing;
import org.stockbook.kernel.accounts.AccountResolution.Resolved;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.ledger.PostingGroups;

/** Spec: reconciliation, sections 2 and 11; finance, sections 1, 2 and example 15.16. */
class PostingSetupsTest {
    private static final AccountKeys KEYS = AccountKeys.of(EAST, GROUPS, RAW);
    private static final SetupKey INVENTORY_ROW = new SetupKey.OfInventory(EAST, RAW);
    private static final SetupKey GENERAL_ROW = new SetupKey.General(DOMESTIC, GROUPS.product());

    @Test
    void a_complete_setup_names_an_account_for_every_type() {
        for (var type : AccountType.values()) {
            assertThat(Bookkeeping.complete().resolve(type, KEYS)).isEqualTo(new Resolved(account(type)));
        }
    }

    @Test
    void a_missing_row_is_named_with_its_key_and_field() {
        var toTheUnion = AccountKeys.of(EAST, new PostingGroups(RAW, new BusinessGroup("EU"), GROUPS.product()), RAW);

        var refusal = (AccountRefusal) Bookkeeping.complete().resolve(AccountType.COST_OF_GOODS_SOLD, toTheUnion);

        assertThat(refusal).isEqualTo(new SetupRowMissing(
                new SetupKey.General(new BusinessGroup("EU"), GROUPS.product()), AccountType.COST_OF_GOODS_SOLD));
        assertThat(refusal.code()).isEqualTo("finance.posting-setup-missing");
    }

    @Test
    void a_blank_location_needs_a_row_of_its_own() {
        var nowhere = AccountKeys.of(LocationCode.BLANK, GROUPS, RAW);

        assertThat(Bookkeeping.complete().resolve(AccountType.INVENTORY, nowhere))
                .isEqualTo(new SetupRowMissing(new SetupKey.OfInventory(LocationCode.BLANK, RAW), AccountType.INVENTORY));
    }

    @Test
    void a_row_without_the_account_names_the_field() {
        var setups = Bookkeeping.chart().inventory(EAST, Map.of(AccountType.INVENTORY, account(AccountType.INVENTORY))).setups();

        var refusal = (AccountRefusal) setups.resolve(AccountType.INVENTORY_INTERIM, KEYS);

        assertThat(refusal).isEqualTo(new AccountMissing(INVENTORY_ROW, AccountType.INVENTORY_INTERIM));
        assertThat(refusal.code()).isEqualTo("finance.posting-setup-missing");
    }

    @Test
    void a_blocked_row_is_as_good_as_none() {
        var setups = Bookkeeping.chart().general(DOMESTIC, accounts(GENERAL_POSTING_SETUP), true).setups();

        var refusal = (AccountRefusal) setups.resolve(AccountType.COST_OF_GOODS_SOLD, KEYS);

        assertThat(refusal).isEqualTo(new SetupRowBlocked(GENERAL_ROW, AccountType.COST_OF_GOODS_SOLD));
        assertThat(refusal.code()).isEqualTo("finance.posting-setup-missing");
    }

    @Test
    void a_blocked_account_and_a_heading_take_no_entries() {
        var inventory = account(AccountType.INVENTORY);
        var chart = Bookkeeping.chart().inventory(EAST, accounts(INVENTORY_POSTING_SETUP));

        var blocked = (AccountRefusal) chart.with(new LedgerAccount(inventory, true, true)).setups().resolve(AccountType.INVENTORY, KEYS);
        var heading = (AccountRefusal) chart.with(new LedgerAccount(inventory, false, false)).setups().resolve(AccountType.INVENTORY, KEYS);

        assertThat(blocked).isEqualTo(new AccountBlocked(INVENTORY_ROW, AccountType.INVENTORY, inventory));
        assertThat(blocked.code()).isEqualTo("finance.account-blocked");
        assertThat(heading).isEqualTo(new AccountNotPosting(INVENTORY_ROW, AccountType.INVENTORY, inventory));
        assertThat(heading.code()).isEqualTo("finance.account-not-posting");
    }

    @Test
    void work_in_process_belongs_to_the_group_of_the_produced_item() {
        var finished = new InventoryGroup("FINISHED");
        var setups = Bookkeeping.chart()
                .inventory(EAST, RAW, Map.of(AccountType.INVENTORY, account(AccountType.INVENTORY)))
                .inventory(EAST, finished, Map.of(AccountType.WORK_IN_PROCESS, account(AccountType.WORK_IN_PROCESS)))
                .setups();

        var consumption = AccountKeys.of(EAST, GROUPS, finished);

        assertThat(setups.resolve(AccountType.INVENTORY, consumption)).isInstanceOf(Resolved.class);
        assertThat(setups.resolve(AccountType.WORK_IN_PROCESS, consumption)).isInstanceOf(Resolved.class);
    }
}
