package org.stockbook.platform.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How far the ledgers have grown, as their numbers say: postings, adjustments and entries, whoever made them. */
@Component
class LedgerGauges implements MeterBinder {
    private static final List<String> SERIES = List.of("item_register", "item_ledger_entry", "value_entry", "gl_register", "gl_entry", "cost_run", "audit_log");
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ObjectProvider<DSLContext> database;
    private final InstantSource clock = InstantSource.system();
    private Map<String, Long> last = Map.of();
    private Instant read = Instant.MIN;

    LedgerGauges(ObjectProvider<DSLContext> database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        SERIES.forEach(series -> Gauge.builder("stockbook.numbers", () -> last(series)).tag("ledger", series)
                .description("The last number given out in a ledger").register(registry));
    }

    /** One query for all of them, at most every ten seconds. */
    private synchronized long last(String series) {
        if (read.plus(FRESH).isBefore(clock.instant())) {
            var numbers = new HashMap<String, Long>();
            database.getObject().fetch("select sequencename, coalesce(last_value, 0) from pg_sequences where schemaname = 'public'").forEach(row -> {
                var name = row.get(0, String.class);
                SERIES.stream().filter(name::startsWith).max((one, other) -> Integer.compare(one.length(), other.length()))
                        .ifPresent(known -> numbers.merge(known, row.get(1, Long.class), Math::max));
            });
            last = numbers;
            read = clock.instant();
        }
        return last.getOrDefault(series, 0L);
    }
}
