package org.stockbook.generaljournal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.SignedInUser;

/** Spec: api, section 5.1, post without a draft: lines of the general journal, all or none. */
@SpringBootTest(properties = "stockbook.books-of-test=GeneralPostingsTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class GeneralPostingsTest {
    private static final String POSTINGS = "/api/v1/generalPostings";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @BeforeEach
    void a_company() {
        if (dsl.fetchCount(DSL.table("gl_account"), DSL.condition("no = 'RENT'")) == 0) {
            TradingCompany.create(dsl);
            dsl.execute("INSERT INTO gl_account (no) VALUES ('BANK'), ('RENT')");
            dsl.execute("UPDATE gl_account SET direct_posting = false WHERE no = 'PAYABLES'");
        }
    }

    @Test
    void a_document_of_two_lines_is_posted_once_under_its_key() throws Exception {
        var body = body("'postingDate': '2026-05-05', 'documentNumber': 'J1', 'accountNumber': 'RENT', 'amount': 1000.00", "'accountNumber': 'BANK', 'amount': '-1000'");
        for (var replayed : List.of(false, true)) {
            var answer = send(body, "j1").andExpect(status().isCreated()).andExpect(header().exists("Location")).andExpect(jsonPath("$.generalLedgerEntries").value(2))
                    .andExpect(jsonPath("$.documents[0].number").value("J1")).andReturn().getResponse();
            assertThat(answer.containsHeader("Idempotency-Replayed")).isEqualTo(replayed);
        }
        assertThat(entries("J1")).isEqualTo(2);
        send(body.replace("1000", "2000"), "j1").andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.idempotency-key-reused"));
        send(body, "").andExpect(status().is(428)).andExpect(jsonPath("$.code").value("api.idempotency-key-required"));
        assertThat(dsl.fetchCount(DSL.table("general_journal_line"))).isZero();
    }

    @Test
    void every_bad_line_is_reported_with_its_place_and_nothing_is_posted() throws Exception {
        send(body("'postingDate': '2026-05-05', 'documentNumber': 'J2', 'accountNumber': 'RENT', 'amount': 10, 'balancingAccountNumber': 'BANK'",
                "'accountNumber': '<b>', 'amount': 10, 'balancingAccountNumber': 'BANK'", "'accountNumber': 'PAYABLES', 'amount': 10, 'balancingAccountNumber': 'BANK'",
                "'accountNumber': 'RENT', 'amount': 'much'"), "j2").andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("api.posting-refused"))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/journalLines/1/accountNumber", "/journalLines/2/accountNumber", "/journalLines/3/amount")))
                .andExpect(jsonPath("$.errors[1].code").value("finance.account-no-direct-posting"))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
        send(body("'postingDate': '2026-05-05', 'documentNumber': 'J2', 'accountNumber': 'RENT', 'amount': 10"), "j2").andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].code").value("finance.journal-out-of-balance"));
        send(body("'colour': 1", "'closing': true"), "j2").andExpect(status().is(400)).andExpect(jsonPath("$.errors[*].code", contains("api.unknown-field", "api.field-read-only")));
        send("{}", "j2").andExpect(status().is(422)).andExpect(jsonPath("$.code").value("common.nothing-to-post"));
        assertThat(entries("J2")).isZero();
    }

    @Test
    void a_dry_run_shows_accounts_and_writes_nothing() throws Exception {
        var body = body("'postingDate': '2026-05-05', 'documentNumber': 'J3', 'accountNumber': 'RENT', 'amount': 10, 'balancingAccountNumber': 'BANK'");
        mvc.perform(as(SignedInUser.STOCKBOOK, post(POSTINGS + "?dryRun=true").content(body))).andExpect(status().isOk())
                .andExpect(jsonPath("$.generalLedgerAccounts[*].accountNumber", contains("BANK", "RENT")));
        mvc.perform(as(SignedInUser.STOCKBOOK, post(POSTINGS + "?dryRun=true").content("{}"))).andExpect(status().is(422));
        assertThat(entries("J3")).isZero();
    }

    @Test
    void callers_at_once_each_post_their_own() throws Exception {
        try (var callers = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = IntStream.range(0, 8).<Callable<Integer>>mapToObj(caller -> () -> send(
                    body("'postingDate': '2026-05-05', 'documentNumber': 'C%d', 'accountNumber': 'RENT', 'amount': 10, 'balancingAccountNumber': 'BANK'".formatted(caller)), "c" + caller)
                    .andReturn().getResponse().getStatus()).toList();
            for (var answer : callers.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(dsl.fetchValue("SELECT sum(amount)::text FROM gl_entry")).isEqualTo("0.00");
    }

    @Test
    void without_the_right_nothing_is_posted() throws Exception {
        var clerk = new SignedInUser("clerk", "Clerk", Language.ENGLISH, PermissionSet.INVENTORY_CLERK);
        mvc.perform(as(clerk, post(POSTINGS).header("Idempotency-Key", "n").content(body("'amount': 1")))).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("api.permission-missing"));
    }

    private static String body(String... lines) {
        return ("{'journalLines': [{" + String.join("}, {", lines) + "}]}").replace('\'', '"');
    }

    private ResultActions send(String body, String key) throws Exception {
        var request = post(POSTINGS).content(body);
        return mvc.perform(as(SignedInUser.STOCKBOOK, key.isEmpty() ? request : request.header("Idempotency-Key", key)));
    }

    private static MockHttpServletRequestBuilder as(SignedInUser user, MockHttpServletRequestBuilder request) {
        return request.contentType(MediaType.APPLICATION_JSON).with(csrf().asHeader()).with(authentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of())));
    }

    private int entries(String document) {
        return dsl.fetchCount(DSL.table("gl_entry"), DSL.condition("document_no = ?", document));
    }
}
