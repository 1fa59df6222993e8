package org.stockbook.scenario.store;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.database.CompanyDataSource;
import org.stockbook.platform.security.Permissions;

/** Does work on the database of one company, as Stockbook itself. */
final class CompanyWork {
    private final DataSource database;
    private final CompanyDataSource companies;
    private final TransactionTemplate transaction;

    CompanyWork(DataSource database, CompanyDataSource companies, PlatformTransactionManager transactions) {
        this.database = database;
        this.companies = companies;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T call(Supplier<T> work) {
        return companies.call(database, () -> Permissions.asStockbook(work));
    }

    /** All of the work or, where its outcome is not good, nothing of it. */
    <T> T inTransaction(Supplier<T> work, Predicate<T> isGood) {
        return call(() -> transaction.execute(status -> {
            var outcome = work.get();
            if (!isGood.test(outcome)) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
