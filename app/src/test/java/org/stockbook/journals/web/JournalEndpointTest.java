package org.stockbook.journals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.api.Shop;

/** Journals, the application worksheet and inventory periods as a program uses them, and what it may do wrong. */
@SpringBootTest(properties = "stockbook.books-of-test=JournalEndpointTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class JournalEndpointTest {
    private static final String ITEMS = "/api/v1/itemJournals/code:DEFAULT";
    private static final String REVALUE = "/api/v1/revaluationJournals/code:DEFAULT";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private Identities identities;

    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        dsl.execute("DELETE FROM journal_batch WHERE name <> 'DEFAULT'");
        item = TestCompany.item(dsl, "FIFO", "4");
    }

    @Test
    void goods_come_in_move_and_get_a_new_value() throws Exception {
        add(ITEMS, "'quantity': 10, 'unitAmount': 4, 'locationCode': 'BLUE'").andExpect(status().isOk()).andExpect(jsonPath("$.lines[0].amount").value("40.00"));
        send(posting(ITEMS), "{}").andExpect(status().isOk()).andExpect(jsonPath("$.itemLedgerEntries").value(1));

        var moves = "/api/v1/reclassificationJournals/code:DEFAULT";
        add(moves, "'quantity': 4, 'locationCode': 'BLUE', 'newLocationCode': 'RED'").andExpect(status().isOk());
        send(post(moves + "/preview"), "{}").andExpect(jsonPath("$.itemLedgerEntries.length()").value(2));
        send(posting(moves), "{}").andExpect(status().isOk()).andExpect(jsonPath("$.itemLedgerEntries").value(2));

        send(post(REVALUE + "/calculate"), json("{'postingDate': '2026-03-05', 'documentNumber': 'r1', 'itemNumber': '%s', 'byLocation': true}".formatted(item)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines.length()").value(2))
                .andExpect(jsonPath("$.lines[0].inventoryValueCalculated").value("24.00"))
                .andExpect(jsonPath("$.lines[0].inventoryValuePer").value("location"));
        var line = lastLine();
        send(post(REVALUE + "/itemJournalLines/bulk"), json("{'operations': [{'method': 'update', 'id': '%s', 'version': 1, 'data': {'unitCostRevalued': 5}}]}".formatted(line)))
                .andExpect(jsonPath("$.lines[0].amount").value("4.00"));
        send(post(REVALUE + "/preview"), "{}").andExpect(jsonPath("$.generalLedgerAccounts.length()").value(2));
        send(post(REVALUE + "/post").header("If-Match", "*").header("Idempotency-Key", "v1"), "{}").andExpect(status().isOk()).andExpect(jsonPath("$.valueEntries").value(1));
        send(post(REVALUE + "/post").header("If-Match", "*").header("Idempotency-Key", "v1"), "{}").andExpect(status().isOk()).andExpect(jsonPath("$.valueEntries").value(1))
                .andExpect(header().string("Idempotency-Replayed", "true"));
        assertThat(dsl.fetchCount(DSL.table("value_entry"), DSL.condition("value_entry_type = 'REVALUATION'"))).isEqualTo(1);
    }

    /** Spec: api, sections 4, 5.3 and 11. */
    @Test
    void a_journal_is_read_with_its_lines_in_one_call() throws Exception {
        add(ITEMS, "'quantity': 10, 'unitAmount': 4, 'locationCode': 'BLUE'").andExpect(status().isOk());
        add(ITEMS, "'quantity': 2, 'unitAmount': 4, 'locationCode': 'RED'").andExpect(status().isOk());
        send(get(ITEMS + "?expand=itemJournalLines(select=sequence,quantity;filter=quantity gt 5)&select=code,lines"), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("DEFAULT")).andExpect(jsonPath("$.lines").value(2)).andExpect(jsonPath("$.displayName").doesNotExist())
                .andExpect(jsonPath("$.itemJournalLines[*].quantity", contains(10)));
        var whole = send(get(ITEMS), "").andExpect(status().isOk()).andExpect(header().exists("ETag")).andExpect(jsonPath("$.kind").value("item")).andExpect(jsonPath("$.itemJournalLines").doesNotExist());
        String id = JsonPath.read(whole.andReturn().getResponse().getContentAsString(), "$.id");
        send(get("/api/v1/itemJournals/" + id + "?expand=itemJournalLines"), "").andExpect(jsonPath("$.itemJournalLines.length()").value(2));
        send(get(ITEMS + "?expand=colours"), "").andExpect(status().isBadRequest());
    }

    /** A GET is safe (RFC 9110): what is only looked at stays as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"itemJournals", "reclassificationJournals", "revaluationJournals", "recurringJournals"})
    void a_look_at_a_journal_makes_nothing(String journal) throws Exception {
        dsl.execute("DELETE FROM journal_batch");
        var before = dsl.fetchCount(DSL.table("journal_batch"));
        send(get("/api/v1/" + journal), "").andExpect(jsonPath("$.value[*].code", contains("DEFAULT")));
        send(get("/api/v1/" + journal + "/code:DEFAULT"), "").andExpect(status().isOk()).andExpect(jsonPath("$.lines").value(0));
        assertThat(dsl.fetchCount(DSL.table("journal_batch"))).isEqualTo(before);
    }

    @Test
    void whoever_deletes_the_last_batch_finds_an_empty_one_and_journals_take_the_series_of_the_company_once() throws Exception {
        send(delete(ITEMS).header("If-Match", "*"), "").andExpect(status().isNoContent());
        send(get(ITEMS), "").andExpect(status().isOk()).andExpect(jsonPath("$.lines").value(0)).andExpect(jsonPath("$.numberSeriesCode").doesNotExist());
        dsl.execute("INSERT INTO number_series (code) VALUES ('JNL'), ('JNL2') ON CONFLICT DO NOTHING");
        for (var series : List.of("JNL", "JNL2")) {
            dsl.execute("UPDATE inventory_setup SET journal_number_series_id = (SELECT id FROM number_series WHERE code = ?)", series);
            send(get(ITEMS), "").andExpect(jsonPath("$.numberSeriesCode").value("JNL"));
            send(get("/api/v1/recurringJournals/code:DEFAULT"), "").andExpect(jsonPath("$.numberSeriesCode").doesNotExist());
        }
        dsl.execute("UPDATE inventory_setup SET journal_number_series_id = NULL");
        dsl.execute("UPDATE journal_template SET number_series_id = NULL");
        dsl.execute("UPDATE journal_batch SET number_series_id = NULL");
    }

    /** Spec: api, section 4. */
    @Test
    void journals_are_read_with_their_lines() throws Exception {
        add(ITEMS, "'quantity': 10, 'unitAmount': 4, 'locationCode': 'BLUE'");
        add(REVALUE, "'unitCostRevalued': 4");
        send(get("/api/v1/itemJournals?expand=itemJournalLines(select=quantity;filter=quantity gt 5)"), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.value[0].itemJournalLines.length()").value(1)).andExpect(jsonPath("$.value[0].itemJournalLines[0].quantity").value(10))
                .andExpect(jsonPath("$.value[0].itemJournalLines[0].length()").value(1));
        send(get("/api/v1/revaluationJournals?expand=itemJournalLines"), "").andExpect(jsonPath("$.value[0].itemJournalLines.length()").value(1))
                .andExpect(jsonPath("$.value[0].itemJournalLines[0].journalKind").value("revaluation"));
        send(get("/api/v1/journals?expand=journalLines"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].journalLines").isEmpty());
    }

    /** Spec: ui, wireframe 13.2: what the line leaves on hand, the lines above it counted. */
    @Test
    void a_line_says_what_it_and_those_above_it_leave_in_stock() throws Exception {
        add(ITEMS, "'quantity': 10, 'unitAmount': 4, 'locationCode': 'BLUE'");
        send(posting(ITEMS), "{}").andExpect(status().isOk());
        add(ITEMS, "'quantity': 3, 'entryType': 'negativeAdjustment', 'locationCode': 'BLUE'");
        add(ITEMS, "'quantity': 5, 'entryType': 'positiveAdjustment', 'unitAmount': 4, 'locationCode': 'RED'");
        add(ITEMS, "'quantity': 9, 'entryType': 'negativeAdjustment', 'locationCode': 'BLUE'");
        add(ITEMS, "'quantity': 1, 'entryType': 'negativeAdjustment', 'locationCode': 'BLUE'");
        var lines = dsl.fetch("SELECT id FROM journal_line ORDER BY line_no").getValues(0, Long.class).stream().map(key -> identities.of("itemJournalLines", key)).toList();

        send(get(ITEMS + "/itemJournalLines/" + lines.get(2) + "/stock"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$.value[0].locationCode").value("BLUE")).andExpect(jsonPath("$.value[0].onHand").value("10")).andExpect(jsonPath("$.value[0].above").value("-3"))
                .andExpect(jsonPath("$.value[0].moved").value("-9")).andExpect(jsonPath("$.value[0].after").value("-2"));
        send(get(ITEMS + "/itemJournalLines/" + lines.get(1) + "/stock"), "").andExpect(jsonPath("$.value[0].onHand").value("0")).andExpect(jsonPath("$.value[0].after").value("5"));
        send(get(ITEMS + "/itemJournalLines/" + identities.of("itemJournalLines", 999_999_999) + "/stock"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value").isEmpty());

        var moves = "/api/v1/reclassificationJournals/code:DEFAULT";
        add(moves, "'quantity': 4, 'locationCode': 'BLUE', 'newLocationCode': 'RED'").andExpect(status().isOk());
        var move = identities.of("itemJournalLines", dsl.fetchSingle("SELECT max(id) FROM journal_line").get(0, Long.class));
        send(get(moves + "/itemJournalLines/" + move + "/stock"), "").andExpect(jsonPath("$.value[*].locationCode", contains("BLUE", "RED")))
                .andExpect(jsonPath("$.value[*].after", contains("6", "4")));
    }

    /** The preview says what the card will say: 10 at 4.00 and 10 at 6.00 are 20 at 5.00 each. */
    @Test
    void a_preview_shows_the_unit_cost_before_and_after() throws Exception {
        var average = TestCompany.item(dsl, "AVERAGE", "0");
        for (var cost : new String[] {"4", "6"}) {
            send(post(ITEMS + "/itemJournalLines/bulk"), json("{'operations': [{'method': 'create', 'data': {'postingDate': '2026-03-02', 'entryType': 'positiveAdjustment', 'documentNumber': 'A1', "
                    + "'itemNumber': '" + average + "', 'quantity': 10, 'unitAmount': " + cost + ", 'locationCode': 'BLUE'}}]}")).andExpect(status().isOk());
            if (cost.equals("4")) {
                send(posting(ITEMS), "{}").andExpect(status().isOk());
            }
        }

        var preview = send(post(ITEMS + "/preview"), "{}").andExpect(status().isOk());

        preview.andExpect(jsonPath("$.stock[0].unitCostBefore").value("4")).andExpect(jsonPath("$.stock[0].unitCostAfter").value("5"));
        send(posting(ITEMS), "{}").andExpect(status().isOk());
        assertThat(dsl.fetchSingle("SELECT unit_cost FROM item_cost c JOIN item i ON i.id = c.item_id WHERE i.no = ?", average).get(0, BigDecimal.class)).isEqualByComparingTo("5");
    }

    @Test
    void mistakes_are_answered_with_their_codes() throws Exception {
        refused(add(ITEMS, "'colour': 'red'"), 400, "api.unknown-field");
        refused(add(ITEMS, "'newLocationCode': 'RED'"), 400, "api.field-read-only");
        refused(add(REVALUE, "'inventoryValueCalculated': 1"), 400, "api.field-read-only");
        refused(add(ITEMS, "'quantity': {'of': 1}"), 400, "api.value-unreadable");
        refused(add("/api/v1/itemJournals/code:NOWHERE", "'quantity': 1"), 404, "api.reference-not-found");
        send(post("/api/v1/otherJournals/code:DEFAULT/post"), "{}").andExpect(status().is4xxClientError());
        send(post(ITEMS + "/itemJournalLines/bulk"), "{\"operations\": 7}").andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.malformed"));
        refused(send(post(ITEMS + "/itemJournalLines/bulk"), json("{'operations': [{'method': 'turn'}]}")), 400, "api.unknown-field");
        refused(send(posting(ITEMS), "{}"), 422, "common.nothing-to-post");
        refused(send(post(ITEMS + "/calculate"), json("{'postingDate': '2026-03-05'}")), 404, "api.reference-not-found");
        refused(send(post(REVALUE + "/calculate"), json("{'postingDate': 'soon'}")), 422, "api.value-unreadable");
        refused(send(post(REVALUE + "/calculate"), json("{'postingDate': '2026-03-05', 'colour': 1}")), 400, "api.unknown-field");
        refused(send(post(REVALUE + "/calculate"), json("{'postingDate': '2026-03-05', 'inventoryValuePer': 'bin'}")), 422, "api.word-unknown")
                .andExpect(jsonPath("$.params.allowed", contains("item", "itemLedgerEntry")));
        send(post(REVALUE + "/calculate"), json("{'postingDate': '2026-03-05', 'itemNumber': 'NOBODY'}")).andExpect(status().isOk())
                .andExpect(jsonPath("$.issues[0].code").value("api.reference-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE journal_line; --", "<script>alert(1)</script>", "\\u0000", "1e999999999", "-", "\\ud83d\\udeb2\\udeb2"})
    void whatever_is_typed_into_any_field_is_kept_and_reported(String typed) throws Exception {
        var fields = "'itemNumber documentNumber variantCode locationCode quantity unitOfMeasureCode unitAmount amount postingDate entryType reasonCode "
                + "appliesToEntry serialNumber lotNumber description shortcutDimension1Code generalBusinessPostingGroupCode'";
        var body = new StringBuilder("{\"operations\": [{\"method\": \"create\", \"data\": {");
        for (var field : fields.replace("'", "").split(" ")) {
            body.append('"').append(field).append("\": \"").append(typed).append("\",");
        }
        send(post(ITEMS + "/itemJournalLines/bulk"), body.deleteCharAt(body.length() - 1) + "}}]}").andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].issues").isNotEmpty());
        send(post(ITEMS + "/validate"), "{}").andExpect(status().isOk());
        send(posting(ITEMS), "{}").andExpect(status().isUnprocessableContent());
    }

    @Test
    void stale_versions_and_reused_keys_are_refused() throws Exception {
        add(ITEMS, "'quantity': 1");
        var line = lastLine();
        var edit = "{'operations': [{'method': 'update', 'id': '%s', 'version': 7, 'data': {'quantity': 2}}]}".formatted(line);
        refused(send(post(ITEMS + "/itemJournalLines/bulk"), json(edit)), 412, "common.changed-by-another");
        refused(send(posting(ITEMS), json("{'version': 999999}")), 412, "common.changed-by-another");
        send(post(ITEMS + "/post").header("If-Match", "*").header("Idempotency-Key", "k1"), "{}").andExpect(status().isOk());
        refused(send(post(ITEMS + "/post").header("If-Match", "*").header("Idempotency-Key", "k1"), json("{'version': 5}")), 422, "api.idempotency-key-reused");
        refused(send(patch("/api/v1/itemJournals/code:DEFAULT").header("If-Match", "\"999999\""), json("{'displayName': 'x'}")), 412, "common.changed-by-another");
        refused(send(patch("/api/v1/itemJournals/code:DEFAULT").header("If-Match", "\"abc\""), json("{'displayName': 'x'}")), 400, "api.value-unreadable");
        refused(send(patch("/api/v1/itemJournals/code:DEFAULT"), json("{'displayName': 'x'}")), 428, "api.version-required");
        var version = send(get("/api/v1/itemJournals/code:DEFAULT"), "").andExpect(status().isOk()).andReturn().getResponse().getHeader("ETag");
        send(patch("/api/v1/itemJournals/code:DEFAULT").header("If-Match", version), json("{'displayName': 'Everything'}")).andExpect(status().isOk()).andExpect(header().exists("ETag"));
    }

    /** Nothing is left out without a word. */
    @Test
    void lines_know_no_option_but_the_page() throws Exception {
        add(ITEMS, "'quantity': 1");
        add(ITEMS, "'quantity': 2");
        send(get(ITEMS + "/itemJournalLines?$skip=1&top=5000"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$.value[0].quantity").value("2"));
        refused(send(get(ITEMS + "/itemJournalLines?filter=quantity gt 1"), ""), 400, "api.unknown-field");
        refused(send(get(ITEMS + "/itemJournalLines?top=all"), ""), 400, "api.malformed");
        refused(send(get(ITEMS + "/itemJournalLines?skip=-1"), ""), 400, "api.malformed");
    }

    @Test
    void batches_come_and_go() throws Exception {
        send(post("/api/v1/recurringJournals"), json("{'code': 'monthly', 'displayName': 'Every month'}")).andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/recurringJournals/code:MONTHLY"))
                .andExpect(jsonPath("$.code").value("MONTHLY")).andExpect(jsonPath("$.kind").value("recurring"));
        send(get("/api/v1/recurringJournals"), "").andExpect(jsonPath("$.value.length()").value(2));
        refused(send(post("/api/v1/recurringJournals"), json("{'code': 'MONTHLY'}")), 422, "common.already-exists");
        refused(send(post("/api/v1/recurringJournals"), json("{'code': ''}")), 422, "common.field-required");
        refused(send(post("/api/v1/recurringJournals"), json("{'code': 'OTHER', 'reasonCode': 'NONE'}")), 422, "api.reference-not-found");
        refused(send(delete("/api/v1/recurringJournals/code:MONTHLY"), ""), 428, "api.version-required");
        refused(send(delete("/api/v1/recurringJournals/code:MONTHLY").header("If-Match", "\"77\""), ""), 412, "common.changed-by-another");
        send(delete("/api/v1/recurringJournals/code:MONTHLY").header("If-Match", "\"0\""), "").andExpect(status().isNoContent());
        send(get("/api/v1/recurringJournals/code:MONTHLY"), "").andExpect(status().isNotFound());
    }

    /** Whoever numbers lines anew has seen all of them. */
    @Test
    void renumbering_names_the_version_that_was_read() throws Exception {
        add(ITEMS, "'quantity': 1");
        refused(send(once(ITEMS + "/renumber"), "{}"), 428, "api.version-required");
        refused(send(post(ITEMS + "/renumber").header("If-Match", "*"), "{}"), 428, "api.idempotency-key-required");
        refused(send(once(ITEMS + "/renumber").header("If-Match", "\"999999\""), "{}"), 412, "common.changed-by-another").andExpect(jsonPath("$.params.etag").isNotEmpty());
        refused(send(once(ITEMS + "/renumber").header("If-Match", "*"), "{}"), 422, "finance.series-required");
    }

    @Test
    void lines_come_from_a_file_in_the_body() throws Exception {
        var file = "itemNumber;quantity;documentNumber\n" + item + ";1,5;D1\nUNKNOWN;1;D1\n";
        mvc.perform(post(ITEMS + "/import?fileName=rows.csv").contentType(MediaType.APPLICATION_OCTET_STREAM).content(file).with(csrf().asHeader()).with(Shop.as(PermissionSet.INVENTORY_CLERK)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.lines").value(0)).andExpect(jsonPath("$.issues[0].row").value(3))
                .andExpect(jsonPath("$.issues[0].code").value("api.reference-not-found"));
        mvc.perform(post(ITEMS + "/import?mode=onlyGoodRows").contentType(MediaType.APPLICATION_OCTET_STREAM).content(file).with(csrf().asHeader()).with(Shop.as(PermissionSet.INVENTORY_CLERK)))
                .andExpect(jsonPath("$.lines").value(1));
        mvc.perform(post(ITEMS + "/import").contentType(MediaType.APPLICATION_OCTET_STREAM).content("%PDF-1.4").with(csrf().asHeader()).with(Shop.as(PermissionSet.INVENTORY_CLERK)))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("import.wrong-file"));
        mvc.perform(post(ITEMS + "/import?mode=maybe").contentType(MediaType.APPLICATION_OCTET_STREAM).content(file).with(csrf().asHeader()).with(Shop.as(PermissionSet.INVENTORY_CLERK)))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.params.allowed", contains("allOrNothing", "onlyGoodRows", "trial")));
    }

    @Test
    void posting_needs_a_key_and_a_version_and_points_at_positions() throws Exception {
        add(ITEMS, "'quantity': 1");
        add(ITEMS, "'quantity': 1, 'entryType': 'transfer'");
        add(ITEMS, "'quantity': 1, 'entryType': 'theft'");
        refused(send(post(ITEMS + "/post").header("If-Match", "*"), "{}"), 428, "api.idempotency-key-required");
        refused(send(post(ITEMS + "/post").header("Idempotency-Key", "p1"), "{}"), 428, "api.version-required");
        refused(send(posting(ITEMS), "{}"), 422, "api.posting-refused")
                .andExpect(jsonPath("$.errors[*].pointer", contains("/itemJournalLines/1/entryType", "/itemJournalLines/2/entryType")))
                .andExpect(jsonPath("$.errors[*].code", contains("journals.entry-type-not-allowed", "api.word-unknown")))
                .andExpect(jsonPath("$.errors[0].params.allowed", contains("positiveAdjustment", "negativeAdjustment", "purchase", "sale")));
    }

    @Test
    void standard_lines_ask_before_they_are_replaced() throws Exception {
        add(ITEMS, "'quantity': 3, 'unitAmount': 5");
        var standard = "{'standardJournalCode': 'weekly', 'displayName': 'Weekly', 'saveQuantity': true%s}";
        send(post(ITEMS + "/saveAsStandard"), json(standard.formatted(""))).andExpect(status().isOk()).andExpect(jsonPath("$.lines").value(1));
        refused(send(post(ITEMS + "/saveAsStandard"), json(standard.formatted(""))), 422, "common.confirmation-required");
        send(post(ITEMS + "/saveAsStandard"), json(standard.formatted(", 'replace': true"))).andExpect(status().isOk());
        send(post(ITEMS + "/getStandard"), json("{'standardJournalCode': 'weekly'}")).andExpect(jsonPath("$.lines[0].quantity").value("3"));
        send(get("/api/v1/standardItemJournals?search=week&top=8"), "").andExpect(jsonPath("$.value[0].code").value("WEEKLY"));
        refused(send(post(ITEMS + "/getStandard"), json("{'standardJournalCode': 'none'}")), 422, "api.reference-not-found");
    }

    @Test
    void an_issue_takes_from_another_receipt() throws Exception {
        for (var cost : new String[] {"4", "9"}) {
            add(ITEMS, "'quantity': 1, 'unitAmount': " + cost);
        }
        add(ITEMS, "'quantity': 1, 'entryType': 'negativeAdjustment'");
        send(posting(ITEMS), "{}").andExpect(status().isOk());
        var found = dsl.fetchSingle("""
                SELECT a.entry_no, a.outbound_entry_no, (SELECT max(e.entry_no) FROM item_ledger_entry e WHERE e.item_id = a.item_id AND e.quantity > 0)
                FROM item_application a JOIN item i ON i.id = a.item_id WHERE i.no = ? AND a.quantity < 0 AND a.removed_by_register_no IS NULL""", item);
        var worksheet = "/api/v1/applicationWorksheets/number:" + item;
        refused(send(once(worksheet + "/reapply"), "{}"), 422, "common.nothing-to-post");
        refused(send(once(worksheet + "/unapply/999999"), "{}"), 422, "api.posting-refused");
        refused(send(once(worksheet + "/move/" + found.get(0) + "/" + found.get(1)), "{}"), 422, "common.field-required");
        send(once(worksheet + "/move/" + found.get(0) + "/" + found.get(1)), json("{'inboundItemEntryNumber': '%s'}".formatted(found.get(2))))
                .andExpect(status().isOk()).andExpect(jsonPath("$.valueEntries").value(1));
        assertThat(dsl.fetchSingle("SELECT sum(b.cost_amount_actual) FROM inventory_balance b JOIN item i ON i.id = b.item_id WHERE i.no = ?", item)
                .get(0, String.class)).isEqualTo("4.00");
        refused(send(post(worksheet + "/unapply/" + found.get(0)), "{}"), 428, "api.idempotency-key-required");
        for (var replayed : new String[] {null, "true"}) {
            send(post(worksheet + "/unapply").header("Idempotency-Key", "apart-" + item), json("{'unapply': [%s]}".formatted(
                    dsl.fetchSingle("SELECT min(entry_no) FROM item_application WHERE quantity < 0 AND inbound_entry_no = ?", found.get(2)).get(0))))
                    .andExpect(status().isOk()).andExpect(header().string("Idempotency-Replayed", replayed));
        }
        send(get("/api/v1/applicationWorksheets?filter=itemNumber eq '" + item + "'"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value.length()").value(1));
        mvc.perform(post(worksheet + "/unapply/1").contentType(MediaType.APPLICATION_JSON).content("{}").with(csrf().asHeader()).with(Shop.as(PermissionSet.VIEWER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void periods_close_when_nothing_stands_against_it() throws Exception {
        send(post("/api/v1/inventoryPeriods"), json("{'endingDate': '2026-01-31', 'name': 'January'}")).andExpect(status().isCreated());
        add(ITEMS, "'quantity': 2, 'entryType': 'negativeAdjustment', 'postingDate': '2026-01-10'");
        send(posting(ITEMS), "{}").andExpect(status().isOk());
        refused(send(once("/api/v1/inventoryPeriods/2026-01-31/close"), "{}").andExpect(jsonPath("$.errors[0].message", containsString("not covered"))),
                422, "costing.period-not-closable");
        send(get("/api/v1/inventoryPeriods/2026-01-31/hindrances"), "").andExpect(jsonPath("$.value[0].hindrance").value("decreaseNotCovered"));
        add(ITEMS, "'quantity': 2, 'unitAmount': 4, 'postingDate': '2026-01-09'");
        send(posting(ITEMS), "{}").andExpect(status().isOk());
        send(once("/api/v1/inventoryPeriods/2026-01-31/close"), "{}").andExpect(status().isOk());
        send(get("/api/v1/inventoryPeriods"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].closed").value(true));
        refused(send(post("/api/v1/inventoryPeriods/2026-01-31/reopen"), "{}"), 428, "api.idempotency-key-required");
        refused(send(post("/api/v1/inventoryPeriods/2026-01-31/delete"), "{}"), 422, "common.status-not-open");
        send(once("/api/v1/inventoryPeriods/2026-01-31/reopen"), "{}").andExpect(status().isOk());
        refused(send(once("/api/v1/inventoryPeriods/2031-01-31/close"), "{}"), 404, "api.reference-not-found");
        refused(send(once("/api/v1/inventoryPeriods/tomorrow/close"), "{}"), 422, "api.value-unreadable");
        refused(send(post("/api/v1/inventoryPeriods"), json("{'ends': '2026-01-31'}")), 400, "api.unknown-field");
    }

    @Test
    void everybody_does_only_what_their_work_allows() throws Exception {
        forbidden(get(ITEMS + "/itemJournalLines"), PermissionSet.VIEWER);
        forbidden(posting(ITEMS), PermissionSet.WAREHOUSE_WORKER);
        forbidden(posting(REVALUE), PermissionSet.INVENTORY_CLERK);
        forbidden(post(REVALUE + "/calculate"), PermissionSet.WAREHOUSE_WORKER);
        forbidden(post("/api/v1/itemJournals"), PermissionSet.SELLER);
        forbidden(post("/api/v1/recurringJournals/code:DEFAULT/postDue"), PermissionSet.WAREHOUSE_WORKER);
        forbidden(post(ITEMS + "/import"), PermissionSet.BUYER);
        forbidden(get("/api/v1/standardItemJournals"), PermissionSet.VIEWER);
        forbidden(post("/api/v1/inventoryPeriods/2026-01-31/close"), PermissionSet.INVENTORY_CLERK);
    }

    private void forbidden(MockHttpServletRequestBuilder request, PermissionSet set) throws Exception {
        mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content("{}").with(csrf().asHeader()).with(Shop.as(set)))
                .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("api.permission-missing"));
    }

    /** The id of the line that came last. */
    private String lastLine() {
        return identities.of("itemJournalLines", dsl.fetchSingle("SELECT max(id) FROM journal_line").get(0, Long.class));
    }

    private ResultActions add(String journal, String fields) throws Exception {
        return send(post(journal + "/itemJournalLines/bulk"),
                json("{'operations': [{'method': 'create', 'data': {'itemNumber': '%s', 'documentNumber': 'D1', %s}}]}".formatted(item, fields)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static ResultActions refused(ResultActions answer, int status, String code) throws Exception {
        return answer.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code)).andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf().asHeader())
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()))));
    }

    /** An action that must not be done twice. */
    private static MockHttpServletRequestBuilder once(String action) {
        return post(action).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder posting(String batch) {
        return post(batch + "/post").header("If-Match", "*").header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
