package org.stockbook.inventory.store.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerNumbers;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.InventoryBooks;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.EarlyRelease;
import org.stockbook.platform.database.LockWait;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;

/** Locks rows of {@code item_cost}: narrow, one per item, and updated by most postings anyway. */
@Repository
class InventoryLedgerInPostgres implements InventoryLedger {
    /** Long for a posting, short for who waits behind it. */
    private static final String WAIT_BRIEFLY = "SELECT set_config('lock_timeout', '100ms', true)";

    private final DSLContext dsl;
    private final GeneralLedger generalLedger;
    private final EarlyRelease release;
    private final SetupRevision.Kept<LedgerKeys.Setups> setups;
    private final KnownKeys known = new KnownKeys();

    InventoryLedgerInPostgres(DSLContext dsl, GeneralLedger generalLedger, EarlyRelease release, SetupRevision revision) {
        this.dsl = dsl;
        this.generalLedger = generalLedger;
        this.release = release;
        this.setups = revision.keep(() -> LedgerKeys.Setups.read(dsl));
    }

    @Override
    public InventoryBooks lock(Collection<ItemNo> items) {
        release.begin();
        var query = ask(items, true);
        return new LockedBooks(dsl, new LockedBooks.Writing(generalLedger, release), query, keys(query), Optional.empty());
    }

    @Override
    public InventoryBooks read(Collection<ItemNo> items) {
        var query = ask(items, false);
        return new ReadBooks(dsl, query, keys(query));
    }

    private ItemsQuery ask(Collection<ItemNo> items, boolean lock) {
        var trip = new RoundTrip();
        var query = new ItemsQuery(LedgerKeys.Setups.UNKNOWN);
        query.ask(trip, items, lock);
        trip.run(dsl);
        return query;
    }

    /** The keys that a query read, with the setups as they stand; items and variants are remembered for what is likely next. */
    private LedgerKeys keys(ItemsQuery query) {
        known.remember(query.setups().company(), query.keys());
        return query.keys().with(setups.get(query.setups()));
    }

    /**
     * Asks for the entries before it is sure that the keys in the question still hold. Where they do not, or where what turns
     * out to be needed is something else, the books are loaded in a round trip of their own.
     */
    @Override
    public InventoryBooks lock(Likely likely, LockWait wait) {
        var last = setups.last();
        var asking = last.flatMap(made -> known.keysFor(likely.requests(), made));
        if (last.isEmpty() || asking.isEmpty()) {
            return lock(likely.items());
        }
        release.begin();
        var trip = new RoundTrip();
        BooksQuery.planOnce(trip);
        if (wait == LockWait.BRIEF) {
            trip.update(WAIT_BRIEFLY);
        }
        var cards = new ItemsQuery(last.get().value());
        cards.ask(trip, likely.items(), true);
        var agreement = new Agreement(asking.get(), last.get().version(), cards);
        var books = new BooksQuery(cards.keys(), agreement);
        if (!likely.requests().isEmpty()) {
            books.ask(trip, likely.requests(), asking.get());
        }
        var numbers = new SequenceNumbers(dsl, likely.postings(), likely.lines());
        numbers.ask(trip);
        var ahead = new ArrayList<GeneralLedgerNumbers>(1);
        if (likely.entriesOfGeneralLedger() > 0) {
            var count = new GeneralLedgerNumbers.Count(likely.postings(), likely.lines(), likely.entriesOfGeneralLedger());
            generalLedger.draw(trip, count, ahead::add);
        }
        trip.run(dsl);
        var loaded = agreement.getAsBoolean() ? Optional.of(books) : Optional.<BooksQuery>empty();
        var prepared = new LockedBooks.Prepared(likely.requests(), loaded, numbers, ahead.stream().findFirst());
        return new LockedBooks(dsl, new LockedBooks.Writing(generalLedger, release), cards, keys(cards), Optional.of(prepared));
    }

    /** Whether the keys in a question were the right ones, once items and setups have been read. */
    private static final class Agreement implements BooleanSupplier {
        private final LedgerKeys asked;
        private final SetupVersion version;
        private final ItemsQuery read;
        private Optional<Boolean> agreed = Optional.empty();

        Agreement(LedgerKeys asked, SetupVersion version, ItemsQuery read) {
            this.asked = asked;
            this.version = version;
            this.read = read;
        }

        @Override
        public boolean getAsBoolean() {
            if (agreed.isEmpty()) {
                agreed = Optional.of(read.setups().equals(version) && read.keys().confirms(asked));
            }
            return agreed.get();
        }
    }

    /** Keys of items and variants as they were last read, by company. They may have changed since, so they only serve to ask. */
    private static final class KnownKeys {
        private static final int COMPANIES = 32;
        private static final int ITEMS = 20_000;

        private final Map<String, Map<ItemNo, LedgerKeys>> companies = new ConcurrentHashMap<>();

        void remember(String company, LedgerKeys keys) {
            if (companies.size() >= COMPANIES) {
                companies.clear();
            }
            var items = companies.computeIfAbsent(company, _ -> new ConcurrentHashMap<>());
            if (items.size() >= ITEMS) {
                items.clear();
            }
            keys.items().forEach(item -> items.put(item, keys));
        }

        /** The keys of all items, variants and locations that the requests name; nothing where any is not known. */
        Optional<LedgerKeys> keysFor(Collection<BookRequest> requests, SetupRevision.Made<LedgerKeys.Setups> setups) {
            var items = companies.getOrDefault(setups.version().company(), Map.of());
            var keys = new LedgerKeys(setups.value());
            for (var request : requests) {
                var found = items.get(request.item());
                if (found == null || !keys.takeOver(found, request.item(), request.leaving().keySet())) {
                    return Optional.empty();
                }
            }
            return Optional.of(keys);
        }
    }
}
