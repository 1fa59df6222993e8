package org.stockbook.platform.database;

import java.util.concurrent.atomic.AtomicReference;
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

    private long current() {
        var revision = dsl.resultQuery("SELECT revision FROM setup_revision").fetchOne(0, Long.class);
        return revision == null ? 0 : revision;
    }

    /** Something made of the setups. */
    public final class Kept<T> {
        private final Supplier<T> make;
        private final AtomicReference<Made<T>> made = new AtomicReference<>();

        private Kept(Supplier<T> make) {
            this.make = make;
        }

        /** As the setups stand for the transaction that is running. */
        public T get() {
            var revision = current();
            var known = made.get();
            if (known != null && known.revision() == revision) {
                return known.value();
            }
            var fresh = new Made<>(revision, make.get());
            made.set(fresh);
            return fresh.value();
        }
    }

    private record Made<T>(long revision, T value) {}
}
