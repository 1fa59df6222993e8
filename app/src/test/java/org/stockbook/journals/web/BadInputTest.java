package org.stockbook.journals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.journals.drafts.TestCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/**
 * What a journal is given that it must refuse, through the API: each line says its code, and nothing is posted. Unknown items, wrong
 * units, pasted rows, files and two users at once are in {@link JournalEndpointTest} and the tests of drafts.
 */
@SpringBootTest(properties = "stockbook.books-of-test=BadInputTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class BadInputTest {
    private static final String JOURNAL = "/api/v1/itemJournals/code:DEFAULT";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private String item = "";

    @BeforeEach
    void a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        item = TestCompany.item(dsl, "FIFO", "4");
    }

    @AfterEach
    void all_is_open_again() {
        dsl.execute("DELETE FROM inventory_period");
        dsl.execute("UPDATE gl_account SET blocked = false");
    }

    @Test
    void a_date_in_a_closed_period() throws Exception {
        dsl.execute("INSERT INTO inventory_period (ending_date, name, closed) VALUES ('2026-01-31', 'January', true)");
        add("'quantity': 1, 'unitAmount': 4, 'postingDate': '2026-01-31'");
        refused("costing.inventory-period-closed");
    }

    @Test
    void a_group_without_posting_setup() throws Exception {
        dsl.execute("INSERT INTO general_product_group (code) VALUES ('OTHER') ON CONFLICT DO NOTHING");
        dsl.execute("UPDATE item SET general_product_group_id = (SELECT id FROM general_product_group WHERE code = 'OTHER') WHERE no = ?", item);
        add("'quantity': 1, 'unitAmount': 4");
        refused("finance.posting-setup-missing");
    }

    @Test
    void a_blocked_account() throws Exception {
        dsl.execute("UPDATE gl_account SET blocked = true WHERE no = '5050'");
        add("'quantity': 1, 'unitAmount': 4");
        refused("finance.account-blocked");
    }

    @Test
    void an_entry_of_another_item() throws Exception {
        add("'quantity': 5, 'unitAmount': 4");
        send(posting(JOURNAL), "{}").andExpect(status().isOk());
        var entry = dsl.fetchSingle("SELECT max(entry_no) FROM item_ledger_entry").get(0, Long.class);
        item = TestCompany.item(dsl, "FIFO", "4");
        add("'quantity': 1, 'entryType': 'negativeAdjustment', 'appliesToEntry': " + entry);
        refused("ledger.application-invalid");
    }

    @Test
    void several_of_them_at_once_are_all_reported() throws Exception {
        dsl.execute("INSERT INTO inventory_period (ending_date, name, closed) VALUES ('2026-01-31', 'January', true)");
        add("'quantity': 1, 'unitAmount': 4, 'postingDate': '2026-01-02'");
        add("'quantity': 1, 'unitAmount': 4, 'postingDate': '2026-03-05'");
        add("'quantity': 0, 'unitAmount': 4");
        refused("costing.inventory-period-closed", "common.field-required");
    }

    /** A deleted item stays because entries name it: it is no record, and its number is not free. */
    @Test
    void an_item_that_was_deleted() throws Exception {
        dsl.execute("UPDATE item SET deleted_at = now() WHERE no = ?", item);
        send(get("/api/v1/items/number:" + item), "").andExpect(status().isNotFound());
        send(get("/api/v1/items?filter=number eq '" + item + "'"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value").isEmpty());
        send(get("/api/v1/itemVariants?filter=itemNumber eq '" + item + "'"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value").isEmpty());
        send(get("/api/v1/itemUnitsOfMeasure?filter=itemNumber eq '" + item + "'"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value").isEmpty());
        send(post("/api/v1/items"), "{\"number\": \"" + item + "\", \"displayName\": \"Again\"}").andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.errors[0].code").value("items.already-exists"));
        add("'quantity': 1, 'unitAmount': 4");
        refused("api.reference-not-found");
    }

    private void add(String fields) throws Exception {
        var line = "{'operations': [{'method': 'create', 'data': {'itemNumber': '%s', 'documentNumber': 'D1', %s}}]}".formatted(item, fields);
        send(post(JOURNAL + "/itemJournalLines/bulk"), line.replace('\'', '"')).andExpect(status().isOk());
    }

    /** With these codes, a text for each, and nothing written. */
    private void refused(String... codes) throws Exception {
        var before = dsl.fetchCount(DSL.table("value_entry"));
        send(posting(JOURNAL), "{}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].code", contains(codes)))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
        assertThat(dsl.fetchCount(DSL.table("value_entry"))).isEqualTo(before);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf().asHeader())
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()))));
    }

    private static MockHttpServletRequestBuilder posting(String batch) {
        return post(batch + "/post").header("If-Match", "*").header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
