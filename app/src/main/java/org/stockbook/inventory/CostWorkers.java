package org.stockbook.inventory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How many transactions adjust costs at the same time, and how each of them is done. */
@Component
final class CostWorkers {
    private final TransactionTemplate transaction;
    private final int count;

    CostWorkers(PlatformTransactionManager transactions, @Value("${stockbook.cost-workers:2}") int count) {
        this.transaction = new TransactionTemplate(transactions);
        this.count = count;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    int count() {
        return count;
    }
}
