package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.documents.TradingCompany;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a test trades through the API: goods and partners of its own in a company that all tests of a class share. */
record TradingDesk(DSLContext dsl, DocumentClient client) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Every table that a posting leaves a trace in. */
    private static final List<String> BOOKS = List.of(
            "item_ledger_entry", "value_entry", "item_application", "gl_entry", "vat_entry", "vendor_ledger_entry", "customer_ledger_entry", "posted_document",
            "posted_document_line", "idempotency_key");

    static TradingDesk at(DSLContext dsl, MockMvc mvc) {
        if (dsl.fetchSingle("SELECT count(*) FROM gl_account").get(0, Integer.class) == 0) {
            TradingCompany.create(dsl);
        }
        return new TradingDesk(dsl, new DocumentClient(mvc));
    }

    /** A new item like the bicycle, at its first cost. */
    String item(String number) {
        return item(number, "BIKE");
    }

    String item(String number, String model) {
        dsl.execute("""
                INSERT INTO item (no, description, costing_method, base_unit_of_measure_id, general_product_group_id, vat_product_group_id,
                    inventory_posting_group_id)
                SELECT ?, 'Goods', costing_method, base_unit_of_measure_id, general_product_group_id, vat_product_group_id, inventory_posting_group_id
                FROM item WHERE no = ?""", number, model);
        dsl.execute("""
                INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit)
                SELECT n.id, u.unit_of_measure_id, u.quantity_per_unit FROM item n, item_unit_of_measure u JOIN item i ON i.id = u.item_id
                WHERE n.no = ? AND i.no = ?""", number, model);
        return number;
    }

    /** A new vendor or customer like P10. */
    String partner(String table, String number) {
        dsl.execute("""
                INSERT INTO %1$s (no, name, %1$s_posting_group_id, general_business_group_id, vat_business_group_id)
                SELECT ?, 'Wheel & Co', %1$s_posting_group_id, general_business_group_id, vat_business_group_id FROM %1$s WHERE no = 'P10'"""
                .formatted(table), number);
        return number;
    }

    void block(String table, String number, String level) {
        dsl.execute("UPDATE %s SET blocked = ?::partner_blocked WHERE no = ?".formatted(table), level, number);
    }

    /** Makes a document of one line about goods and names it. */
    String document(String collection, String partner, Goods goods) throws Exception {
        var answer = json(client.create(collection, body(collection, partner, goods)).andExpect(status().isCreated()));
        return collection + "/number:" + answer.get("number").asString();
    }

    /** A quantity of an item at a price. */
    record Goods(String item, String quantity, String price) {}

    static Goods goods(String item, String quantity, String price) {
        return new Goods(item, quantity, price);
    }

    static String body(String collection, String partner, Goods goods) {
        var purchase = collection.startsWith("purchase");
        return """
                {"%s": "%s", "postingDate": "2026-05-04", "%s": [
                    {"lineType": "item", "lineObjectNumber": "%s", "quantity": %s, "%s": %s}]}"""
                .formatted(purchase ? "vendorNumber" : "customerNumber", partner, lines(collection), goods.item(), goods.quantity(), purchase ? "directUnitCost" : "unitPrice", goods.price());
    }

    /** The lines of documents, as the API calls them. */
    static String lines(String collection) {
        return collection.substring(0, collection.length() - 1) + "Lines";
    }

    static String line(String document, int sequence) {
        return document + "/" + lines(document.substring(0, document.indexOf('/'))) + "/" + sequence;
    }

    /** Types what is to be handled and invoiced next on the first line. */
    void choose(String document, String chosen) throws Exception {
        client.change(line(document, 10000), "{" + chosen + "}").andExpect(status().isOk());
    }

    JsonNode post(String document, String... choices) throws Exception {
        return json(client.act(document + "/post", choice(choices)).andExpect(status().isOk()));
    }

    static String choice(String... choices) {
        return "{" + String.join(", ", Stream.of(choices).map(choice -> "\"" + choice + "\": true").toList()) + "}";
    }

    /** A posted document as the API names it, from the answer to a posting. */
    static String posted(JsonNode answer, String collection) {
        return collection + "/number:" + answer.get(collection).get(0).get("number").asString();
    }

    /** Buys and pays for goods, so that they are in stock at their cost. */
    void stock(String item, String quantity, String cost) throws Exception {
        post(document("purchaseOrders", "P10", goods(item, quantity, cost)), "receive", "invoice");
    }

    static JsonNode json(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    /** How much there is in each ledger, and how far each number series has come. */
    List<String> books() {
        var counts = BOOKS.stream().map(table -> table + " " + value("SELECT count(*) FROM " + table));
        var series = dsl.fetch("SELECT s.code, l.last_number_used FROM number_series_line l JOIN number_series s ON s.id = l.number_series_id ORDER BY s.code")
                .map(row -> row.get(0, String.class) + " " + row.get(1, String.class)).stream();
        return Stream.concat(counts, series).toList();
    }

    /** Refused in one way, about the whole document, with these words; and the books are as before. */
    void refused(Call call, int status, String code, String words) throws Exception {
        var before = books();
        var answer = call.run();
        var problem = json(answer);
        assertThat(problem.get("code").asString()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isEqualTo(words);
        answer.andExpect(status().is(status));
        assertThat(books()).isEqualTo(before);
    }

    /** Refused because of the first line, with these words; and the books are as before. */
    void refusedLine(Call call, String code, String words) throws Exception {
        var before = books();
        var answer = call.run();
        var problem = json(answer);
        assertThat(problem.path("errors").path(0).path("code").asString("")).as(problem.toString()).isEqualTo(code);
        var error = problem.get("errors").get(0);
        assertThat(error.get("message").asString()).isEqualTo(words);
        assertThat(error.get("pointer").asString()).matches("(/[A-Za-z]+Lines/0)?(/[A-Za-z]+)?");
        assertThat(error.get("target").get("sequence").asInt()).isEqualTo(10000);
        assertThat(problem.get("code").asString()).isEqualTo("api.posting-refused");
        answer.andExpect(status().isUnprocessableContent());
        assertThat(books()).isEqualTo(before);
    }

    /** A call of the API. */
    interface Call {
        ResultActions run() throws Exception;
    }

    String value(String query) {
        return dsl.fetchSingle(query).get(0, String.class);
    }

    String quantityOf(String item) {
        return value("SELECT coalesce(sum(e.quantity), 0)::numeric(18,0) FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = '" + item + "'");
    }

    String costOf(String item) {
        return value("SELECT coalesce(sum(v.cost_amount_actual + v.cost_amount_expected), 0.00) FROM value_entry v JOIN item i ON i.id = v.item_id WHERE i.no = '" + item + "'");
    }
}
