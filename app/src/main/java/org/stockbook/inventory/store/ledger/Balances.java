package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.stockbook.inventory.BookRequest;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedEntry;
import org.stockbook.inventory.store.ledger.EntryReader.LoadedValue;
import org.stockbook.kernel.book.PoolBalance;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/**
 * What the entries that are not loaded sum up to: the kept sums less everything that was loaded. Of average items the sums of
 * late valuation dates are kept apart, and are taken off the balance of all dates.
 */
final class Balances {
    /** Without a date the sums of all dates; with one, of average items, those of late dates. */
    private static final String SUMS = """
            SELECT item_id, variant_id, location_id, quantity, invoiced_quantity, cost_amount_actual + cost_amount_expected, NULL::date, 0::bigint
            FROM inventory_balance WHERE item_id = ANY (?::bigint[])
            UNION ALL
            SELECT p.item_id, p.variant_id, p.location_id, p.quantity, p.invoiced_quantity, p.cost_amount, p.valuation_date,
                p.valued_decreases
            FROM unnest(?::bigint[], ?::date[]) AS wanted (item_id, valuation_date)
            JOIN item i ON i.id = wanted.item_id AND i.costing_method = 'AVERAGE'
            CROSS JOIN LATERAL (
                SELECT * FROM pool_daily o WHERE o.item_id = wanted.item_id AND o.valuation_date >= wanted.valuation_date
                ORDER BY o.valuation_date OFFSET 0) AS p""";

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final LedgerKeys keys;
    private final Map<Balance.Key, Balance> balances = new HashMap<>();

    Balances(LedgerKeys keys) {
        this.keys = keys;
    }

    /**
     * Adds the questions to a round trip.
     *
     * @param items the keys of the items asked for, in the order of the requests
     * @param holds whether the keys turned out to be right
     */
    void ask(RoundTrip trip, Collection<BookRequest> requests, List<Long> items, BooleanSupplier holds) {
        var dates = new ArrayText();
        requests.forEach(request -> dates.add(storable(request.balancesFrom())));
        var itemKeys = ArrayText.ofNumbers(items);
        trip.query(SUMS, row -> {
            if (holds.getAsBoolean()) {
                read(row);
            }
        }, itemKeys, itemKeys, dates);
    }

    /** No valuation date is before or after what a column can hold. */
    private static LocalDate storable(LocalDate date) {
        var notBefore = date.isBefore(FIRST) ? FIRST : date;
        return notBefore.isAfter(LAST) ? LAST : notBefore;
    }

    /** @param keptApartFrom of average items the date from which balances are kept apart */
    void subtract(List<LoadedEntry> entries, List<LoadedValue> values, Map<Long, LocalDate> keptApartFrom) {
        var places = new HashMap<ItemLedgerEntryNo, Place>();
        entries.forEach(loaded -> places.put(loaded.entry().no(), loaded.entry().place()));
        for (var loaded : values) {
            var place = places.get(loaded.entry().itemLedgerEntry());
            if (place == null) {
                throw new IllegalStateException("value entry " + loaded.entry().no() + " was loaded without its entry");
            }
            var date = loaded.state().valuationDate();
            var apart = !date.isBefore(keptApartFrom.getOrDefault(loaded.item(), LocalDate.MAX));
            var key = new Balance.Key(loaded.item(), place, apart ? date : LocalDate.MIN);
            var part = new Balance(
                    loaded.entry().itemLedgerEntryQuantity(),
                    loaded.entry().invoicedQuantity(),
                    loaded.entry().cost().inventoriable(),
                    loaded.state().valuedByAverageCost() ? 1 : 0);
            balances.merge(key, part.negated(), Balance::plus);
        }
    }

    List<PoolBalance> of(long item) {
        return balances.entrySet().stream()
                .filter(balance -> balance.getKey().item() == item)
                .flatMap(balance -> balance.getValue().asOpening(balance.getKey()).stream())
                .toList();
    }

    private void read(ResultSet row) throws SQLException {
        var columns = Columns.of(row);
        var item = columns.number();
        var place = keys.place(columns.number(), columns.number());
        var sums = new Balance(columns.quantity(), columns.quantity(), columns.amount(), 0);
        var date = columns.date();
        var ofAllDates = date.equals(LocalDate.MIN);
        balances.merge(new Balance.Key(item, place, LocalDate.MIN), ofAllDates ? sums : sums.negated(), Balance::plus);
        if (!ofAllDates) {
            var late = new Balance(sums.quantity(), sums.invoiced(), sums.value(), columns.number());
            balances.merge(new Balance.Key(item, place, date), late, Balance::plus);
        }
    }

    /**
     * Stock and value, actual and expected together, of one item at one place.
     *
     * @param valuedDecreases how many value entries in it are valued by average cost; not counted, so at most 0, where nothing is kept apart
     */
    private record Balance(Quantity quantity, Quantity invoiced, Amount value, long valuedDecreases) {
        /** Where and on which valuation date; {@link LocalDate#MIN} for everything older than what is kept apart. */
        record Key(long item, Place place, LocalDate valuationDate) {}

        Balance plus(Balance other) {
            return new Balance(
                    quantity.plus(other.quantity), invoiced.plus(other.invoiced), value.plus(other.value), valuedDecreases + other.valuedDecreases);
        }

        Balance negated() {
            return new Balance(quantity.negated(), invoiced.negated(), value.negated(), -valuedDecreases);
        }

        /** As the opening that stands for entries not loaded; nothing where none were left out or they cancel each other. */
        Optional<PoolBalance> asOpening(Key key) {
            return quantity.isZero() && invoiced.isZero() && value.isZero() && valuedDecreases <= 0
                    ? Optional.empty()
                    : Optional.of(new PoolBalance(key.place(), key.valuationDate(), quantity, invoiced, value, valuedDecreases > 0));
        }
    }
}
