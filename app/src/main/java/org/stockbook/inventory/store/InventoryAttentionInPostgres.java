package org.stockbook.inventory.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_BALANCE;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.PENDING_GL_POSTING;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.InventoryAttention;

/** Counts what is open. */
@Repository
class InventoryAttentionInPostgres implements InventoryAttention {
    private final DSLContext database;

    InventoryAttentionInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public Counts counts() {
        return database.select(
                        count(selectFrom(PENDING_GL_POSTING)),
                        count(selectFrom(ITEM_COST).where(ITEM_COST.COST_IS_ADJUSTED.isFalse())),
                        count(selectFrom(INVENTORY_BALANCE).where(INVENTORY_BALANCE.QUANTITY.lt(BigDecimal.ZERO))),
                        count(selectFrom(JOURNAL_LINE)),
                        count(selectFrom(INVENTORY_PERIOD).where(INVENTORY_PERIOD.CLOSED.isFalse())))
                .fetchSingle(Records.mapping(Counts::new));
    }

    private static Field<Long> count(Select<?> rows) {
        return field(select(DSL.count().cast(SQLDataType.BIGINT)).from(rows.asTable("counted")));
    }
}
