package org.stockbook.finance.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.GeneralLedgerNumbers;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.NumberList;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;

/** Keys and fresh numbers for one posting; those that are not known yet are fetched in one round trip. */
final class GeneralLedgerKeys {
    private static final String ACCOUNT = "ACCOUNT";
    private static final String BUSINESS_GROUP = "BUSINESS_GROUP";
    private static final String PRODUCT_GROUP = "PRODUCT_GROUP";
    private static final String PARTNERS = """
            SELECT 'CUSTOMER', no, id FROM customer WHERE no = ANY (?::text[])
            UNION ALL SELECT 'VENDOR', no, id FROM vendor WHERE no = ANY (?::text[])
            UNION ALL SELECT 'ITEM', no, id FROM item WHERE no = ANY (?::text[])""";
    private static final String TRADE = """
            SELECT 'VAT_BUSINESS_GROUP', code, id FROM vat_business_group
            UNION ALL SELECT 'VAT_PRODUCT_GROUP', code, id FROM vat_product_group
            UNION ALL SELECT 'CURRENCY', code, id FROM currency""";

    /** One row: how far the setups have come, and lists of numbers. */
    private static final String NUMBERS = """
            SELECT current_database()::text, revision,
                (SELECT string_agg(nextval('gl_register_no')::text, ',') FROM generate_series(1, ?)),
                (SELECT string_agg(nextval('gl_transaction_no')::text, ',') FROM generate_series(1, ?)),
                (SELECT string_agg(nextval('gl_entry_no')::text, ',') FROM generate_series(1, ?))
            FROM setup_revision""";

    private final GeneralLedgerNumbers numbers;
    private final ChartKeys chart;
    private final Map<String, Map<String, Long>> keys;

    private GeneralLedgerKeys(GeneralLedgerNumbers numbers, ChartKeys chart, Map<String, Map<String, Long>> keys) {
        this.numbers = numbers;
        this.chart = chart;
        this.keys = keys;
    }

    static GeneralLedgerKeys of(
            DSLContext dsl, SetupRevision.Kept<ChartKeys> charts, List<GeneralLedgerPosting> postings, Optional<GeneralLedgerNumbers> ahead) {
        var count = GeneralLedgerNumbers.Count.of(postings);
        var trip = new RoundTrip();
        var drawn = new ArrayList<GeneralLedgerNumbers>(1);
        ahead.filter(numbers -> numbers.sufficeFor(count)).ifPresentOrElse(drawn::add, () -> draw(trip, count, drawn::add));
        var keys = new HashMap<String, Map<String, Long>>();
        ask(trip, postings.stream().map(GeneralLedgerPosting::lines).flatMap(List::stream).toList(), keys);
        trip.run(dsl);
        var numbers = drawn.getFirst();
        return new GeneralLedgerKeys(numbers, charts.get(numbers.setups()), keys);
    }

    private static void ask(RoundTrip trip, List<GeneralLedgerLine> lines, Map<String, Map<String, Long>> keys) {
        var partners = partnersOf(lines);
        if (!partners.isEmpty()) {
            var array = ArrayText.ofTexts(partners);
            trip.query(PARTNERS, row -> key(row, keys), array, array, array);
        }
        if (lines.stream().anyMatch(line -> !line.terms().isPlain())) {
            trip.query(TRADE, row -> key(row, keys));
        }
    }

    static void draw(RoundTrip trip, GeneralLedgerNumbers.Count count, Consumer<GeneralLedgerNumbers> drawn) {
        trip.query(NUMBERS, row -> drawn.accept(new GeneralLedgerNumbers(
                SetupVersion.read(row), NumberList.of(row.getString(3)), NumberList.of(row.getString(4)), NumberList.of(row.getString(5)))),
                count.registers(), count.transactions(), count.entries());
    }

    private static List<String> partnersOf(List<GeneralLedgerLine> lines) {
        return lines.stream()
                .map(GeneralLedgerLine::origin)
                .filter(origin -> origin.partnerType() != PartnerType.NONE)
                .map(origin -> origin.partner().code())
                .distinct()
                .toList();
    }

    private static void key(ResultSet row, Map<String, Map<String, Long>> keys) throws SQLException {
        keys.computeIfAbsent(row.getString(1), _ -> new HashMap<>()).put(row.getString(2), row.getLong(3));
    }

    /** One for each posting, ascending. */
    List<Long> registers() {
        return numbers.registers();
    }

    /** One for each transaction, ascending. */
    List<Long> transactions() {
        return numbers.transactions();
    }

    /** One for each line, ascending. */
    List<Long> entries() {
        return numbers.entries();
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
        return chart.isOfClosedYear(date);
    }

    private long key(String table, String code) {
        return chart.find(table, code)
                .or(() -> Optional.ofNullable(keys.getOrDefault(table, Map.of()).get(code)))
                .orElseThrow(() -> new IllegalStateException("no " + table + " " + code));
    }
}
