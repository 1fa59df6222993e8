package org.stockbook.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.stockbook.items.ItemRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;

/** Pages of the item list and the look-up under a field, over 100,000 items. */
final class ItemLists implements Benchmark {
    private static final int ITEMS = 100_000;
    private static final int WARM_UP = 10;
    private static final int REPETITIONS = 60;
    private static final double PAGE_AT_MOST = 100;
    private static final double LOOK_UP_AT_MOST = 80;
    private static final Set<String> TOTALS = Set.of("inventoryValue");

    @Override
    public String name() {
        return "items";
    }

    @Override
    public String question() {
        return "95th percentile in milliseconds of a page of the item list, of its count and totals, which are asked for when it stands, and of a look-up"
                + " while typing, over 100,000 items; the floor is the first hundred numbers by plain SQL";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var company = machine.company("items");
        try (var connection = company.connect()) {
            CompanySetup.writeItems(connection, 0, ITEMS, "FIFO");
            writeCards(connection);
        }
        try (var rooms = Rooms.open(company); var connection = rooms.connect()) {
            CompanySetup.execute(connection, "VACUUM ANALYZE");
            var figures = new ArrayList<Figure>();
            figures.addAll(page(rooms, connection, "first page by number", request().orderedBy(List.of(Sort.ascending("number")))));
            figures.addAll(page(rooms, connection, "sorted by stock", request().orderedBy(List.of(Sort.descending("inventory"), Sort.ascending("number")))));
            figures.addAll(page(rooms, connection, "one category, sorted by stock", request(Criterion.equal("itemCategoryCode", "C7"))
                    .orderedBy(List.of(Sort.descending("inventory"), Sort.ascending("number")))));
            figures.addAll(page(rooms, connection, "sorted by an attribute", request().within(Map.of("attributeColumn", "Width"))
                    .orderedBy(List.of(Sort.ascending("attributeValue"), Sort.ascending("number")))));
            figures.addAll(page(rooms, connection, "two attributes, sorted by stock", request().within(Map.of("attributes", "Width:>=50;Colour:Red|Blue"))
                    .orderedBy(List.of(Sort.descending("inventory"), Sort.ascending("number")))));
            figures.addAll(page(rooms, connection, "negative stock", request(new Criterion.Comparison("inventory", Criterion.Operator.LESS, BigDecimal.ZERO))
                    .orderedBy(List.of(Sort.ascending("inventory"), Sort.ascending("number")))));
            figures.addAll(page(rooms, connection, "searched for two words", request().searching("chair oak").orderedBy(List.of(Sort.ascending("number")))));
            figures.add(lookUps(rooms, connection));
            return figures;
        }
    }

    private static RowRequest request() {
        return request(Criterion.EVERYTHING);
    }

    private static RowRequest request(Criterion criterion) {
        return RowRequest.of(criterion).totalling(TOTALS);
    }

    /** A page and, as it is asked for when the page stands, what is said of all its rows. */
    private static List<Figure> page(Rooms rooms, Connection connection, String what, RowRequest request) throws Exception {
        var source = rooms.bean(ItemRows.class).items();
        var pages = new Samples();
        var summaries = new Samples();
        var floor = new Samples();
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            (i < WARM_UP ? new Samples() : pages).time(() -> source.page(request));
            (i < WARM_UP ? new Samples() : summaries).time(() -> source.summary(request));
            (i < WARM_UP ? new Samples() : floor).time(() -> firstNumbers(connection));
        }
        return List.of(Figure.milliseconds(what, pages.percentile(95), floor.median(), PAGE_AT_MOST),
                Figure.milliseconds(what + ", its count and totals", summaries.percentile(95), floor.median(), PAGE_AT_MOST));
    }

    /** What somebody types, letter by letter: a number, two words, something that is not there. */
    private static Figure lookUps(Rooms rooms, Connection connection) throws Exception {
        var source = rooms.bean(ItemRows.class).items();
        var typed = List.of("I012345", "office chair", "red oak 77", "zq", "v-4711", "nothing like it").stream()
                .flatMap(text -> IntStream.rangeClosed(1, text.length()).mapToObj(end -> text.substring(0, end))).toList();
        var answers = new Samples();
        var floor = new Samples();
        for (var round = 0; round < 4; round++) {
            for (var text : typed) {
                var request = RowRequest.of(Criterion.EVERYTHING).searching(text).orderedBy(List.of(Sort.ascending("number"))).page(0, 8);
                (round == 0 ? new Samples() : answers).time(() -> source.read(request));
                (round == 0 ? new Samples() : floor).time(() -> firstNumbers(connection));
            }
        }
        return Figure.milliseconds("look-up while typing", answers.percentile(95), floor.median(), LOOK_UP_AT_MOST);
    }

    private static boolean firstNumbers(Connection connection) throws SQLException {
        CompanySetup.execute(connection, "SELECT no FROM item ORDER BY no LIMIT 100");
        return true;
    }

    private static void writeCards(Connection connection) throws SQLException {
        CompanySetup.execute(connection,
                "INSERT INTO item_category (code, description) SELECT 'C' || n, 'Category ' || n FROM generate_series(0, 49) AS n",
                """
                UPDATE item SET item_category_id = (SELECT id FROM item_category WHERE code = 'C' || item.id % 50), vendor_item_no = 'V-' || item.id * 7 % 100000,
                    description = (ARRAY['Office chair', 'Bar stool', 'Desk', 'Shelf', 'Lamp', 'Cabinet', 'Sofa'])[item.id % 7 + 1] || ' '
                        || (ARRAY['oak', 'pine', 'steel', 'glass', 'beech'])[item.id % 5 + 1] || ' ' || item.id % 997,
                    gtin = lpad((item.id * 7919 % 10000000000000)::text, 13, '0')""",
                """
                INSERT INTO item_attribute (name, attribute_type) VALUES ('Width', 'DECIMAL'), ('Colour', 'OPTION'), ('Material', 'TEXT')""",
                """
                INSERT INTO item_attribute_value (item_attribute_id, value, numeric_value)
                SELECT a.id, n::text, n FROM item_attribute a, generate_series(20, 120) AS n WHERE a.name = 'Width'
                UNION ALL SELECT a.id, c, NULL FROM item_attribute a, unnest(ARRAY['Red', 'Blue', 'Green', 'Black', 'White']) AS c WHERE a.name = 'Colour'""",
                """
                INSERT INTO item_has_attribute (item_id, item_attribute_id, item_attribute_value_id)
                SELECT i.id, a.id, v.id FROM item i JOIN item_attribute a ON a.name = 'Width'
                JOIN item_attribute_value v ON v.item_attribute_id = a.id AND v.value = (20 + i.id % 101)::text WHERE i.id % 10 <> 0
                UNION ALL
                SELECT i.id, a.id, v.id FROM item i JOIN item_attribute a ON a.name = 'Colour'
                JOIN item_attribute_value v ON v.item_attribute_id = a.id AND v.value = (ARRAY['Red', 'Blue', 'Green', 'Black', 'White'])[i.id % 5 + 1]""",
                """
                INSERT INTO inventory_balance (item_id, variant_id, location_id, quantity, invoiced_quantity, cost_amount_actual, cost_amount_expected)
                SELECT i.id, 0, l.id, i.id * 31 % 400 - 3, 0, (i.id * 31 % 400 - 3) * 12.5, 0 FROM item i JOIN location l ON l.code = 'MAIN'""");
    }
}
