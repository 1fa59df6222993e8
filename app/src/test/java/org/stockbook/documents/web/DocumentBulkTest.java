package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** Many documents in one request (spec: api, section 5). */
@ShopTest
class DocumentBulkTest {
    private static final String BULK = "/api/v1/purchaseOrders/bulk";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private DSLContext database;

    private String vendor = "";

    @BeforeEach
    void a_shop() {
        shop.open();
        vendor = database.fetchSingle("SELECT no FROM vendor WHERE id > 0 ORDER BY no LIMIT 1").get(0, String.class);
    }

    @Test
    void each_for_itself_answers_each_and_keeps_what_could_be_done() throws Exception {
        var operations = """
                {"mode": "independent", "operations": [
                    {"method": "create", "data": {"number": "BULK-1", "vendorNumber": "%1$s", "reference": "one",
                        "purchaseOrderLines": [{"lineType": "item", "lineObjectNumber": "1000", "quantity": 2}]}},
                    {"method": "create", "data": {"number": "BULK-2", "vendorNumber": "NOBODY"}},
                    {"method": "upsert", "data": {"number": "BULK-1", "reference": "changed"}},
                    {"method": "create", "data": {"number": "BULK-3", "vendorNumber": "%1$s", "colour": "red"}},
                    {"method": "delete", "key": "number:NOWHERE"},
                    {"method": "upsert", "data": {"number": "BULK-4", "vendorNumber": "%1$s"}}]}""".formatted(vendor);
        for (var replayed : new String[] {null, "true"}) {
            send(post(BULK).header("Idempotency-Key", "orders-1"), operations).andExpect(status().isOk()).andExpect(header().string("Idempotency-Replayed", replayed))
                    .andExpect(jsonPath("$.operations[0].status").value(201)).andExpect(jsonPath("$.operations[0].record.purchaseOrderLines.length()").value(1))
                    .andExpect(jsonPath("$.operations[1].status").value(422)).andExpect(jsonPath("$.operations[1].problem.errors[0].pointer").value("/operations/1/data/vendorNumber"))
                    .andExpect(jsonPath("$.operations[2].status").value(200)).andExpect(jsonPath("$.operations[2].record.reference").value("changed"))
                    .andExpect(jsonPath("$.operations[3].problem.code").value("api.unknown-field"))
                    .andExpect(jsonPath("$.operations[4].status").value(404))
                    .andExpect(jsonPath("$.operations[5].status").value(201));
        }
        assertThat(database.fetchCount(database.selectFrom("document_header").where("no LIKE 'BULK-%'"))).isEqualTo(2);
        send(post(BULK).header("Idempotency-Key", "orders-2"), """
                {"operations": [{"method": "update", "key": "number:BULK-1", "data": {"reference": "again"}}, {"method": "delete", "key": "number:BULK-4"},
                    {"method": "delete", "key": "number:BULK-1"}]}""").andExpect(status().isOk()).andExpect(jsonPath("$.operations[0].record.reference").value("again"))
                .andExpect(jsonPath("$.operations[1].status").value(204));
        send(get("/api/v1/purchaseOrders/number:BULK-1"), "").andExpect(status().isNotFound());
    }

    @Test
    void all_or_none_keeps_nothing_where_one_is_refused() throws Exception {
        var good = "{\"method\": \"create\", \"data\": {\"number\": \"WHOLE-1\", \"vendorNumber\": \"" + vendor + "\"}}";
        var bad = "{\"method\": \"create\", \"data\": {\"number\": \"WHOLE-2\", \"vendorNumber\": \"NOBODY\"}}";
        send(post(BULK).header("Idempotency-Key", "whole-1"), "{\"operations\": [" + good + ", " + bad + "]}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/operations/1/data/vendorNumber"));
        send(get("/api/v1/purchaseOrders/number:WHOLE-1"), "").andExpect(status().isNotFound());
        send(post(BULK), "{\"operations\": [" + good + "]}").andExpect(status().isPreconditionRequired());
        send(post(BULK + "?dryRun=true"), "{\"operations\": [" + good + "]}").andExpect(status().isOk()).andExpect(jsonPath("$.operations[0].record.number").value("WHOLE-1"));
        send(get("/api/v1/purchaseOrders/number:WHOLE-1"), "").andExpect(status().isNotFound());
        send(post(BULK).header("Idempotency-Key", "whole-2"), "{\"operations\": [{\"method\": \"paint\"}]}").andExpect(status().isBadRequest());
        send(post(BULK).header("Idempotency-Key", "whole-3"), "{\"mode\": \"some\", \"operations\": []}").andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/salesOrders/bulk").header("Idempotency-Key", "whole-4").contentType(MediaType.APPLICATION_JSON).content("{\"operations\": []}").with(csrf())
                .with(Shop.as(PermissionSet.VIEWER))).andExpect(status().isForbidden());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }
}
