package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/** Spec: responsibility-centers, sections 4 to 6 and example C-6: what was posted for another centre is not there for who is limited to one. */
@SpringBootTest(properties = "stockbook.books-of-test=PostedOfOtherCentersTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PostedOfOtherCentersTest {
    private static final String LIST = "postedPurchaseDocuments";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    /** One receipt and invoice of each centre: the first of LEEDS, the second of LONDON, for which the user works from now on. */
    @BeforeEach
    void two_centres_have_bought() throws Exception {
        TradingCompany.create(dsl);
        client = new DocumentClient(mvc);
        var number = 1;
        for (var center : new String[] {"LEEDS", "LONDON"}) {
            client.create("responsibilityCenters", "{\"code\": \"%s\"}".formatted(center)).andExpect(status().isCreated());
            client.create("purchaseOrders", """
                    {"vendorNumber": "P10", "postingDate": "2026-05-05", "externalDocumentNumber": "X%s", "responsibilityCenterCode": "%s",
                    "purchaseOrderLines": [{"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 5, "directUnitCost": 4, "invoiceQuantity": 2}]}"""
                    .formatted(center, center)).andExpect(status().isCreated());
            client.act("purchaseOrders/number:PO-000%d/post".formatted(number++), "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        }
        client.read(LIST).andExpect(jsonPath("$.value[*].number", containsInAnyOrder("PR-0001", "PR-0002", "PI-0001", "PI-0002")));
        dsl.execute("""
                INSERT INTO user_setup (user_id, purchase_responsibility_center_id) SELECT u.id, c.id FROM app_user u, responsibility_center c
                WHERE u.login = 'system' AND c.code = 'LONDON'""");
    }

    @Test
    void lists_counts_searches_and_exports_hold_only_those_of_the_own_centre() throws Exception {
        client.read(LIST + "?count=true").andExpect(jsonPath("$.value[*].number", containsInAnyOrder("PR-0002", "PI-0002"))).andExpect(jsonPath("$.count").value(2));
        client.read(LIST + "?search=PR-000").andExpect(jsonPath("$.value[*].number", contains("PR-0002")));
        client.read(LIST + "?filter=number eq 'PR-0001'").andExpect(jsonPath("$.value").isEmpty());
        mvc.perform(get("/api/v1/" + LIST).accept("text/csv").with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of())))).andExpect(content().string(containsString("PR-0002"))).andExpect(content().string(not(containsString("PR-0001"))));
        client.send(get("/posted-purchase-documents"), "").andExpect(status().isOk()).andExpect(content().string(containsString("PR-0002")))
                .andExpect(content().string(not(containsString("PR-0001"))));
    }

    @Test
    void none_of_another_centre_can_be_read_taken_back_or_taken_over() throws Exception {
        client.read("purchaseReceipts/number:PR-0001").andExpect(status().isNotFound());
        client.read("purchaseInvoices/number:PI-0001").andExpect(status().isNotFound());
        client.read("purchaseInvoices/number:PI-0001/corrections").andExpect(status().isNotFound());
        client.act("purchaseReceipts/number:PR-0001/undo", "{}").andExpect(status().isNotFound());
        for (var action : new String[] {"cancel", "correct", "createCorrectiveCreditMemo"}) {
            client.act("purchaseInvoices/number:PI-0001/" + action, "{\"postingDate\": \"2026-05-06\"}").andExpect(status().isNotFound());
        }
        client.create("purchaseInvoices", "{\"vendorNumber\": \"P10\", \"postingDate\": \"2026-05-06\"}").andExpect(status().isCreated());
        var draft = dsl.fetchSingle("SELECT no FROM document_header WHERE kind = 'PURCHASE_INVOICE'").get(0, String.class);
        client.act("purchaseInvoices/number:" + draft + "/getReceiptLines", "{\"lines\": [{\"number\": \"PR-0001\"}]}");
        client.act("purchaseInvoices/number:" + draft + "/getReceiptLines", "{\"lines\": [{\"number\": \"PR-0002\"}]}").andExpect(status().isOk());
        assertThat(dsl.fetch("SELECT DISTINCT description FROM document_line l JOIN document_header h ON h.id = l.document_header_id WHERE h.no = ? AND description LIKE 'Receipt%'", draft)
                .getValues(0, String.class)).containsExactly("Receipt PR-0002");
        assertThat(dsl.fetchCount(dsl.selectFrom("posted_document"))).isEqualTo(4);
        client.read("purchaseReceipts/number:PR-0002").andExpect(status().isOk());
    }

    /** Who comes from the item ledger reads it, and finds nothing to do with it. */
    @Test
    void from_an_entry_of_the_ledger_it_may_be_read_but_not_acted_on() throws Exception {
        client.send(get("/posted-purchase-documents/purchaseReceipt.PR-0001"), "").andExpect(status().isOk()).andExpect(content().string(containsString("PR-0001")))
                .andExpect(content().string(not(containsString("/undo"))));
        client.send(get("/posted-purchase-documents/purchaseReceipt.PR-0002"), "").andExpect(status().isOk()).andExpect(content().string(containsString("/undo")));
    }
}
