package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/** Documents keep their files and tell who did what to them (spec: ui, sections 2.1 and 7). */
@SpringBootTest(properties = "stockbook.books-of-test=DossierTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class DossierTest {
    private static final String PDF = "%PDF-1.7\n1 0 obj";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    @BeforeEach
    void an_order() throws Exception {
        TradingCompany.create(dsl);
        client = new DocumentClient(mvc);
        client.create("purchaseOrders", """
                {"vendorNumber": "P10", "postingDate": "2026-05-05",
                "purchaseOrderLines": [{"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 5, "directUnitCost": 4}]}""").andExpect(status().isCreated());
    }

    @Test
    void files_go_with_the_order_to_what_is_posted_from_it_and_stay_there() throws Exception {
        client.read("purchaseOrders/number:PO-0001/attachments").andExpect(status().isOk()).andExpect(jsonPath("$.value", empty())).andExpect(jsonPath("$.removable").value(true));
        attach("purchaseOrders/number:PO-0001", "Confirmation.pdf", PDF).andExpect(status().isCreated()).andExpect(jsonPath("$.mediaType").value("application/pdf"));
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());

        for (var posted : new String[] {"purchaseReceipts/number:PR-0001", "purchaseInvoices/number:PI-0001"}) {
            var found = client.read(posted + "/attachments").andExpect(jsonPath("$.value[*].fileName", contains("Confirmation.pdf"))).andExpect(jsonPath("$.removable").value(false))
                    .andReturn().getResponse().getContentAsString();
            var address = posted + "/attachments/" + JsonPath.read(found, "$.value[0].id");
            client.read(address + "/content").andExpect(status().isOk()).andExpect(content().string(PDF)).andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("Content-Disposition", containsString("inline"))).andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
            client.remove(address).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("attachment.record-posted"));
        }
        assertThat(dsl.fetchCount(dsl.selectFrom("attached_content"))).isEqualTo(1);
        attach("purchaseReceipts/number:PR-0001", "Damage.txt", "one box is wet").andExpect(status().isCreated());
        client.read("purchaseInvoices/number:PI-0001/attachments").andExpect(jsonPath("$.value.length()").value(1));
    }

    @Test
    void a_quote_hands_its_files_on_and_a_deleted_document_leaves_none() throws Exception {
        client.create("salesQuotes", "{\"customerNumber\": \"P10\", \"salesQuoteLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 1, \"unitPrice\": 9}]}")
                .andExpect(status().isCreated());
        attach("salesQuotes/number:SQ-0001", "Sketch.txt", "like this").andExpect(status().isCreated());
        client.act("salesQuotes/number:SQ-0001/makeOrder", "{}").andExpect(status().isOk());
        client.read("salesOrders/number:SO-0001/attachments").andExpect(jsonPath("$.value[*].fileName", contains("Sketch.txt")));

        client.remove("salesOrders/number:SO-0001").andExpect(status().isNoContent());
        assertThat(dsl.fetchCount(dsl.selectFrom("attached_content"))).isZero();
    }

    @Test
    void what_is_no_document_and_what_is_none_of_ours_is_refused() throws Exception {
        attach("purchaseOrders/number:PO-0001", "order.pdf", "<html><script>alert(1)</script></html>").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("attachment.kind-not-taken")).andExpect(jsonPath("$.detail", containsString("PDF")));
        attach("purchaseOrders/number:PO-0001", "order.pdf", "").andExpect(jsonPath("$.code").value("attachment.empty"));
        attach("purchaseOrders/number:PO-9999", "order.pdf", PDF).andExpect(status().isNotFound());
        client.read("purchaseOrders/number:PO-0001/attachments/" + "00000000-0000-0000-0000-000000000000/content").andExpect(status().isNotFound());

        var found = attach("purchaseOrders/number:PO-0001", "order.pdf", PDF).andReturn().getResponse().getContentAsString();
        var id = (String) JsonPath.read(found, "$.id");
        client.create("purchaseOrders", "{\"vendorNumber\": \"P10\"}").andExpect(status().isCreated());
        client.read("purchaseOrders/number:PO-0002/attachments/" + id + "/content").andExpect(status().isNotFound());
        client.remove("purchaseOrders/number:PO-0001/attachments/" + id).andExpect(status().isNoContent());
        client.read("purchaseOrders/number:PO-0001/attachments").andExpect(jsonPath("$.value", empty()));
    }

    /** Spec: responsibility-centers, section 10: files of hidden documents. */
    @Test
    void documents_of_another_centre_show_neither_files_nor_activity() throws Exception {
        attach("purchaseOrders/number:PO-0001", "order.pdf", PDF).andExpect(status().isCreated());
        client.create("responsibilityCenters", "{\"code\": \"LONDON\"}").andExpect(status().isCreated());
        dsl.execute("""
                INSERT INTO user_setup (user_id, purchase_responsibility_center_id) SELECT u.id, c.id FROM app_user u, responsibility_center c
                WHERE u.login = 'system' AND c.code = 'LONDON'""");
        client.read("purchaseOrders/number:PO-0001/attachments").andExpect(status().isNotFound());
        client.read("purchaseOrders/number:PO-0001/activity").andExpect(status().isNotFound());
        attach("purchaseOrders/number:PO-0001", "order.pdf", PDF).andExpect(status().isNotFound());
    }

    @Test
    void the_activity_says_what_was_typed_and_what_was_posted() throws Exception {
        activity("purchaseOrders/number:PO-0001").andExpect(jsonPath("$.value[*].text", contains("Created")));
        client.change("purchaseOrders/number:PO-0001", "{\"externalDocumentNumber\": \"R-90331\"}").andExpect(status().isOk());
        client.change("purchaseOrders/number:PO-0001/purchaseOrderLines/10000", "{\"receiveQuantity\": 3}").andExpect(status().isOk());
        client.act("purchaseOrders/number:PO-0001/purchaseOrderLines", "{\"lineType\": \"item\", \"lineObjectNumber\": \"BELL\", \"quantity\": 1, \"directUnitCost\": 2}").andExpect(status().isOk());
        client.remove("purchaseOrders/number:PO-0001/purchaseOrderLines/20000").andExpect(status().isOk());
        client.act("purchaseOrders/number:PO-0001/release", "{}").andExpect(status().isOk());
        attach("purchaseOrders/number:PO-0001", "Confirmation.pdf", PDF).andExpect(status().isCreated());

        activity("purchaseOrders/number:PO-0001").andExpect(jsonPath("$.value[*].text", contains("File Confirmation.pdf added", "Released", "Line 2 deleted: Bell", "Line 2 added: Bell",
                "Line 1, To receive: 3", "External document no.: R-90331", "Created"))).andExpect(jsonPath("$.value[0].login").value("system"));

        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true}").andExpect(status().isOk());
        activity("purchaseOrders/number:PO-0001").andExpect(jsonPath("$.value[0].text").value("PR-0001 posted"))
                .andExpect(jsonPath("$.value[0].link").value("/posted-purchase-documents/purchaseReceipt.PR-0001")).andExpect(jsonPath("$.value[*].text", not(hasItem("Line 1 changed"))));
        activity("purchaseReceipts/number:PR-0001").andExpect(jsonPath("$.value[*].text", hasItem("Released")));
    }

    private ResultActions activity(String document) throws Exception {
        return client.read(document + "/activity").andExpect(status().isOk());
    }

    private ResultActions attach(String document, String name, String text) throws Exception {
        return mvc.perform(post("/api/v1/" + document + "/attachments").param("fileName", name).contentType(MediaType.APPLICATION_OCTET_STREAM).content(text.getBytes(StandardCharsets.UTF_8))
                .with(csrf()).with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()))));
    }
}
