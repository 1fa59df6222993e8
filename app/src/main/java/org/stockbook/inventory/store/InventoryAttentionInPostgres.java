package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.INVENTORY_BALANCE;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.ITEM_COST;
import static org.stockbook.platform.database.jooq.Tables.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.PENDING_GL_POSTING;

import java.math.BigDecimal;
import org.jooq.DSLContext;
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
        return new Counts(
                database.fetchCount(PENDING_GL_POSTING),
                database.fetchCount(ITEM_COST, ITEM_COST.COST_IS_ADJUSTED.isFalse()),
                database.fetchCount(INVENTORY_BALANCE, INVENTORY_BALANCE.QUANTITY.lt(BigDecimal.ZERO)),
                database.fetchCount(JOURNAL_LINE),
                database.fetchCount(INVENTORY_PERIOD, INVENTORY_PERIOD.CLOSED.isFalse()));
    }
}
