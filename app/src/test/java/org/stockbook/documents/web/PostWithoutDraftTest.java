package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Documents that are created and posted in one go (spec: api, section 5.1). */
@SpringBootTest(properties = "stockbook.books-of-test=PostWithoutDraftTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class PostWithoutDraftTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company() {
        desk = TradingDesk.at(dsl, mvc);
    }

    @ParameterizedTest
    @CsvSource({
        "purchaseOrders, 5", "purchaseInvoices, 5", "purchaseReturnOrders, -5", "purchaseCreditMemos, -5",
        "salesOrders, -5", "salesInvoices, -5", "salesReturnOrders, 5", "salesCreditMemos, 5"})
    void everything_is_posted_at_once_and_the_document_is_gone(String collection, int moved) throws Exception {
        var item = desk.item("GO" + shortened(collection));
        desk.stock(item, "20", "8");
        var body = TradingDesk.body(collection, "P10", goods(item, "5", "8"));

        send(collection, body, "go-" + collection)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.documents.length()").value(2))
                .andExpect(jsonPath("$.itemRegisters.length()").value(1))
                .andExpect(jsonPath("$.document").doesNotExist());
        assertThat(desk.quantityOf(item)).isEqualTo(Integer.toString(20 + moved));
        send(collection, body, "go-" + collection).andExpect(status().isCreated()).andExpect(header().string("Idempotency-Replayed", "true"));
        assertThat(desk.quantityOf(item)).isEqualTo(Integer.toString(20 + moved));
        assertThat(desk.value("SELECT count(*) FROM document_header WHERE id IN (SELECT l.document_header_id FROM document_line l JOIN item i ON i.id = l.item_id"
                + " WHERE i.no = '" + item + "')")).isEqualTo("0");
    }

    @Test
    void what_is_chosen_is_posted_and_the_rest_of_the_order_stays() throws Exception {
        var item = desk.item("PART");
        var body = TradingDesk.body("purchaseOrders", "P10", goods(item, "10", "8"))
                .replace("\"quantity\": 10", "\"quantity\": 10, \"receiveQuantity\": 4").replaceFirst("\\{", "{\"receive\": true, \"invoice\": false, ");

        send("purchaseOrders", body, "part")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.purchaseReceipts.length()").value(1))
                .andExpect(jsonPath("$.purchaseInvoices").doesNotExist())
                .andExpect(jsonPath("$.document.purchaseOrderLines[0].receivedQuantity").value(4.0))
                .andExpect(jsonPath("$.document.purchaseOrderLines[0].invoicedQuantity").value(0.0));
        assertThat(desk.quantityOf(item)).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"purchaseOrders", "purchaseInvoices", "salesReturnOrders", "salesCreditMemos"})
    void where_posting_is_refused_nothing_was_ever_there(String collection) throws Exception {
        var item = desk.item("NO" + shortened(collection));
        dsl.execute("UPDATE item SET blocked = true WHERE no = ?", item);
        var before = desk.books();
        var documents = desk.value("SELECT count(*) FROM document_header");

        send(collection, TradingDesk.body(collection, "P10", goods(item, "5", "8")), "no-" + collection)
                .andExpect(status().isUnprocessableContent());
        assertThat(desk.books()).isEqualTo(before);
        assertThat(desk.value("SELECT count(*) FROM document_header")).isEqualTo(documents);
        dsl.execute("UPDATE item SET blocked = false WHERE no = ?", item);
        send(collection, TradingDesk.body(collection, "P10", goods(item, "5", "8")), "no-" + collection).andExpect(status().isCreated());
    }

    @Test
    void posting_finds_what_creating_does_not() throws Exception {
        var item = desk.item("LATE");
        var before = desk.books();
        var documents = desk.value("SELECT count(*) FROM document_header");

        send("salesOrders", TradingDesk.body("salesOrders", "P10", goods(item, "5", "8")).replace("\"quantity\": 5", "\"quantity\": 5, \"shipQuantity\": 6"), "late")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("common.above-outstanding"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/salesOrderLines/0/shipQuantity"));
        assertThat(desk.books()).isEqualTo(before);
        assertThat(desk.value("SELECT count(*) FROM document_header")).isEqualTo(documents);
    }

    @Test
    void a_key_is_needed_and_the_words_are_known() throws Exception {
        var body = TradingDesk.body("purchaseOrders", "P10", goods(desk.item("KEY"), "5", "8"));
        desk.refused(() -> desk.client().send(post("/api/v1/purchaseOrders?then=post"), body), 428, "api.idempotency-key-required",
                "Send a key of your own with this request (Idempotency-Key), so that it can be repeated safely.");
        desk.client().send(post("/api/v1/purchaseOrders?then=ship").header("Idempotency-Key", "ship"), body)
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.value-unreadable"));
        desk.client().send(post("/api/v1/purchaseQuotes?then=post").header("Idempotency-Key", "quote"), body)
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.value-unreadable"));
        desk.client().create("purchaseOrders", body.replaceFirst("\\{", "{\"invoice\": true, "))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.unknown-field"));
    }

    private static String shortened(String collection) {
        return Character.toUpperCase(collection.charAt(0)) + collection.replaceAll("[a-z]", "");
    }

    private ResultActions send(String collection, String body, String key) throws Exception {
        return desk.client().send(post("/api/v1/" + collection + "?then=post").header("Idempotency-Key", key), body);
    }
}
