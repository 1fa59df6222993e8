package org.stockbook.platform.database;

import static org.stockbook.platform.database.jooq.Tables.STOCK_AT;

import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stockbook.platform.rows.TotalFilters;

/** The sums of stock that total filters leave, from whatever answers them fastest: the one way for all rooms that list stock. */
public final class StockAt {
    private StockAt() {}

    /** Several rows for each item, variant and location; not for filters by dimension, by which stock is not summed. */
    public static org.stockbook.platform.database.jooq.tables.StockAt of(TotalFilters filters) {
        return STOCK_AT(filters.from().orElse(null), filters.to().orElse(null), filters.knownAt().map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null),
                codes(filters.locations()), codes(filters.variants()));
    }

    private static String @Nullable [] codes(Set<String> codes) {
        return codes.isEmpty() ? null : codes.stream().sorted().toArray(String[]::new);
    }
}
