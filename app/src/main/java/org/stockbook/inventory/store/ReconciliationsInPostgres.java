package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT_MOVEMENT;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_BALANCE;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_DAILY;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.PENDING_GL_POSTING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.Reconciliations;
import org.stockbook.kernel.code.AccountNo;

/** Compares the daily sums of inventory with the balances of its accounts. */
@Repository
class ReconciliationsInPostgres implements Reconciliations {
    private final DSLContext database;

    ReconciliationsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Account> reconcile(LocalDate asOf) {
        var accounts = new ArrayList<Account>();
        accounts.addAll(accounts(Kind.INVENTORY, INVENTORY_POSTING_SETUP.INVENTORY_ACCOUNT_ID, INVENTORY_DAILY.COST_AMOUNT_ACTUAL, asOf));
        accounts.addAll(accounts(Kind.INVENTORY_INTERIM, INVENTORY_POSTING_SETUP.INVENTORY_INTERIM_ACCOUNT_ID, INVENTORY_DAILY.COST_AMOUNT_EXPECTED, asOf));
        accounts.sort(Comparator.comparing(Account::kind).thenComparing(account -> account.account().code()));
        return accounts;
    }

    private List<Account> accounts(Kind kind, Field<Long> account, Field<BigDecimal> cost, LocalDate asOf) {
        var valued = DSL.select(account.as("account"), DSL.sum(cost).as("valued"))
                .from(INVENTORY_DAILY).join(ITEM).on(ITEM.ID.eq(INVENTORY_DAILY.ITEM_ID))
                .join(INVENTORY_POSTING_SETUP).on(INVENTORY_POSTING_SETUP.LOCATION_ID.eq(INVENTORY_DAILY.LOCATION_ID)
                        .and(INVENTORY_POSTING_SETUP.INVENTORY_POSTING_GROUP_ID.eq(ITEM.INVENTORY_POSTING_GROUP_ID)))
                .where(INVENTORY_DAILY.POSTING_DATE.le(asOf)).groupBy(account).asTable("valued_stock");
        var booked = DSL.select(GL_ACCOUNT_MOVEMENT.GL_ACCOUNT_ID.as("account"),
                        DSL.sum(GL_ACCOUNT_MOVEMENT.DEBIT_AMOUNT.minus(GL_ACCOUNT_MOVEMENT.CREDIT_AMOUNT)).as("balance"))
                .from(GL_ACCOUNT_MOVEMENT).where(GL_ACCOUNT_MOVEMENT.POSTING_DATE.le(asOf)).groupBy(GL_ACCOUNT_MOVEMENT.GL_ACCOUNT_ID).asTable("booked");
        var inUse = DSL.selectDistinct(account.as("account")).from(INVENTORY_POSTING_SETUP).where(account.isNotNull()).asTable("in_use");
        return database.select(GL_ACCOUNT.NO, GL_ACCOUNT.NAME, valued.field("valued", BigDecimal.class), booked.field("balance", BigDecimal.class))
                .from(inUse).join(GL_ACCOUNT).on(GL_ACCOUNT.ID.eq(inUse.field("account", Long.class)))
                .leftJoin(valued).on(GL_ACCOUNT.ID.eq(valued.field("account", Long.class)))
                .leftJoin(booked).on(GL_ACCOUNT.ID.eq(booked.field("account", Long.class)))
                .fetch(row -> new Account(kind, new AccountNo(row.value1()), row.value2(), figure(row.value3()), figure(row.value4())));
    }

    private static BigDecimal figure(@Nullable BigDecimal sum) {
        return Optional.ofNullable(sum).orElse(BigDecimal.ZERO);
    }

    @Override
    @Transactional(readOnly = true)
    public Attention attention() {
        return new Attention(
                database.fetchCount(PENDING_GL_POSTING),
                database.fetchCount(ITEM_COST, ITEM_COST.COST_IS_ADJUSTED.isFalse()),
                database.fetchCount(INVENTORY_BALANCE, INVENTORY_BALANCE.QUANTITY.lt(BigDecimal.ZERO)),
                database.fetchCount(JOURNAL_LINE),
                database.fetchCount(INVENTORY_PERIOD, INVENTORY_PERIOD.CLOSED.isFalse()));
    }
}
