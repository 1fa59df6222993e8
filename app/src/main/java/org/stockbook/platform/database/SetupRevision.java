package org.stockbook.platform.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells whether any setup has changed, so that what was made of the setups can be kept between postings. */
@Component
public final class SetupRevision {
    private final DSLContext dsl;

    public SetupRevision(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A place for something that is made of the setups and made again once they have changed. */
    public <T> Kept<T> keep(Supplier<T> make) {
        return new Kept<>(make);
    }

    private Version current() {
        return dsl.resultQuery("SELECT current_database()::text, revision FROM setup_revision")
                .fetchSingle(row -> new Version(row.get(0, String.class), row.get(1, Long.class)));
    }

    /** Something made of the setups. */
    public final class Kept<T> {
        private static final int COMPANIES = 32;

        private final Supplier<T> make;
        private final Map<String, Made<T>> made = new ConcurrentHashMap<>();

        private Kept(Supplier<T> make) {
            this.make = make;
        }

        /** As the setups stand for the transaction that is running, in its company. */
        public T get() {
            var version = current();
            var known = made.get(version.company());
            if (known != null && known.version().equals(version)) {
                return known.value();
            }
            if (made.size() >= COMPANIES) {
                made.clear();
            }
            var fresh = new Made<>(version, make.get());
            made.put(version.company(), fresh);
            return fresh.value();
        }
    }

    private record Version(String company, long revision) {}

    private record Made<T>(Version version, T value) {}
}
