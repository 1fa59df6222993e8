package org.stockbook.journals.web;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.stockbook.journals.drafts.TestCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;

/** Lines of journals by themselves: ids, versions, values as what they are, and what may go wrong. */
@SpringBootTest(properties = "stockbook.books-of-test=JournalLineEndpointTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class JournalLineEndpointTest {
    private static final String ITEMS = "/api/v1/itemJournals/code:DEFAULT";
    private static final String LINES = "/api/v1/itemJournalLines";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private Identities identities;

    private String item = "";

    @BeforeEach
    void found_a_company() throws Exception {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        item = TestCompany.item(dsl, "FIFO", "4");
        send(get("/api/v1/itemJournals"), "").andExpect(status().isOk());
    }

    @Test
    void a_line_is_made_read_changed_and_deleted_by_itself() throws Exception {
        var made = send(post(ITEMS + "/itemJournalLines"), json("{'itemNumber': '%s', 'documentNumber': 'D1', 'quantity': 2.5, 'unitAmount': '4', 'locationCode': 'blue'}".formatted(item)))
                .andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\"")).andExpect(header().string("Location", matchesPattern(LINES + "/" + UUID)))
                .andExpect(jsonPath("$.id", matchesPattern(UUID))).andExpect(jsonPath("$.quantity").value(2.5)).andExpect(jsonPath("$.amount").value(10))
                .andExpect(jsonPath("$.itemId", matchesPattern(UUID))).andExpect(jsonPath("$.locationCode").value("BLUE")).andExpect(jsonPath("$.journalCode").value("DEFAULT"))
                .andExpect(jsonPath("$.journal.lines").value(1));
        var address = LINES + "/" + text(made, "$.id");

        var read = send(get(address), "").andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\"")).andExpect(jsonPath("$.quantity").value(2.5))
                .andExpect(header().string("Content-Location", address));
        send(patch(address).header("If-Match", "\"1\""), read.andReturn().getResponse().getContentAsString().replace("2.5", "3")).andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\"")).andExpect(jsonPath("$.quantity").value(3)).andExpect(jsonPath("$.amount").value(12));

        send(delete(address).header("If-Match", "\"2\""), "").andExpect(status().isNoContent());
        refused(send(get(address), ""), 404, "api.not-found");
        refused(send(delete(address).header("If-Match", "\"2\""), ""), 404, "api.not-found");
    }

    /** Spec: api, section 5.2. */
    @Test
    void a_line_that_is_sent_again_under_its_key_is_made_once() throws Exception {
        var body = json("{'itemNumber': '%s', 'quantity': 1}".formatted(item));
        var first = text(send(post(ITEMS + "/itemJournalLines").header("Idempotency-Key", "line-1"), body).andExpect(status().isCreated()), "$.id");
        send(post(ITEMS + "/itemJournalLines").header("Idempotency-Key", "line-1"), body).andExpect(status().isCreated()).andExpect(jsonPath("$.id").value(first))
                .andExpect(header().string("ETag", "\"1\"")).andExpect(header().string("Idempotency-Replayed", "true"));
        refused(send(post(ITEMS + "/itemJournalLines").header("Idempotency-Key", "line-1"), json("{'quantity': 2}")), 422, "api.idempotency-key-reused");
        send(get(LINES + "?count=true"), "").andExpect(jsonPath("$.count").value(1));
    }

    /** Programs that change different lines both succeed; of two that change one, the second is told what the first has made of it. */
    @Test
    void each_line_has_a_version_of_its_own() throws Exception {
        var one = line("'quantity': 1");
        var other = line("'quantity': 2");
        send(patch(LINES + "/" + one).header("If-Match", "\"1\""), json("{'quantity': 5}")).andExpect(status().isOk());
        send(patch(LINES + "/" + other).header("If-Match", "\"1\""), json("{'quantity': 6}")).andExpect(status().isOk());
        refused(send(patch(LINES + "/" + one).header("If-Match", "\"1\""), json("{'quantity': 7}")), 412, "common.changed-by-another")
                .andExpect(jsonPath("$.params.etag").value("2")).andExpect(jsonPath("$.params.changedBy").isNotEmpty())
                .andExpect(jsonPath("$.errors[0].pointer").value("/quantity")).andExpect(jsonPath("$.errors[0].params.yours").value("7")).andExpect(jsonPath("$.errors[0].params.theirs").value("5"));
        refused(send(delete(LINES + "/" + one).header("If-Match", "\"1\""), ""), 412, "common.changed-by-another");
        refused(send(delete(LINES + "/" + one).header("If-Match", "\"4294967298\""), ""), 412, "common.changed-by-another");
        refused(send(delete(LINES + "/" + one), ""), 428, "api.version-required");
        refused(send(patch(LINES + "/" + one), json("{'quantity': 7}")), 428, "api.version-required");
        send(patch(LINES + "/" + one).header("If-Match", "*"), json("{'quantity': 7}")).andExpect(status().isOk());
    }

    @Test
    void what_cannot_be_read_is_kept_as_it_was_typed() throws Exception {
        var id = line("'quantity': 'a dozen', 'postingDate': 'soon', 'entryType': 'theft'");
        send(get(LINES + "/" + id), "").andExpect(status().isOk()).andExpect(jsonPath("$.quantity").doesNotExist())
                .andExpect(jsonPath("$.rawInput.quantity").value("a dozen")).andExpect(jsonPath("$.rawInput.postingDate").value("soon")).andExpect(jsonPath("$.rawInput.entryType").value("theft"))
                .andExpect(jsonPath("$.issues[0].target.id").value(id));
    }

    @Test
    void lines_of_all_batches_are_filtered_ordered_and_paged() throws Exception {
        line("'quantity': 1, 'locationCode': 'BLUE'");
        var second = line("'quantity': 9, 'locationCode': 'RED'");
        send(get(LINES + "?filter=quantity gt 5&select=id,sequence,quantity,itemId"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$.value[0].id").value(second)).andExpect(jsonPath("$.value[0].itemId").value(identities.of("items", itemKey())));
        send(get(LINES + "?filter=journalKind eq 'item' and itemId eq '" + identities.of("items", itemKey()) + "'&orderby=sequence desc"), "")
                .andExpect(jsonPath("$.value[*].quantity", contains(9, 1))).andExpect(jsonPath("$.value[0].etag").value("1"));
        send(get(LINES + "/journalKind:item,journalCode:DEFAULT,sequence:20000"), "").andExpect(status().isOk()).andExpect(jsonPath("$.id").value(second));
        refused(send(get(LINES + "?filter=colour eq 'red'"), ""), 400, "api.filter-not-supported");
    }

    /** The ids of what a line names are taken as well as numbers and codes. */
    @Test
    void references_are_taken_by_id() throws Exception {
        var location = dsl.fetchSingle("SELECT id FROM location WHERE code = 'RED'").get(0, Long.class);
        send(post(ITEMS + "/itemJournalLines"), json("{'itemId': '%s', 'locationId': '%s', 'quantity': 1}".formatted(identities.of("items", itemKey()), identities.of("locations", location))))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.itemNumber").value(item)).andExpect(jsonPath("$.locationCode").value("RED"));
        var two = "{'operations': [{'method': 'create', 'data': {'itemId': '%s', 'quantity': 1}}, {'method': 'create', 'data': {'itemId': '%s', 'quantity': 2}}]}";
        send(post(ITEMS + "/itemJournalLines/bulk"), json(two.formatted(identities.of("items", itemKey()), identities.of("items", itemKey())))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[*].itemNumber", contains(item, item)));
        refused(send(post(ITEMS + "/itemJournalLines"), json("{'itemId': '%s'}".formatted(identities.of("locations", location)))), 422, "api.reference-not-found");
        refused(send(post(ITEMS + "/itemJournalLines"), json("{'itemId': '%s', 'itemNumber': 'OTHER'}".formatted(identities.of("items", itemKey())))), 422, "api.reference-mismatch");
    }

    @Test
    void mistakes_are_answered_with_their_codes() throws Exception {
        var id = line("'quantity': 1");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), json("{'colour': 'red'}")), 400, "api.unknown-field");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), json("{'journalCode': 'OTHER'}")), 400, "api.field-read-only");
        refused(send(patch(LINES + "/" + id).header("If-Match", "*"), json("{'unitCostRevalued': 5}")), 400, "api.field-read-only");
        refused(send(patch(LINES + "/" + id).header("If-Match", "1e9"), json("{'quantity': 5}")), 400, "api.value-unreadable");
        refused(send(get(LINES + "/" + identities.of("items", itemKey())), ""), 404, "api.not-found");
        refused(send(get(LINES + "/99999999999999999999999"), ""), 404, "api.not-found");
        refused(send(post(ITEMS + "/itemJournalLines/bulk"), json("{'operations': [{'method': 'delete', 'id': 'x'}]}")), 422, "api.reference-not-found")
                .andExpect(jsonPath("$.errors[0].pointer").value("/operations/0/id"));
    }

    @Test
    void a_batch_is_addressed_by_its_id_too() throws Exception {
        var batch = text(send(get("/api/v1/itemJournals?filter=code eq 'DEFAULT'"), "").andExpect(jsonPath("$.value[0].etag").isNotEmpty()), "$.value[0].id");
        send(get("/api/v1/itemJournals/" + batch), "").andExpect(status().isOk()).andExpect(jsonPath("$.code").value("DEFAULT")).andExpect(jsonPath("$.id").value(batch));
        send(post("/api/v1/itemJournals/" + batch + "/itemJournalLines"), json("{'itemNumber': '%s'}".formatted(item))).andExpect(status().isCreated());
        send(get("/api/v1/reclassificationJournals/" + batch), "").andExpect(status().isNotFound());
    }

    /** Who may not work in the revaluation journal does not see its lines. */
    @Test
    void lines_of_other_journals_are_not_there() throws Exception {
        var own = line("'quantity': 1");
        send(get("/api/v1/revaluationJournals"), "").andExpect(status().isOk());
        var hidden = text(send(post("/api/v1/revaluationJournals/code:DEFAULT/itemJournalLines"), json("{'itemNumber': '%s'}".formatted(item))).andExpect(status().isCreated()), "$.id");
        as(PermissionSet.WAREHOUSE_WORKER, get(LINES + "/" + own)).andExpect(status().isOk());
        as(PermissionSet.WAREHOUSE_WORKER, get(LINES + "/" + hidden)).andExpect(status().isNotFound());
        as(PermissionSet.WAREHOUSE_WORKER, delete(LINES + "/" + hidden).header("If-Match", "*")).andExpect(status().isNotFound());
        as(PermissionSet.WAREHOUSE_WORKER, get(LINES + "?count=true")).andExpect(jsonPath("$.count").value(1)).andExpect(jsonPath("$.value[0].id").value(own));
        as(PermissionSet.VIEWER, get(LINES + "/" + own)).andExpect(status().isForbidden());
        assertThat(dsl.fetchCount(DSL.table("journal_line"))).isEqualTo(2);
    }

    private long itemKey() {
        return dsl.fetchSingle("SELECT id FROM item WHERE no = ?", item).get(0, Long.class);
    }

    /** The id of a new line. */
    private String line(String fields) throws Exception {
        return text(send(post(ITEMS + "/itemJournalLines"), json("{'itemNumber': '%s', 'documentNumber': 'D1', %s}".formatted(item, fields))).andExpect(status().isCreated()), "$.id");
    }

    private static String text(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static ResultActions refused(ResultActions answer, int status, String code) throws Exception {
        return answer.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code)).andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf().asHeader()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }

    private ResultActions as(PermissionSet set, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf().asHeader()).with(Shop.as(set)));
    }
}
