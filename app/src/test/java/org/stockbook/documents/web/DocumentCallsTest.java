package org.stockbook.documents.web;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** What the protocol promises to programs that work with documents (spec: api, sections 5 and 6). */
@SpringBootTest(properties = "stockbook.books-of-test=DocumentCallsTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentCallsTest {
    private static final String ORDER = """
            {"number": "%s", "vendorNumber": "P10", "purchaseOrderLines": [
                {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 10, "directUnitCost": 60},
                {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 5, "directUnitCost": 61}]}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client = new DocumentClient(mvc);
    private String order = "";
    private int orders;

    @BeforeAll
    void a_company() {
        TradingCompany.create(dsl);
    }

    @BeforeEach
    void an_order() throws Exception {
        client = new DocumentClient(mvc);
        orders++;
        order = "purchaseOrders/number:PO-" + orders;
        client.create("purchaseOrders", ORDER.formatted("PO-" + orders)).andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\"")).andExpect(header().string("Location", "/api/v1/" + order));
    }

    @Test
    void posting_needs_a_key_and_the_version_that_was_read() throws Exception {
        var address = "/api/v1/" + order + "/post";
        client.send(post(address).header("If-Match", "*"), "{\"receive\": true}")
                .andExpect(status().isPreconditionRequired()).andExpect(jsonPath("$.code").value("api.idempotency-key-required"));
        client.send(post(address).header("Idempotency-Key", "a"), "{\"receive\": true}")
                .andExpect(status().isPreconditionRequired()).andExpect(jsonPath("$.code").value("api.version-required"));
        client.send(post(address).header("If-Match", "W/\"1\"").header("Idempotency-Key", "a"), "{\"receive\": true}").andExpect(status().isOk());
        client.send(post("/api/v1/purchaseReceipts/number:" + receipt() + "/undo"), "{}")
                .andExpect(status().isPreconditionRequired()).andExpect(jsonPath("$.code").value("api.idempotency-key-required"));
    }

    @Test
    void whoever_comes_second_learns_who_was_first_and_both_values() throws Exception {
        var line = "/api/v1/" + order + "/purchaseOrderLines/10000";
        client.send(patch(line).header("If-Match", "\"1\""), "{\"receiveQuantity\": 4}").andExpect(status().isOk());
        client.send(patch(line).header("If-Match", "\"1\""), "{\"receiveQuantity\": \"3.0\", \"quantity\": 10.00}")
                .andExpect(status().isPreconditionFailed())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.params.changedBy").isNotEmpty())
                .andExpect(jsonPath("$.params.changedAt").isNotEmpty())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].pointer").value("/receiveQuantity"))
                .andExpect(jsonPath("$.errors[0].params.yours").value("3.0"))
                .andExpect(jsonPath("$.errors[0].params.theirs").value("4"));
        client.send(patch("/api/v1/" + order).header("If-Match", "\"1\""), "{\"reference\": \"mine\"}")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.errors[0].pointer").value("/reference"))
                .andExpect(jsonPath("$.errors[0].params.theirs").value(""));
    }

    @Test
    void pointers_lead_into_the_request_or_to_the_position_of_the_line() throws Exception {
        client.change(order + "/purchaseOrderLines/20000", "{\"lineObjectNumber\": \"NOTHING\"}")
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].pointer").value("/lineObjectNumber"));
        client.remove(order + "/purchaseOrderLines/10000").andExpect(status().isOk());
        client.act(order + "/post", "{\"invoice\": true}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/purchaseOrderLines/0/invoiceQuantity"))
                .andExpect(jsonPath("$.errors[0].target.sequence").value(20000));
        client.create("purchaseOrders", "{\"vendorNumber\": \"NOBODY\"}")
                .andExpect(jsonPath("$.errors[0].pointer").value("/vendorNumber"));
        client.create("purchaseOrders", "{\"vendorNumber\": \"P10\", \"purchaseOrderLines\": [{\"colour\": 1, \"lineType\": \"wheel\", \"quantity\": \"many\"}]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/purchaseOrderLines/0/colour"));
    }

    @Test
    void a_word_that_is_not_on_the_list_is_told_the_list() throws Exception {
        client.change(order + "/purchaseOrderLines/10000", "{\"lineType\": \"wheel\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/lineType"))
                .andExpect(jsonPath("$.params.allowed", containsInAnyOrder("item", "charge", "account", "resource", "comment")));
    }

    @Test
    void posting_takes_what_it_knows_and_nothing_else() throws Exception {
        client.act(order + "/preview", "{\"receive\": true, \"colour\": true}")
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.unknown-field"));
        client.act(order + "/post", "{\"receive\": \"yes\"}")
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].pointer").value("/receive"));
        client.act(order + "/preview", "{\"receive\": true, \"postingDate\": \"2026-05-02\"}")
                .andExpect(status().isOk()).andExpect(jsonPath("$.itemLedgerEntries[0].postingDate").value("2026-05-02"));
        client.read(order).andExpect(jsonPath("$.etag").value("1"));
        client.act(order + "/post", "{\"receive\": true, \"postingDate\": \"2026-05-02\"}").andExpect(status().isOk());
        client.read("purchaseReceipts/number:" + receipt()).andExpect(jsonPath("$.postingDate").value("2026-05-02"));
    }

    @Test
    void what_was_read_may_be_sent_back_with_one_change_in_it() throws Exception {
        var read = client.read(order).andReturn().getResponse().getContentAsString();
        client.change(order, read.replace("\"reference\":\"\"", "\"reference\":\"mine\"")).andExpect(status().isOk()).andExpect(jsonPath("$.reference").value("mine"));
        var line = client.read(order + "/purchaseOrderLines/10000").andReturn().getResponse().getContentAsString();
        client.change(order + "/purchaseOrderLines/10000", line.replaceFirst("\"quantity\":[0-9.]+", "\"quantity\":7"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(7));
        for (var changed : List.of("{\"status\": \"released\"}", "{\"vendorNumber\": \"P11\"}", "{\"purchaseOrderLines\": []}", "{\"number\": \"OTHER\"}")) {
            client.change(order, changed).andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].code").value("api.field-read-only"));
        }
    }

    @Test
    void lines_are_read_alone_and_together() throws Exception {
        client.read(order + "/purchaseOrderLines").andExpect(status().isOk()).andExpect(jsonPath("$.value[*].sequence", containsInAnyOrder(10000, 20000)));
        client.read(order + "/purchaseOrderLines/20000").andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\"")).andExpect(jsonPath("$.quantity").value(5));
        client.read(order + "/purchaseOrderLines/70000").andExpect(status().isNotFound());
        client.read(order + "/salesOrderLines").andExpect(status().isNotFound());
    }

    private String receipt() {
        return dsl.fetchSingle("SELECT max(no) FROM posted_document WHERE document_type = 'PURCHASE_RECEIPT'").get(0, String.class);
    }
}
