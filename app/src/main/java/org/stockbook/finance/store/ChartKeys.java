package org.stockbook.finance.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.stockbook.platform.database.RoundTrip;

/** Keys of accounts and posting groups, and where the closed years end: setups that every posting needs. */
final class ChartKeys {
    private static final String KEYS = """
            SELECT 'ACCOUNT', no, id FROM gl_account
            UNION ALL SELECT 'BUSINESS_GROUP', code, id FROM general_business_group
            UNION ALL SELECT 'PRODUCT_GROUP', code, id FROM general_product_group""";

    /** The first day after the closed years; no row where none is closed. */
    private static final String FIRST_OPEN_DAY = """
            SELECT min(starting_date) FROM accounting_period WHERE NOT closed AND EXISTS (SELECT FROM accounting_period WHERE closed)""";

    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private Optional<LocalDate> firstOpenDay = Optional.empty();

    static ChartKeys read(DSLContext dsl) {
        var found = new ChartKeys();
        new RoundTrip()
                .query(KEYS, found::key)
                .query(FIRST_OPEN_DAY, row -> found.firstOpenDay = Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .run(dsl);
        return found;
    }

    private void key(ResultSet row) throws SQLException {
        keys.computeIfAbsent(row.getString(1), _ -> new HashMap<>()).put(row.getString(2), row.getLong(3));
    }

    Optional<Long> find(String table, String code) {
        return Optional.ofNullable(keys.getOrDefault(table, Map.of()).get(code));
    }

    boolean isOfClosedYear(LocalDate date) {
        return firstOpenDay.map(date::isBefore).orElse(false);
    }
}
