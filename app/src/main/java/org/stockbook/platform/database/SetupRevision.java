package org.stockbook.platform.database;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
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

    private SetupVersion current() {
        var found = new ArrayList<SetupVersion>(1);
        new RoundTrip().query(SetupVersion.QUERY, row -> found.add(SetupVersion.read(row))).run(dsl);
        return found.getFirst();
    }

    /** The name of the database, which the driver knows without asking. */
    private String company() {
        return dsl.connectionResult(connection -> Optional.ofNullable(connection.getCatalog()).orElse(""));
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
            return get(current());
        }

        /** The same where the transaction that is running has asked for the version before. */
        public T get(SetupVersion version) {
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

        /** What was last made for this company, without asking whether it still holds: good enough to prepare for what is likely. */
        public Optional<Made<T>> last() {
            return Optional.ofNullable(made.get(company()));
        }
    }

    /**
     * Something that was made of the setups of a version.
     *
     * @param <T> what was made
     */
    public record Made<T>(SetupVersion version, T value) {}
}
