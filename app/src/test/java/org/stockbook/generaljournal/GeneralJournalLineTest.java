package org.stockbook.generaljournal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;

/** Lines of the general journal by themselves: ids, versions, values as what they are, and what may go wrong. */
@SpringBootTest(properties = "stockbook.books-of-test=GeneralJournalLineTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class GeneralJournalLineTest {
    private static final String BATCH = "/api/v1/journals/code:DEFAULT";
    private static final String LINES = "/api/v1/journalLines";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @BeforeEach
    void a_company() {
        if (dsl.fetchCount(DSL.table("gl_account"), DSL.condition("no = 'BANK'")) == 0) {
            TradingCompany.create(dsl);
            dsl.execute("INSERT INTO gl_account (no) VALUES ('BANK'), ('RENT')");
        }
        dsl.execute("DELETE FROM general_journal_line");
    }

    @Test
    void a_line_is_made_read_changed_and_deleted_by_itself() throws Exception {
        var made = send(post(BATCH + "/journalLines"), "{'postingDate': '2026-05-05', 'documentNumber': 'G1', 'accountNumber': 'RENT', 'amount': '12.50', 'balancingAccountNumber': 'BANK'}")
                .andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\"")).andExpect(header().string("Location", matchesPattern(LINES + "/" + UUID)))
                .andExpect(jsonPath("$.amount").value(12.5)).andExpect(jsonPath("$.journalCode").value("DEFAULT")).andExpect(jsonPath("$.issues").isEmpty())
                .andExpect(jsonPath("$.journal.lines").value(1));
        var address = LINES + "/" + text(made, "$.id");
        var read = send(get(address), "").andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\"")).andExpect(header().string("Content-Location", address));
        send(patch(address).header("If-Match", "\"1\""), read.andReturn().getResponse().getContentAsString().replace("12.5", "13")).andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\"")).andExpect(jsonPath("$.amount").value(13)).andExpect(jsonPath("$.journal.increases").value("13.00"));
        send(get(BATCH + "/journalLines"), "").andExpect(jsonPath("$.value[0].id").value(text(made, "$.id"))).andExpect(jsonPath("$.value[0].amount").value("13"));
        send(delete(address).header("If-Match", "\"2\""), "").andExpect(status().isNoContent());
        refused(send(get(address), ""), 404, "api.not-found");
        refused(send(delete(address).header("If-Match", "\"2\""), ""), 404, "api.not-found");
    }

    @Test
    void each_line_has_a_version_of_its_own() throws Exception {
        var one = line("'amount': 1");
        var other = line("'amount': 2");
        send(patch(LINES + "/" + one).header("If-Match", "\"1\""), "{'amount': 5}").andExpect(status().isOk());
        send(patch(LINES + "/" + other).header("If-Match", "\"1\""), "{'amount': 6}").andExpect(status().isOk());
        refused(send(patch(LINES + "/" + one).header("If-Match", "\"1\""), "{'amount': 7}"), 412, "common.changed-by-another")
                .andExpect(jsonPath("$.params.etag").value("2")).andExpect(jsonPath("$.errors[0].pointer").value("/amount"))
                .andExpect(jsonPath("$.errors[0].params.yours").value("7")).andExpect(jsonPath("$.errors[0].params.theirs").value("5"));
        refused(send(delete(LINES + "/" + one).header("If-Match", "\"1\""), ""), 412, "common.changed-by-another");
        refused(send(delete(LINES + "/" + one), ""), 428, "api.version-required");
        send(get(LINES + "/" + one), "").andExpect(status().isOk());
        send(delete(LINES + "/" + one).header("If-Match", "*"), "").andExpect(status().isNoContent());
    }

    /** Spec: api, section 5.2. */
    @Test
    void a_line_that_is_sent_again_under_its_key_is_made_once() throws Exception {
        var body = "{'documentNumber': 'G7', 'amount': 1}";
        var first = text(send(post(BATCH + "/journalLines").header("Idempotency-Key", "line-1"), body).andExpect(status().isCreated()), "$.id");
        send(post(BATCH + "/journalLines").header("Idempotency-Key", "line-1"), body).andExpect(status().isCreated()).andExpect(jsonPath("$.id").value(first))
                .andExpect(header().string("Idempotency-Replayed", "true")).andExpect(header().string("Location", LINES + "/" + first));
        refused(send(post(BATCH + "/journalLines").header("Idempotency-Key", "line-1"), "{'amount': 2}"), 422, "api.idempotency-key-reused");
        send(get(LINES + "?count=true"), "").andExpect(jsonPath("$.count").value(1));
    }

    @Test
    void lines_of_all_batches_are_filtered_and_what_cannot_be_read_stands_as_it_was_typed() throws Exception {
        var odd = line("'amount': 'a lot', 'postingDate': '2026-02-31', 'currencyCode': 'EUR'");
        var second = line("'amount': 9, 'postingDate': '2026-05-05'");
        send(get(LINES + "/" + odd), "").andExpect(status().isOk()).andExpect(jsonPath("$.amount").doesNotExist()).andExpect(jsonPath("$.rawInput.amount").value("a lot"))
                .andExpect(jsonPath("$.rawInput.postingDate").value("2026-02-31")).andExpect(jsonPath("$.issues[0].target.id").value(odd));
        send(get(LINES + "?filter=amount gt 5 and year(postingDate) eq 2026"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[*].id", contains(second)))
                .andExpect(jsonPath("$.value[0].etag").value("1"));
        send(get(LINES + "/journalCode:DEFAULT,sequence:20000"), "").andExpect(status().isOk()).andExpect(jsonPath("$.id").value(second));
        var batch = text(send(get("/api/v1/journals?filter=code eq 'DEFAULT'"), "").andExpect(jsonPath("$.value[0].lines").value(2)), "$.value[0].id");
        send(get("/api/v1/journals/" + batch), "").andExpect(status().isOk()).andExpect(jsonPath("$.code").value("DEFAULT"));
        send(get("/api/v1/journals/" + batch + "/journalLines"), "").andExpect(jsonPath("$.value.length()").value(2));
        send(post("/api/v1/journals/" + batch + "/journalLines/bulk"), "{'operations': [{'method': 'update', 'id': '%s', 'data': {'amount': 4}}, {'method': 'delete', 'id': '%s'}]}".formatted(second, odd))
                .andExpect(status().isOk()).andExpect(jsonPath("$.lines[0].amount").value("4")).andExpect(jsonPath("$.totals.lines").value(1));
    }

    /** Spec: api, sections 5, 5.3 and 11. */
    @Test
    void a_batch_is_made_changed_and_deleted_with_its_lines() throws Exception {
        dsl.execute("INSERT INTO number_series (code) VALUES ('GJ') ON CONFLICT DO NOTHING");
        send(post("/api/v1/journals"), "{'code': 'MONTH', 'displayName': 'Month end', 'numberSeriesCode': 'gj'}").andExpect(status().isOk()).andExpect(jsonPath("$.numberSeriesCode").value("GJ"));
        var month = "/api/v1/journals/code:MONTH";
        var changed = send(patch(month).header("If-Match", "\"0\""), "{'displayName': 'End of month', 'balancingAccountNumber': 'bank'}").andExpect(status().isOk())
                .andExpect(jsonPath("$.displayName").value("End of month")).andExpect(jsonPath("$.balancingAccountNumber").value("BANK")).andExpect(jsonPath("$.numberSeriesCode").value("GJ"))
                .andExpect(header().string("ETag", "\"1\"")).andExpect(header().string("Content-Location", matchesPattern("/api/v1/journals/" + UUID)));
        send(patch(month).header("If-Match", "\"1\""), changed.andReturn().getResponse().getContentAsString().replace("End of month", "Month")).andExpect(status().isOk())
                .andExpect(jsonPath("$.etag").value("2"));
        refused(send(patch(month).header("If-Match", "\"1\""), "{'displayName': 'Mine'}"), 412, "common.changed-by-another").andExpect(jsonPath("$.params.etag").value("2"))
                .andExpect(jsonPath("$.errors[0].params.theirs").value("Month"));
        refused(send(patch(month), "{'displayName': 'Mine'}"), 428, "api.version-required");
        refused(send(patch(month).header("If-Match", "*"), "{'reasonCode': 'NEVER'}"), 422, "api.reference-not-found").andExpect(jsonPath("$.errors[0].pointer").value("/reasonCode"));
        refused(send(patch(month).header("If-Match", "*"), "{'code': 'YEAR'}"), 400, "api.field-read-only");
        refused(send(patch(month).header("If-Match", "*"), "{'colour': 'red'}"), 400, "api.unknown-field");
        refused(send(patch(month).header("If-Match", "*"), "{'displayName': []}"), 400, "api.value-unreadable");
        refused(send(patch("/api/v1/journals/code:NONE").header("If-Match", "*"), "{}"), 404, "api.reference-not-found");
        mvc.perform(patch(month).header("If-Match", "*").contentType(MediaType.APPLICATION_JSON).content("{}").with(csrf()).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());

        send(post(month + "/journalLines"), "{'amount': 1}").andExpect(status().isCreated());
        refused(send(delete(month).header("If-Match", "\"2\""), ""), 412, "common.changed-by-another");
        refused(send(delete(month), ""), 428, "api.version-required");
        send(delete(month).header("If-Match", "\"3\""), "").andExpect(status().isNoContent());
        send(get(LINES + "?count=true"), "").andExpect(jsonPath("$.count").value(0));
        refused(send(delete(month).header("If-Match", "*"), ""), 404, "api.reference-not-found");
        send(delete(BATCH).header("If-Match", "*"), "").andExpect(status().isNoContent());
        send(get("/api/v1/journals"), "").andExpect(jsonPath("$.value[*].code", contains("DEFAULT")));
    }

    @Test
    void mistakes_are_answered_with_their_codes() throws Exception {
        var id = line("'amount': 1");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), "{'colour': 'red'}"), 400, "api.unknown-field");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), "{'closing': true}"), 400, "api.unknown-field");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), "{'sequence': 5}"), 400, "api.field-read-only");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), "{'amount': {}}"), 400, "api.value-unreadable");
        refused(send(get(LINES + "/99999999999999999999999"), ""), 404, "api.not-found");
        refused(send(get(LINES + "/018f0000-0000-8000-8000-000000000001"), ""), 404, "api.not-found");
        refused(send(post("/api/v1/journals/code:NONE/journalLines"), "{'amount': 1}"), 404, "api.reference-not-found");
        refused(send(post(BATCH + "/journalLines/bulk"), "{'operations': [{'method': 'delete', 'id': 'x'}]}"), 422, "api.reference-not-found")
                .andExpect(jsonPath("$.errors[0].pointer").value("/operations/0/id"));
        mvc.perform(get(LINES + "/" + id).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());
        mvc.perform(get(LINES).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());
    }

    private String line(String values) throws Exception {
        return text(send(post(BATCH + "/journalLines"), "{'documentNumber': 'G1', 'accountNumber': 'RENT', " + values + "}").andExpect(status().isCreated()), "$.id");
    }

    private static String text(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path);
    }

    private static ResultActions refused(ResultActions answer, int status, String code) throws Exception {
        return answer.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(Shop.as(PermissionSet.ADMINISTRATOR)).with(csrf().asHeader()).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
