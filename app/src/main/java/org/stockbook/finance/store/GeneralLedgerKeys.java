package org.stockbook.finance.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Keys and fresh numbers for one posting, fetched in one round trip. */
final class GeneralLedgerKeys {
    private static final String ACCOUNT = "ACCOUNT";
    private static final String BUSINESS_GROUP = "BUSINESS_GROUP";
    private static final String PRODUCT_GROUP = "PRODUCT_GROUP";
    private static final String KEYS = """
            SELECT 'ACCOUNT', no, id FROM gl_account WHERE no = ANY (?::text[])
            UNION ALL SELECT 'BUSINESS_GROUP', code, id FROM general_business_group
            UNION ALL SELECT 'PRODUCT_GROUP', code, id FROM general_product_group""";
    private static final String PARTNERS = """
            SELECT 'CUSTOMER', no, id FROM customer WHERE no = ANY (?::text[])
            UNION ALL SELECT 'VENDOR', no, id FROM vendor WHERE no = ANY (?::text[])
            UNION ALL SELECT 'ITEM', no, id FROM item WHERE no = ANY (?::text[])""";

    /** The first day after the closed years; no row where none is closed. */
    private static final String FIRST_OPEN_DAY = """
            SELECT min(starting_date) FROM accounting_period WHERE NOT closed AND EXISTS (SELECT FROM accounting_period WHERE closed)""";

    private static final String TRADE = """
            SELECT 'VAT_BUSINESS_GROUP', code, id FROM vat_business_group
            UNION ALL SELECT 'VAT_PRODUCT_GROUP', code, id FROM vat_product_group
            UNION ALL SELECT 'CURRENCY', code, id FROM currency""";

    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private final List<Long> transactions = new ArrayList<>();
    private final List<Long> entries = new ArrayList<>();
    private long register;
    private Optional<LocalDate> firstOpenDay = Optional.empty();

    static GeneralLedgerKeys of(DSLContext dsl, GeneralLedgerPosting posting) {
        var found = new GeneralLedgerKeys();
        var lines = posting.lines();
        var trip = new RoundTrip()
                .query(KEYS, found::key, ArrayText.ofTexts(lines.stream().map(line -> line.account().code()).distinct().toList()))
                .query(FIRST_OPEN_DAY, row -> found.firstOpenDay = Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .query("SELECT nextval('gl_register_no')", row -> found.register = row.getLong(1))
                .query("SELECT nextval('gl_transaction_no') FROM generate_series(1, ?)",
                        row -> found.transactions.add(row.getLong(1)), posting.transactions().size())
                .query("SELECT nextval('gl_entry_no') FROM generate_series(1, ?)", row -> found.entries.add(row.getLong(1)), lines.size());
        var partners = partnersOf(lines);
        if (!partners.isEmpty()) {
            var array = ArrayText.ofTexts(partners);
            trip.query(PARTNERS, found::key, array, array, array);
        }
        if (lines.stream().anyMatch(line -> !line.terms().isPlain())) {
            trip.query(TRADE, found::key);
        }
        trip.run(dsl);
        return found;
    }

    private static List<String> partnersOf(List<GeneralLedgerLine> lines) {
        return lines.stream()
                .map(GeneralLedgerLine::origin)
                .filter(origin -> origin.partnerType() != PartnerType.NONE)
                .map(origin -> origin.partner().code())
                .distinct()
                .toList();
    }

    private void key(ResultSet row) throws SQLException {
        keys.computeIfAbsent(row.getString(1), _ -> new HashMap<>()).put(row.getString(2), row.getLong(3));
    }

    long register() {
        return register;
    }

    /** One for each transaction, ascending. */
    List<Long> transactions() {
        return transactions;
    }

    /** One for each line, ascending. */
    List<Long> entries() {
        return entries;
    }

    long account(GeneralLedgerLine line) {
        return key(ACCOUNT, line.account().code());
    }

    long businessGroup(GeneralLedgerLine line) {
        return key(BUSINESS_GROUP, line.groups().business().code());
    }

    long productGroup(GeneralLedgerLine line) {
        return key(PRODUCT_GROUP, line.groups().product().code());
    }

    /** 0 where the line names none. */
    long partner(GeneralLedgerLine line) {
        var type = line.origin().partnerType();
        return type == PartnerType.NONE ? 0 : key(type.name(), line.origin().partner().code());
    }

    GeneralLedgerRow.TradeKeys trade(GeneralLedgerLine line) {
        var terms = line.terms();
        return terms.isPlain()
                ? GeneralLedgerRow.TradeKeys.NONE
                : new GeneralLedgerRow.TradeKeys(
                        key("VAT_BUSINESS_GROUP", terms.trade().business().code()),
                        key("VAT_PRODUCT_GROUP", terms.trade().product().code()),
                        key("CURRENCY", terms.currency().code()));
    }

    boolean isOfClosedYear(LocalDate date) {
        return firstOpenDay.map(date::isBefore).orElse(false);
    }

    private long key(String table, String code) {
        var key = keys.getOrDefault(table, Map.of()).get(code);
        if (key == null) {
            throw new IllegalStateException("no " + table + " " + code);
        }
        return key;
    }
}
