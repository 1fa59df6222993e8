package org.stockbook.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.database.SharedTransactions.Served;
import org.stockbook.platform.database.SharedTransactions.Service;
import org.stockbook.platform.database.SharedTransactions.Wish;

/** Whatever goes wrong, each request is served once, and nobody is told of another's fault. */
@PostgresTest
class SharedTransactionsTest {
    private final DSLContext dsl;
    private final TransactionTemplate transactions;

    SharedTransactionsTest(DataSource source) {
        dsl = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        dsl.execute("CREATE TABLE IF NOT EXISTS served (no integer)");
        dsl.execute("TRUNCATE served");
    }

    private SharedTransactions<Integer, Integer> shared(Service<Integer, Integer> service) {
        return new SharedTransactions<>(transactions, _ -> new Wish("somebody", "the same", true), service);
    }

    private Served<Integer> keep(List<Integer> requests) {
        requests.forEach(no -> dsl.execute("INSERT INTO served VALUES (?)", no));
        return new Served.All<>(requests);
    }

    /** As the disk may fail when the commit is done: who asked must not be served again, because what was asked for is kept. */
    @Test
    void who_fails_after_the_commit_is_told_and_not_served_again() {
        var served = new AtomicInteger();
        var shared = shared((requests, _) -> {
            served.incrementAndGet();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    throw new IllegalStateException("the disk is full");
                }
            });
            return keep(requests);
        });

        assertThatThrownBy(() -> shared.serve(1)).hasMessage("the disk is full");
        assertThat(served).hasValue(1);
        assertThat(dsl.fetchCount(DSL.table("served"))).isEqualTo(1);
    }

    @Test
    void who_fails_among_others_fails_alone() throws Exception {
        var first = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var shared = shared((requests, _) -> {
            if (requests.contains(0)) {
                first.countDown();
                await(others);
            }
            if (requests.contains(3)) {
                throw new IllegalArgumentException("three");
            }
            return keep(requests);
        });
        try (var callers = Executors.newCachedThreadPool()) {
            var zero = callers.submit(() -> shared.serve(0));
            first.await();
            var waiting = new CountDownLatch(5);
            var calls = List.of(1, 2, 3, 4, 5).stream().map(no -> callers.submit((Callable<Integer>) () -> {
                waiting.countDown();
                return shared.serve(no);
            })).toList();
            waiting.await();
            others.countDown();
            assertThat(zero.get()).isZero();
            for (var no : List.of(1, 2, 4, 5)) {
                assertThat(calls.get(no - 1).get()).isEqualTo(no);
            }
            assertThatThrownBy(() -> calls.get(2).get()).hasRootCauseMessage("three");
        }
        assertThat(dsl.fetchValues("SELECT no FROM served ORDER BY no")).asString().isEqualTo("[0, 1, 2, 4, 5]");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
