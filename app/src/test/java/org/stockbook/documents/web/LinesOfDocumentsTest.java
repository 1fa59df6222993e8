package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Documents and their lines by id, lines with versions of their own (spec: api, sections 2, 5, 5.3, 12; acceptance A3 and A10). */
@SpringBootTest(properties = "stockbook.books-of-test=LinesOfDocumentsTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class LinesOfDocumentsTest {
    private static final String ORDER = """
            {"vendorNumber": "P10", "postingDate": "2026-05-05", "externalDocumentNumber": "X1", "purchaseOrderLines": [
            {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 10, "directUnitCost": 60},
            {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 3, "directUnitCost": 50}]}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    @BeforeEach
    void a_company() throws Exception {
        TradingCompany.create(dsl);
        client = new DocumentClient(mvc);
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private ResultActions patched(String line, String version, String body) throws Exception {
        return client.send(patch("/api/v1/purchaseOrderLines/" + line).header("If-Match", version), body);
    }

    /** Spec: api, section 12, apart from its figures. */
    @Test
    void an_order_is_received_in_parts_as_a_program_does_it() throws Exception {
        var made = body(client.send(post("/api/v1/purchaseOrders").header("Idempotency-Key", "7f1c"), """
                { "vendorNumber": "P10", "purchaseOrderLines": [ { "lineType": "item", "lineObjectNumber": "BIKE", "quantity": 10, "directUnitCost": 60 } ] }""")
                .andExpect(status().isCreated()).andExpect(header().exists("ETag")).andExpect(jsonPath("$.purchaseOrderLines[0].receiveQuantity").value(10)));
        String id = JsonPath.read(made, "$.id");
        String line = JsonPath.read(made, "$.purchaseOrderLines[0].id");
        patched(line, "\"1\"", "{ \"receiveQuantity\": 4 }").andExpect(status().isOk()).andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.receiveQuantity").value(4)).andExpect(jsonPath("$.document.id").value(id)).andExpect(jsonPath("$.document.totalAmountExcludingTax").value(600))
                .andExpect(jsonPath("$.issues").isArray());
        client.send(post("/api/v1/purchaseOrders/{id}/preview", id), "{ \"receive\": true }").andExpect(status().isOk()).andExpect(jsonPath("$.itemLedgerEntries[0].quantity").value("4"));
        var etag = client.read("purchaseOrders/" + id).andExpect(status().isOk()).andExpect(header().string("Content-Location", "/api/v1/purchaseOrders/" + id))
                .andReturn().getResponse().getHeader("ETag");
        client.send(post("/api/v1/purchaseOrders/{id}/post", id).header("If-Match", String.valueOf(etag)).header("Idempotency-Key", "7f1d"), "{ \"receive\": true }")
                .andExpect(status().isOk()).andExpect(jsonPath("$.purchaseReceipts[0].number").value("PR-0001")).andExpect(jsonPath("$.itemRegisters[0]").isNumber())
                .andExpect(jsonPath("$.purchaseOrder.etag").isString());
        String receipt = JsonPath.read(body(client.read("purchaseReceipts")), "$.value[0].id");
        client.read("purchaseReceipts/" + receipt).andExpect(status().isOk()).andExpect(jsonPath("$.id").value(receipt)).andExpect(jsonPath("$.number").value("PR-0001"));
        client.read("purchaseOrderLines/" + line).andExpect(header().string("ETag", "\"3\"")).andExpect(jsonPath("$.receivedQuantity").value(4));
    }

    /** Acceptance A3. */
    @Test
    void who_changes_the_same_line_second_is_told_and_other_lines_do_not_count() throws Exception {
        var made = body(client.create("purchaseOrders", ORDER).andExpect(status().isCreated()));
        String first = JsonPath.read(made, "$.purchaseOrderLines[0].id");
        String second = JsonPath.read(made, "$.purchaseOrderLines[1].id");
        patched(first, "\"1\"", "{\"quantity\": 8}").andExpect(status().isOk());
        patched(second, "\"1\"", "{\"quantity\": 2}").andExpect(status().isOk());
        patched(first, "\"1\"", "{\"quantity\": 7}").andExpect(status().isPreconditionFailed()).andExpect(jsonPath("$.code").value("common.changed-by-another"))
                .andExpect(jsonPath("$.params.etag").value("2")).andExpect(jsonPath("$.params.changedBy").value("system")).andExpect(jsonPath("$.params.changedAt").exists())
                .andExpect(jsonPath("$.errors[0].params.yours").value("7")).andExpect(jsonPath("$.errors[0].params.theirs").value("8"));
        patched(first, "", "{\"quantity\": 7}").andExpect(status().is(428));
        client.send(delete("/api/v1/purchaseOrderLines/" + first).header("If-Match", "\"1\""), "").andExpect(status().isPreconditionFailed());
        client.send(delete("/api/v1/purchaseOrderLines/" + first).header("If-Match", "\"2\""), "").andExpect(status().isNoContent());
        client.read("purchaseOrderLines/" + first).andExpect(status().isNotFound());
        client.read("salesOrderLines/" + second).andExpect(status().isNotFound());
        client.read("purchaseOrderLines/" + second).andExpect(status().isOk()).andExpect(jsonPath("$.quantity").value(2));
    }

    @Test
    void lines_are_listed_filtered_and_shown_with_their_documents() throws Exception {
        var made = body(client.create("purchaseOrders", ORDER).andExpect(status().isCreated()));
        String id = JsonPath.read(made, "$.id");
        String second = JsonPath.read(made, "$.purchaseOrderLines[1].id");
        client.create("purchaseOrders", ORDER.replace("X1", "X2")).andExpect(status().isCreated());
        client.read("purchaseOrderLines?filter=quantity eq 3&orderby=documentNumber desc").andExpect(jsonPath("$.value[*].documentNumber", contains("PO-0002", "PO-0001")))
                .andExpect(jsonPath("$.value[1].id").value(second)).andExpect(jsonPath("$.value[1].etag").value("1"));
        client.read("purchaseOrderLines?top=3&count=true").andExpect(jsonPath("$.value.length()").value(3)).andExpect(jsonPath("$.count").value(4)).andExpect(jsonPath("$.nextLink").exists());
        client.read("purchaseOrders?expand=purchaseOrderLines(select=sequence,quantity;filter=outstandingQuantity gt 5)&orderby=number")
                .andExpect(jsonPath("$.value.length()").value(2)).andExpect(jsonPath("$.value[0].purchaseOrderLines[*].quantity", contains(10)))
                .andExpect(jsonPath("$.value[0].purchaseOrderLines[0].description").doesNotExist());
        client.read("purchaseOrders/" + id + "/purchaseOrderLines").andExpect(jsonPath("$.value[*].sequence", contains(10000, 20000)));
        client.send(post("/api/v1/purchaseOrders/" + id + "/purchaseOrderLines").header("If-Match", "*"), "{\"lineType\": \"comment\", \"description\": \"handle with care\"}")
                .andExpect(status().isOk());
        client.read("purchaseOrders/" + id + "/purchaseOrderLines").andExpect(jsonPath("$.value.length()").value(3));
    }

    /** Spec: api, section 11: posted invoices and memos are addressed where open ones are, and listed beside them. */
    @Test
    void a_posted_invoice_gives_its_lines_as_a_receipt_does() throws Exception {
        client.create("purchaseOrders", ORDER).andExpect(status().isCreated());
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        client.create("purchaseInvoices", ORDER.replace("purchaseOrderLines", "purchaseInvoiceLines").replace("X1", "X2")).andExpect(status().isCreated());

        var posted = body(client.read("purchaseInvoices/number:PI-0002").andExpect(status().isOk()));
        assertThat(JsonPath.<String>read(posted, "$.status")).isEqualTo("open");
        var listed = body(client.read("postedPurchaseInvoices?expand=postedPurchaseInvoiceLines(select=sequence,quantity,netAmount)").andExpect(status().isOk())
                .andExpect(jsonPath("$.value.length()").value(1)).andExpect(jsonPath("$.value[0].postedPurchaseInvoiceLines[*].quantity", contains(10, 3))));
        String id = JsonPath.read(listed, "$.value[0].id");
        String number = JsonPath.read(listed, "$.value[0].number");
        client.read("postedPurchaseInvoices?filter=postedPurchaseInvoiceLines/any(l: l/quantity eq 3)").andExpect(jsonPath("$.value[*].number", contains(number)));
        client.read("postedPurchaseInvoices?filter=postedPurchaseInvoiceLines/any(l: l/quantity eq 4)").andExpect(jsonPath("$.value").isEmpty());
        var lines = body(client.read("purchaseInvoices/" + id + "/purchaseInvoiceLines").andExpect(status().isOk()).andExpect(jsonPath("$.value[*].quantity", contains(10.0, 3.0)))
                .andExpect(jsonPath("$.value[0].itemLedgerEntryNumbers").isArray()));
        client.read("purchaseInvoices/" + id + "/purchaseInvoiceLines/20000").andExpect(status().isOk()).andExpect(jsonPath("$.quantity").value(3.0));
        client.read("purchaseInvoices/" + id + "/purchaseInvoiceLines/30000").andExpect(status().isNotFound());
        client.read("purchaseInvoices/" + id + "/purchaseOrderLines").andExpect(status().isNotFound());
        String line = JsonPath.read(lines, "$.value[1].id");
        client.read("purchaseInvoiceLines/" + line).andExpect(status().isOk()).andExpect(jsonPath("$.id").value(line)).andExpect(jsonPath("$.quantity").value(3.0))
                .andExpect(header().string("Content-Location", "/api/v1/purchaseInvoiceLines/" + line));
        client.read("salesInvoiceLines/" + line).andExpect(status().isNotFound());
        client.read("postedPurchaseInvoiceLines/" + line).andExpect(status().isOk()).andExpect(jsonPath("$.documentNumber").value(number)).andExpect(jsonPath("$.netAmount").value(150));
        client.read("postedPurchaseInvoiceLines?filter=lineObjectNumber eq 'BIKE'&orderby=quantity").andExpect(jsonPath("$.value[*].quantity", contains(3, 10)));
        client.read("purchaseInvoiceLines").andExpect(jsonPath("$.value[*].documentNumber", contains("PI-0002", "PI-0002")));
    }

    @Test
    void documents_name_records_by_number_or_id() throws Exception {
        var vendor = JsonPath.<String>read(body(client.read("vendors/number:P10")), "$.id");
        var item = JsonPath.<String>read(body(client.read("items/number:BIKE")), "$.id");
        client.create("purchaseOrders", """
                {"vendorId": "%s", "purchaseOrderLines": [{"lineType": "item", "lineObjectId": "%s", "quantity": 1}]}""".formatted(vendor, item))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.vendorNumber").value("P10")).andExpect(jsonPath("$.vendorId").value(vendor))
                .andExpect(jsonPath("$.purchaseOrderLines[0].lineObjectNumber").value("BIKE")).andExpect(jsonPath("$.purchaseOrderLines[0].lineObjectId").value(item));
        client.create("purchaseOrders", "{\"vendorId\": \"%s\"}".formatted(item)).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.reference-not-found"))
                .andExpect(jsonPath("$.params.field").value("vendorId"));
        client.create("purchaseOrders", "{\"vendorId\": \"%s\", \"vendorNumber\": \"P20\"}".formatted(vendor)).andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("api.reference-mismatch"));
    }

    /** Spec: responsibility-centers, section 4: what another centre agreed on is not there for who is limited to one. */
    @Test
    void a_line_of_another_centre_is_not_there() throws Exception {
        var lines = new String[2];
        var orders = new String[2];
        var at = 0;
        for (var center : new String[] {"LEEDS", "LONDON"}) {
            client.create("responsibilityCenters", "{\"code\": \"%s\"}".formatted(center)).andExpect(status().isCreated());
            var made = body(client.create("purchaseOrders", ORDER.replace("\"X1\"", "\"X1\", \"responsibilityCenterCode\": \"" + center + "\"")).andExpect(status().isCreated()));
            orders[at] = JsonPath.read(made, "$.id");
            lines[at++] = JsonPath.read(made, "$.purchaseOrderLines[0].id");
        }
        dsl.execute("""
                INSERT INTO user_setup (user_id, purchase_responsibility_center_id) SELECT u.id, c.id FROM app_user u, responsibility_center c
                WHERE u.login = 'system' AND c.code = 'LONDON'""");
        client.read("purchaseOrders/" + orders[0]).andExpect(status().isNotFound());
        client.read("purchaseOrders/" + orders[0] + "/purchaseOrderLines").andExpect(status().isNotFound());
        client.read("purchaseOrderLines/" + lines[0]).andExpect(status().isNotFound());
        patched(lines[0], "*", "{\"quantity\": 1}").andExpect(status().isNotFound());
        client.remove("purchaseOrderLines/" + lines[0]).andExpect(status().isNotFound());
        client.read("purchaseOrderLines?count=true").andExpect(jsonPath("$.count").value(2)).andExpect(jsonPath("$.value[*].documentNumber", containsInAnyOrder("PO-0002", "PO-0002")));
        client.read("purchaseOrders?expand=purchaseOrderLines").andExpect(jsonPath("$.value.length()").value(1));
        patched(lines[1], "\"1\"", "{\"quantity\": 9}").andExpect(status().isOk());
        assertThat(dsl.fetchSingle("SELECT quantity::integer FROM document_line ORDER BY id LIMIT 1").get(0, Integer.class)).isEqualTo(10);
    }
}
