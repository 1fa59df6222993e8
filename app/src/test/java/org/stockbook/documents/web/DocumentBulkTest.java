package org.stockbook.documents.web;

import static org.hamcrest.Matchers.containsString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.platform.identities.Identities;
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

    @Autowired
    private Identities identities;

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
                    .andExpect(jsonPath("$.operations[1].problem.errors[0].message").value(containsString("NOBODY")))
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

    /** What is named by its id is found as what is named by its number is, documents as well as what they name. */
    @Test
    void documents_and_what_they_name_may_be_meant_by_their_ids() throws Exception {
        var partner = identities.of("vendors", database.fetchSingle("SELECT id FROM vendor WHERE no = ?", vendor).get(0, Long.class));
        var operations = "{\"operations\": [{\"method\": \"create\", \"data\": {\"number\": \"BYID-1\", \"vendorId\": \"" + partner + "\"}}]}";
        var id = JsonPath.<String>read(send(post(BULK).header("Idempotency-Key", "ids-1"), operations).andExpect(status().isOk())
                .andExpect(jsonPath("$.operations[0].record.vendorNumber").value(vendor)).andReturn().getResponse().getContentAsString(), "$.operations[0].record.id");
        send(post(BULK).header("Idempotency-Key", "ids-2"), "{\"mode\": \"independent\", \"operations\": [{\"method\": \"update\", \"key\": \"" + id
                + "\", \"version\": 1, \"data\": {\"reference\": \"by id\"}}, {\"method\": \"update\", \"key\": \"" + id + "\", \"data\": {\"vendorId\": \"" + id
                + "\"}}, {\"method\": \"delete\", \"key\": \"" + partner + "\"}, {\"method\": \"delete\", \"key\": \"" + id + "\"}]}").andExpect(status().isOk())
                .andExpect(jsonPath("$.operations[0].record.reference").value("by id")).andExpect(jsonPath("$.operations[1].problem.code").value("api.reference-not-found"))
                .andExpect(jsonPath("$.operations[1].problem.errors[0].pointer").value("/operations/1/data/vendorId")).andExpect(jsonPath("$.operations[2].status").value(404))
                .andExpect(jsonPath("$.operations[3].status").value(204));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }
}
