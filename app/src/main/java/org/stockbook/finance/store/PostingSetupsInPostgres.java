package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_LEDGER_SETUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.USER_SETUP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.finance.PostingSetupTables;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.LedgerAccount;
import org.stockbook.kernel.accounts.PostingSetup;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.accounts.SetupKey;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.generalledger.AllowedDates;

/** Both posting setups and the allowed dates; four small queries, whatever is posted. */
@Component
class PostingSetupsInPostgres implements PostingSetupTables {
    private static final Map<AccountType, Field<Long>> COLUMNS = Map.ofEntries(
            Map.entry(AccountType.INVENTORY, INVENTORY_POSTING_SETUP.INVENTORY_ACCOUNT_ID),
            Map.entry(AccountType.INVENTORY_INTERIM, INVENTORY_POSTING_SETUP.INVENTORY_INTERIM_ACCOUNT_ID),
            Map.entry(AccountType.WORK_IN_PROCESS, INVENTORY_POSTING_SETUP.WORK_IN_PROGRESS_ACCOUNT_ID),
            Map.entry(AccountType.MATERIAL_VARIANCE, INVENTORY_POSTING_SETUP.MATERIAL_VARIANCE_ACCOUNT_ID),
            Map.entry(AccountType.MATERIAL_NON_INVENTORY_VARIANCE, INVENTORY_POSTING_SETUP.MATERIAL_NON_INVENTORY_VARIANCE_ACCOUNT_ID),
            Map.entry(AccountType.CAPACITY_VARIANCE, INVENTORY_POSTING_SETUP.CAPACITY_VARIANCE_ACCOUNT_ID),
            Map.entry(AccountType.SUBCONTRACTED_VARIANCE, INVENTORY_POSTING_SETUP.SUBCONTRACTED_VARIANCE_ACCOUNT_ID),
            Map.entry(AccountType.CAPACITY_OVERHEAD_VARIANCE, INVENTORY_POSTING_SETUP.CAPACITY_OVERHEAD_VARIANCE_ACCOUNT_ID),
            Map.entry(AccountType.MANUFACTURING_OVERHEAD_VARIANCE, INVENTORY_POSTING_SETUP.MANUFACTURING_OVERHEAD_VARIANCE_ACCOUNT_ID),
            Map.entry(AccountType.COST_OF_GOODS_SOLD, GENERAL_POSTING_SETUP.COST_OF_GOODS_SOLD_ACCOUNT_ID),
            Map.entry(AccountType.COST_OF_GOODS_SOLD_INTERIM, GENERAL_POSTING_SETUP.COST_OF_GOODS_SOLD_INTERIM_ACCOUNT_ID),
            Map.entry(AccountType.INVENTORY_ADJUSTMENT, GENERAL_POSTING_SETUP.INVENTORY_ADJUSTMENT_ACCOUNT_ID),
            Map.entry(AccountType.INVENTORY_ACCRUAL_INTERIM, GENERAL_POSTING_SETUP.INVENTORY_ACCRUAL_INTERIM_ACCOUNT_ID),
            Map.entry(AccountType.DIRECT_COST_APPLIED, GENERAL_POSTING_SETUP.DIRECT_COST_APPLIED_ACCOUNT_ID),
            Map.entry(AccountType.DIRECT_COST_NON_INVENTORY_APPLIED, GENERAL_POSTING_SETUP.DIRECT_COST_NON_INVENTORY_APPLIED_ACCOUNT_ID),
            Map.entry(AccountType.OVERHEAD_APPLIED, GENERAL_POSTING_SETUP.OVERHEAD_APPLIED_ACCOUNT_ID),
            Map.entry(AccountType.PURCHASE_VARIANCE, GENERAL_POSTING_SETUP.PURCHASE_VARIANCE_ACCOUNT_ID));

    private final DSLContext database;

    PostingSetupsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public PostingSetups load() {
        var accounts = new ArrayList<LedgerAccount>();
        var numbers = database.select(GL_ACCOUNT.ID, GL_ACCOUNT.NO, GL_ACCOUNT.ACCOUNT_TYPE, GL_ACCOUNT.BLOCKED).from(GL_ACCOUNT).fetchMap(GL_ACCOUNT.ID, account -> {
            var no = new AccountNo(account.value2());
            accounts.add(new LedgerAccount(no, account.value3() == org.stockbook.platform.database.jooq.enums.AccountType.POSTING, account.value4()));
            return no;
        });
        var setups = new ArrayList<PostingSetup>(inventorySetups(numbers));
        setups.addAll(generalSetups(numbers));
        return PostingSetups.of(setups, accounts);
    }

