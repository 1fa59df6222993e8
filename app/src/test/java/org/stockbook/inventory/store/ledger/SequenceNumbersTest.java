package org.stockbook.inventory.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.ConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockbook.platform.database.ScratchDatabase;

/** Numbers are drawn a few at a time for a line, and in ever larger batches once a line turns out to write thousands of entries. */
class SequenceNumbersTest {
    private final ScratchDatabase database = ScratchDatabase.create();
    private final AtomicInteger trips = new AtomicInteger();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_line_that_corrects_thousands_of_entries_draws_a_few_times_and_leaves_a_third_at_most() {
        var drawn = new ArrayList<Long>();
        var numbers = numbers(1);
        IntStream.range(0, 5_000).forEach(_ -> drawn.add(numbers.nextValueEntry().value()));

        assertThat(drawn).isSorted().doesNotHaveDuplicates();
        assertThat(trips.get()).isLessThan(25);
        assertThat(numbers(1).nextValueEntry().value() - drawn.getFirst()).isBetween(5_000L, 7_500L);
    }

    @Test
    void a_line_that_writes_little_draws_little() {
        var first = numbers(1).nextValueEntry().value();

        assertThat(numbers(1).nextValueEntry().value() - first).isLessThan(10);
        assertThat(trips.get()).isEqualTo(2);
    }

    private SequenceNumbers numbers(int expected) {
        var connections = database.dsl().configuration().connectionProvider();
        return new SequenceNumbers(database.dsl().configuration().derive(new Counting(connections, trips)).dsl(), 1, expected);
    }

    /** Counts how often somebody talks to the server. */
    private record Counting(ConnectionProvider connections, AtomicInteger trips) implements ConnectionProvider {
        @Override
        public Connection acquire() {
            trips.incrementAndGet();
            return connections.acquire();
        }

        @Override
        public void release(Connection connection) {
            connections.release(connection);
        }
    }
}
