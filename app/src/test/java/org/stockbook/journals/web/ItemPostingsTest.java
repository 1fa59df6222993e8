package org.stockbook.journals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
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
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.SignedInUser;

/** Spec: api, section 5.1, post without a draft: all lines or none, and nobody else's. */
@SpringBootTest(properties = "stockbook.books-of-test=ItemPostingsTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ItemPostingsTest {
    private static final String POSTINGS = "/api/v1/itemPostings";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private String item = "";
    private int keys;

    @BeforeEach
    void a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        item = TestCompany.item(dsl, "FIFO", "4");
    }

    @AfterEach
    void all_is_open_again() {
        dsl.execute("DELETE FROM inventory_period");
    }

    @Test
    void lines_are_posted_and_answered_with_register_entries_and_costs() throws Exception {
        lines(line("'quantity': 10, 'unitAmount': 4, 'locationCode': 'BLUE'"), line("'entryType': 'negativeAdjustment', 'quantity': 3, 'locationCode': 'BLUE'"))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(jsonPath("$.itemRegisterNumber").isNumber())
                .andExpect(jsonPath("$.documents[*].number", contains("D1")))
                .andExpect(jsonPath("$.itemLedgerEntries").value(2))
                .andExpect(jsonPath("$.itemJournalLines[1].sequence").value(20000))
                .andExpect(jsonPath("$.itemJournalLines[1].itemLedgerEntries[0].quantity").value(-3))
                .andExpect(jsonPath("$.itemJournalLines[1].itemLedgerEntries[0].costAmountActual").value(-12));
        assertThat(stock()).isEqualByComparingTo("7");
        assertThat(dsl.fetchCount(DSL.table("journal_line"))).isZero();
    }

    @Test
    void a_transfer_is_a_reclassification() throws Exception {
        lines(line("'quantity': 10, 'unitAmount': 4, 'locationCode': 'BLUE'")).andExpect(status().isCreated());
        lines(line("'entryType': 'transfer', 'quantity': 4, 'locationCode': 'BLUE', 'newLocationCode': 'RED'")).andExpect(status().isCreated())
                .andExpect(jsonPath("$.itemJournalLines[0].itemLedgerEntries[*].quantity", containsInAnyOrder(-4, 4)));
        assertThat(dsl.fetchSingle("SELECT source_code FROM item_register ORDER BY no DESC LIMIT 1").get(0)).isEqualTo("RECLASSJNL");
        refused(lines(line("'entryType': 'sale', 'quantity': 1"), line("'entryType': 'transfer', 'quantity': 1, 'locationCode': 'BLUE', 'newLocationCode': 'RED'")), 422, "api.posting-refused").andExpect(jsonPath("$.errors[0].code").value("journals.entry-type-not-allowed"));
    }

    @Test
    void a_line_continues_the_one_above_as_in_a_journal() throws Exception {
        lines(line("'quantity': 2, 'unitAmount': 4, 'postingDate': '2026-02-01'"), "{'itemNumber': '%s', 'quantity': 1, 'unitAmount': 4}".formatted(item)).andExpect(status().isCreated());
        assertThat(dsl.fetch("SELECT DISTINCT posting_date::text || document_no FROM item_ledger_entry WHERE item_id = (SELECT id FROM item WHERE no = ?)", item).getValues(0, String.class))
                .containsExactly("2026-02-01D1");
    }

    @Test
    void a_repeated_key_posts_once() throws Exception {
        var body = body(line("'quantity': 1, 'unitAmount': 4"));
        var first = send(body, "again").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        dsl.execute("UPDATE item SET blocked = true WHERE no = ?", item);
        var second = send(body, "again").andExpect(status().isCreated()).andExpect(header().string("Idempotency-Replayed", "true")).andReturn().getResponse().getContentAsString();
        assertThat(second).isEqualTo(first);
        refused(send(body(line("'quantity': 2, 'unitAmount': 4")), "again"), 422, "api.idempotency-key-reused");
        assertThat(stock()).isEqualByComparingTo("1");
        refused(send(body, ""), 428, "api.idempotency-key-required");
        refused(send(body, "x".repeat(65)), 400, "api.malformed");
    }

    /** Faults of the lines themselves and what the ledgers refuse are told together, each with its place in the request. */
    @Test
    void five_bad_lines_of_ten_are_all_reported_and_nothing_is_posted() throws Exception {
        dsl.execute("INSERT INTO inventory_period (ending_date, name, closed) VALUES ('2026-01-31', 'January', true)");
        var blocked = TestCompany.item(dsl, "FIFO", "4");
        dsl.execute("UPDATE item SET blocked = true WHERE no = ?", blocked);
        var good = line("'quantity': 1, 'unitAmount': 4, 'postingDate': '2026-03-05'");
        refused(lines(good, line("'quantity': 1, 'unitAmount': 4, 'postingDate': '2026-01-31'"), good,
                good.replace(item, blocked), good, good.replace(item, "NOBODY"), line("'quantity': 0, 'postingDate': '2026-03-05'"), good,
                line("'entryType': 'negativeAdjustment', 'quantity': 99, 'locationCode': 'RED', 'appliesToEntry': 987654321"), good.replace("'quantity': 1", "'quantity': 'many'")),
                422, "api.posting-refused")
                .andExpect(jsonPath("$.errors[*].code", contains("costing.inventory-period-closed", "items.blocked", "api.reference-not-found", "common.field-required",
                        "ledger.application-invalid", "api.value-unreadable")))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/itemJournalLines/1/postingDate", "/itemJournalLines/3/itemNumber", "/itemJournalLines/5/itemNumber",
                        "/itemJournalLines/6/quantity", "/itemJournalLines/8/appliesToEntry", "/itemJournalLines/9/quantity")))
                .andExpect(jsonPath("$.errors[1].target.sequence").value(40000))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
        assertThat(stock()).isZero();
        assertThat(dsl.fetchCount(DSL.table("idempotency_key"), DSL.condition("key = ?", "k" + keys + item))).isZero();
    }

    @Test
    void a_dry_run_shows_and_writes_nothing() throws Exception {
        var before = dsl.fetchCount(DSL.table("item_register"));
        mvc.perform(asAdministrator(post(POSTINGS + "?dryRun=true").content(body(line("'quantity': 5, 'unitAmount': 4"))))).andExpect(status().isOk())
                .andExpect(jsonPath("$.itemLedgerEntries[0].quantity").value("5"))
                .andExpect(jsonPath("$.stock[0].after").value("5"));
        refused(mvc.perform(asAdministrator(post(POSTINGS + "?dryRun=true").content(body(line("'quantity': 5, 'locationCode': 'NOWHERE'"))))), 422, "api.posting-refused");
        assertThat(dsl.fetchCount(DSL.table("item_register"))).isEqualTo(before);
    }

    @Test
    void what_cannot_be_read_is_said_with_its_place() throws Exception {
        refused(lines(line("'colour': 'red'"), line("'newLocationCode': 'RED'"), line("'quantity': {'of': 1}")), 400, "api.unknown-field")
                .andExpect(jsonPath("$.errors[*].code", contains("api.unknown-field", "api.field-read-only", "api.value-unreadable")))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/itemJournalLines/0/colour", "/itemJournalLines/1/newLocationCode", "/itemJournalLines/2/quantity")));
        refused(send("{\"lines\": []}", "k" + item), 400, "api.unknown-field");
        refused(send("{\"itemJournalLines\": 7}", "k" + item), 400, "api.malformed");
        refused(send("{\"itemJournalLines\": [7]}", "k" + item), 400, "api.malformed");
        refused(send("[]", "k" + item), 400, "api.malformed");
        refused(send("{", "k" + item), 400, "api.malformed");
        refused(send("{}", "k" + item), 422, "common.nothing-to-post");
        refused(send("{\"itemJournalLines\": [" + IntStream.range(0, 10_001).mapToObj(_ -> "{}").collect(Collectors.joining(",")) + "]}", "k" + item), 413, "api.too-large");
        refused(lines("{}"), 422, "api.posting-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE item; --", "<script>alert(1)</script>", "\\u0000", "1e999999999", "-", "🚲🚲"})
    void texts_are_kept_as_they_are_or_refused(String text) throws Exception {
        var fields = "documentNumber variantCode locationCode quantity unitOfMeasureCode unitAmount amount postingDate entryType reasonCode appliesToEntry serialNumber lotNumber "
                + "shortcutDimension1Code generalBusinessPostingGroupCode";
        for (var field : fields.split(" ")) {
            var before = dsl.fetchCount(DSL.table("item_ledger_entry"));
            var line = "{\"itemNumber\": \"%s\", \"documentNumber\": \"D1\", \"quantity\": 1, \"%s\": \"%s\"}".formatted(item, field, text);
            var answer = send("{\"itemJournalLines\": [" + line + "]}", "t" + item + keys++).andReturn().getResponse();
            assertThat(answer.getStatus()).as(field + answer.getContentAsString()).isIn(201, 400, 422);
            assertThat(dsl.fetchCount(DSL.table("item_ledger_entry"))).isEqualTo(before + (answer.getStatus() == 201 ? 1 : 0));
        }
        send("{\"itemJournalLines\": [{\"itemNumber\": \"%s\", \"documentNumber\": \"D1\", \"quantity\": 1, \"description\": \"x%s\", \"externalDocumentNumber\": \"x%s\"}]}".formatted(item, text, text), "t" + item + keys++)
                .andExpect(status().isCreated());
        assertThat(dsl.fetchSingle("SELECT description FROM item_ledger_entry ORDER BY entry_no DESC LIMIT 1").get(0)).isEqualTo("x" + text.replace("\\u0000", ""));
    }

    @Test
    void without_the_right_nothing_is_posted_or_told() throws Exception {
        for (var set : List.of(PermissionSet.VIEWER, PermissionSet.SELLER, PermissionSet.WAREHOUSE_WORKER)) {
            var user = new SignedInUser("somebody", "Somebody", Language.ENGLISH, set);
            mvc.perform(post(POSTINGS).header("Idempotency-Key", "n").contentType(MediaType.APPLICATION_JSON).content(body(line("'quantity': 1"))).with(csrf().asHeader())
                    .with(authentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()))))
                    .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("api.permission-missing"));
        }
        assertThat(stock()).isZero();
    }

    /** Ten callers take the last ten pieces and more: each piece leaves once, and every posting is whole. */
    @Test
    void many_callers_at_once_post_the_same_item_one_after_another() throws Exception {
        lines(line("'quantity': 10, 'unitAmount': 4")).andExpect(status().isCreated());
        var body = body(line("'entryType': 'negativeAdjustment', 'quantity': 1"), line("'entryType': 'negativeAdjustment', 'quantity': 1"));
        try (var callers = Executors.newFixedThreadPool(5)) {
            List<Callable<Integer>> work = IntStream.range(0, 5).<Callable<Integer>>mapToObj(caller -> () -> send(body, item + caller).andReturn().getResponse().getStatus()).toList();
            for (var answer : callers.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(stock()).isZero();
        assertThat(dsl.fetchSingle("SELECT sum(cost_amount_actual) FROM value_entry WHERE item_id = (SELECT id FROM item WHERE no = ?)", item).get(0, BigDecimal.class)).isZero();
    }

    @Test
    void a_serial_number_comes_in_once_whoever_is_first() throws Exception {
        dsl.execute("UPDATE item SET item_tracking_code_id = (SELECT id FROM item_tracking_code WHERE code = 'SERIAL') WHERE no = ?", item);
        var body = body(line("'quantity': 1, 'unitAmount': 4, 'serialNumber': 'S1'"));
        try (var callers = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> work = IntStream.range(0, 4).<Callable<Integer>>mapToObj(caller -> () -> send(body, item + caller).andReturn().getResponse().getStatus()).toList();
            var statuses = callers.invokeAll(work).stream().map(answer -> answer.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(201).contains(422);
        }
        assertThat(stock()).isEqualByComparingTo("1");
    }

    private String line(String fields) {
        return "{'itemNumber': '%s', 'documentNumber': 'D1', %s}".formatted(item, fields);
    }

    private static String body(String... lines) {
        return ("{'itemJournalLines': [" + String.join(",", lines) + "]}").replace('\'', '"');
    }

    private ResultActions lines(String... lines) throws Exception {
        return send(body(lines), "k" + ++keys + item);
    }

    private ResultActions send(String body, String key) throws Exception {
        var request = post(POSTINGS).content(body);
        return mvc.perform(asAdministrator(key.isEmpty() ? request : request.header("Idempotency-Key", key)));
    }

    private static MockHttpServletRequestBuilder asAdministrator(
            MockHttpServletRequestBuilder request) {
        return request.contentType(MediaType.APPLICATION_JSON).with(csrf().asHeader())
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of())));
    }

    private static ResultActions refused(ResultActions answer, int status, String code) throws Exception {
        return answer.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code)).andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private BigDecimal stock() {
        return dsl.fetchSingle("SELECT coalesce(sum(quantity), 0) FROM item_ledger_entry WHERE item_id = (SELECT id FROM item WHERE no = ?)", item).get(0, BigDecimal.class);
    }
}