    private List<PostingSetup> inventorySetups(Map<Long, AccountNo> numbers) {
        return database.select(LOCATION.CODE, INVENTORY_POSTING_GROUP.CODE)
                .select(INVENTORY_POSTING_SETUP.fields())
                .from(INVENTORY_POSTING_SETUP)
                .join(LOCATION).on(LOCATION.ID.eq(INVENTORY_POSTING_SETUP.LOCATION_ID))
                .join(INVENTORY_POSTING_GROUP).on(INVENTORY_POSTING_GROUP.ID.eq(INVENTORY_POSTING_SETUP.INVENTORY_POSTING_GROUP_ID))
                .fetch(row -> {
                    var key = new SetupKey.OfInventory(new LocationCode(row.get(LOCATION.CODE)), new InventoryGroup(row.get(INVENTORY_POSTING_GROUP.CODE)));
                    return new PostingSetup(key, accountsOf(key, row, numbers), false);
                });
    }

    private List<PostingSetup> generalSetups(Map<Long, AccountNo> numbers) {
        return database.select(GENERAL_BUSINESS_GROUP.CODE, GENERAL_PRODUCT_GROUP.CODE)
                .select(GENERAL_POSTING_SETUP.fields())
                .from(GENERAL_POSTING_SETUP)
                .join(GENERAL_BUSINESS_GROUP).on(GENERAL_BUSINESS_GROUP.ID.eq(GENERAL_POSTING_SETUP.GENERAL_BUSINESS_GROUP_ID))
                .join(GENERAL_PRODUCT_GROUP).on(GENERAL_PRODUCT_GROUP.ID.eq(GENERAL_POSTING_SETUP.GENERAL_PRODUCT_GROUP_ID))
                .fetch(row -> {
                    var key = new SetupKey.General(new BusinessGroup(row.get(GENERAL_BUSINESS_GROUP.CODE)), new ProductGroup(row.get(GENERAL_PRODUCT_GROUP.CODE)));
                    return new PostingSetup(key, accountsOf(key, row, numbers), row.get(GENERAL_POSTING_SETUP.BLOCKED));
                });
    }

    private static Map<AccountType, AccountNo> accountsOf(SetupKey key, Record row, Map<Long, AccountNo> numbers) {
        var accounts = new EnumMap<AccountType, AccountNo>(AccountType.class);
        COLUMNS.forEach((type, column) -> {
            if (type.table() == key.table()) {
                Optional.ofNullable(row.get(column)).map(numbers::get).ifPresent(no -> accounts.put(type, no));
            }
        });
        return accounts;
    }

    @Override
    public AllowedDates allowedDates(String login) {
        return database.select(USER_SETUP.ALLOW_POSTING_FROM, USER_SETUP.ALLOW_POSTING_TO)
                .from(USER_SETUP)
                .join(APP_USER).on(APP_USER.ID.eq(USER_SETUP.USER_ID))
                .where(DSL.lower(APP_USER.LOGIN).eq(DSL.lower(DSL.val(login))))
                .and(USER_SETUP.ALLOW_POSTING_FROM.isNotNull().or(USER_SETUP.ALLOW_POSTING_TO.isNotNull()))
                .fetchOptional(row -> range(Optional.ofNullable(row.value1()), Optional.ofNullable(row.value2())))
                .orElseGet(this::allowedDates);
    }

    @Override
    public AllowedDates allowedDates() {
        return database.select(GENERAL_LEDGER_SETUP.ALLOW_POSTING_FROM, GENERAL_LEDGER_SETUP.ALLOW_POSTING_TO)
                .from(GENERAL_LEDGER_SETUP)
                .fetchSingle(row -> range(Optional.ofNullable(row.value1()), Optional.ofNullable(row.value2())));
    }

    private static AllowedDates range(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new AllowedDates(from.orElse(LocalDate.MIN), to.orElse(LocalDate.MAX));
    }
}
