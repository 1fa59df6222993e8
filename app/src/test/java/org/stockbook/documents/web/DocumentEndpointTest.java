package org.stockbook.documents.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import com.jayway.jsonpath.JsonPath;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/** Receive in parts, as a program (spec: api, section 12), and what a program may do wrong. */
@SpringBootTest(properties = "stockbook.books-of-test=DocumentEndpointTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class DocumentEndpointTest {
    private static final String ORDER = """
            {"vendorNumber": "p10", "postingDate": "2026-05-04", "purchaseOrderLines": [
                {"lineType": "item", "lineObjectNumber": "bike", "quantity": 10, "directUnitCost": 60}]}""";
    private static final String FIRST = "/api/v1/purchaseOrders/number:PO-0001";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @BeforeEach
    void a_company() {
        TradingCompany.create(dsl);
    }

    @Test
    void a_program_receives_an_order_in_parts() throws Exception {
        send(post("/api/v1/purchaseOrders").header("Idempotency-Key", "7f1c"), ORDER)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value("PO-0001"))
                .andExpect(jsonPath("$.totalAmountIncludingTax").value(750.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].receiveQuantity").value(10.0));
        send(patch(FIRST + "/purchaseOrderLines/10000").header("If-Match", "\"1\""), "{\"receiveQuantity\": 4}")
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.purchaseOrderLines[0].invoiceQuantity").value(4.0));
        send(post(FIRST + "/preview"), "{\"receive\": true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.itemLedgerEntries[0].quantity").value(4.0))
                .andExpect(jsonPath("$.generalLedgerEntries.length()").value(2));
        send(post(FIRST + "/post").header("If-Match", "\"2\"").header("Idempotency-Key", "7f1d"), "{\"receive\": true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.documents[0].number").value("PR-0001"))
                .andExpect(jsonPath("$.document.purchaseOrderLines[0].receivedQuantity").value(4.0));
        // The answer was lost and the call is sent again: the first answer, and nothing is posted twice.
        send(post(FIRST + "/post").header("If-Match", "\"2\"").header("Idempotency-Key", "7f1d"), "{\"receive\": true}")
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.documents[0].number").value("PR-0001"));
        send(post(FIRST + "/post").header("If-Match", "\"2\"").header("Idempotency-Key", "7f1e"), "{\"receive\": true}")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("common.changed-by-another"));
        send(post(FIRST + "/post").header("If-Match", "*").header("Idempotency-Key", "7f1f"), "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        send(post(FIRST + "/post").header("If-Match", "*").header("Idempotency-Key", "7f20"), "{\"invoice\": true}")
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.code").value("api.gone"));
    }

    /** A posted line keeps its id; it is listed, found under it and comes with its document. */
    @Test
    void posted_lines_have_ids_and_lists_of_their_own() throws Exception {
        send(post("/api/v1/purchaseOrders"), ORDER).andExpect(status().isCreated());
        send(post(FIRST + "/post").header("If-Match", "*").header("Idempotency-Key", "posted"), "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        var id = JsonPath.<String>read(send(get("/api/v1/purchaseReceipts/number:PR-0001"), "").andExpect(status().isOk()).andReturn().getResponse().getContentAsString(),
                "$.purchaseReceiptLines[0].id");
        send(get("/api/v1/purchaseReceiptLines?filter=itemNumber eq 'BIKE' and quantity ge 10&orderby=postingDate desc"), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.value.length()").value(1)).andExpect(jsonPath("$.value[0].id").value(id)).andExpect(jsonPath("$.value[0].directUnitCost").value(60))
                .andExpect(jsonPath("$.value[0].orderNumber").value("PO-0001")).andExpect(jsonPath("$.value[0].itemId").isNotEmpty());
        send(get("/api/v1/purchaseReceiptLines/" + id), "").andExpect(status().isOk()).andExpect(header().string("Content-Location", "/api/v1/purchaseReceiptLines/" + id))
                .andExpect(jsonPath("$.sequence").value(10000));
        send(get("/api/v1/purchaseReceiptLines/documentNumber:PR-0001,sequence:10000"), "").andExpect(status().isOk()).andExpect(jsonPath("$.id").value(id));
        send(get("/api/v1/purchaseReceipts?expand=purchaseReceiptLines(select=id,quantity)"), "").andExpect(jsonPath("$.value[0].purchaseReceiptLines[0].id").value(id));
        send(get("/api/v1/salesShipmentLines/" + id), "").andExpect(status().isNotFound());
        send(get("/api/v1/purchaseInvoices?filter=number eq 'NONE'"), "").andExpect(status().isOk());
    }

    @Test
    void mistakes_are_answered_with_their_codes() throws Exception {
        send(post("/api/v1/purchaseOrders"), "{\"vendorNumber\": \"NOBODY\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("api.reference-not-found"));
        send(post("/api/v1/purchaseOrders"), "{\"vendorNumber\": \"P10\", \"colour\": \"<b>red</b>\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("api.unknown-field"));
        send(post("/api/v1/purchaseOrders"), ORDER).andExpect(status().isCreated());
        send(patch(FIRST), "{\"externalDocumentNumber\": \"X\"}").andExpect(status().isPreconditionRequired());
        send(patch(FIRST).header("If-Match", "\"9\""), "{\"externalDocumentNumber\": \"X\"}").andExpect(status().isPreconditionFailed());
        send(post(FIRST + "/post").header("If-Match", "*").header("Idempotency-Key", "refused"), "{\"invoice\": true}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("common.above-invoiceable"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/purchaseOrderLines/0/invoiceQuantity"));
        send(post(FIRST + "/release").header("If-Match", "*"), "").andExpect(status().isOk());
        send(patch(FIRST + "/purchaseOrderLines/10000").header("If-Match", "*"), "{\"quantity\": 4}")
                .andExpect(jsonPath("$.errors[0].code").value("common.status-not-open"));
        send(get("/api/v1/salesOrders/number:NONE"), "").andExpect(status().isNotFound());
        send(delete(FIRST).header("If-Match", "*"), "").andExpect(status().isNoContent());
        send(get(FIRST), "").andExpect(status().isNotFound());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf().asHeader())
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()))));
    }
}
