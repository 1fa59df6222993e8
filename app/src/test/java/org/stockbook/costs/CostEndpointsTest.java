package org.stockbook.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;

/** Work on costs, as programs and pages ask for it, and what they may do wrong (spec: api, section 11). */
@SpringBootTest(properties = "stockbook.books-of-test=CostEndpointsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class CostEndpointsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InventoryPosting posting;

    @Autowired
    private AdjustCosts adjustCosts;

    @Autowired
    private ProveBooks prove;

    private CostingCompany company;

    @BeforeEach
    void a_company() {
        company = new CostingCompany(dsl, transaction, posting);
        company.found();
        if (dsl.fetchCount(DSL.table("item")) == 0) {
            company.trade(company.items("A", 2), 2);
        }
    }

    @Test
    void a_run_is_accepted_watched_and_over() throws Exception {
        company.trade(company.items("RUN", 1), 2);
        send(get("/api/v1/itemsToAdjust?filter=itemNumber eq 'RUN0001'"), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.value[0].reason").value("automaticOff"));
        send(post("/api/v1/costAdjustmentRuns"), "{\"itemNumbers\": [\"RUN0001\"], \"postToGeneralLedger\": false}").andExpect(status().isAccepted())
                .andExpect(jsonPath("$.link").value(Matchers.startsWith("/cost-adjustment-runs/"))).andExpect(header().string("Location", Matchers.startsWith("/api/v1/jobs/")));
        while (dsl.fetchCount(DSL.table("cost_run"), DSL.condition("status = 'RUNNING'")) > 0) {
            Thread.sleep(10);
        }
        send(get("/api/v1/costAdjustmentRuns?top=1"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].runStatus").value("finished"))
                .andExpect(jsonPath("$.value[0].itemsDone").value(1));
        send(post("/api/v1/costAdjustmentRuns/1/cancel"), "").andExpect(status().isConflict());
        send(get("/api/v1/itemsToAdjust?filter=itemNumber eq 'RUN0001'"), "").andExpect(jsonPath("$.value.length()").value(0));
    }

    /** Spec: api, section 5.1: long work is a job, whatever its kind. */
    @Test
    void long_work_is_watched_as_a_job_until_it_leads_to_its_result() throws Exception {
        var job = send(post("/api/v1/verifications"), "").andExpect(status().isAccepted()).andReturn().getResponse().getHeader("Location");
        var watched = mvc.perform(get(job + "/events").with(authentication(signedIn()))).andExpect(status().isOk()).andReturn();
        while (dsl.fetchCount(DSL.table("cost_run"), DSL.condition("status = 'RUNNING'")) > 0) {
            Thread.sleep(10);
        }
        var link = JsonPath.<String>read(send(get(job), "").andExpect(status().isOk()).andExpect(jsonPath("$.state").value("done")).andExpect(jsonPath("$.progress").value(100))
                .andExpect(jsonPath("$.jobKind").value("verification")).andExpect(jsonPath("$.counts.itemsDone").value(Matchers.greaterThan(0)))
                .andReturn().getResponse().getContentAsString(), "$.result.link");
        send(get(link), "").andExpect(status().isOk()).andExpect(jsonPath("$.checks[0].check").exists());
        send(get("/api/v1/jobs?filter=jobKind eq 'verification'&top=1"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].state").value("done"));
        send(post(job + "/cancel"), "").andExpect(status().isConflict());
        send(get("/api/v1/jobs/999999"), "").andExpect(status().isNotFound());
        assertThat(watched.getRequest().isAsyncStarted()).isTrue();
        watched.getAsyncResult(5000);
        assertThat(watched.getResponse().getContentAsString()).contains("event:finished").contains("\"state\":\"done\"");
    }

    @Test
    void work_that_waits_is_queued_and_can_be_cancelled_before_it_begins() throws Exception {
        company.trade(company.items("QUEUE", 1), 2);
        var first = Permissions.asStockbook(() -> adjustCosts.begin(new AdjustCosts.Request(Set.of(), false)));
        var proof = Permissions.asStockbook(() -> prove.begin(RunLog.Origin.USER));
        send(get("/api/v1/jobs/" + first.number()), "").andExpect(jsonPath("$.state").value("running")).andExpect(jsonPath("$.step").value("adjusting"));
        send(get("/api/v1/jobs/" + proof.number()), "").andExpect(jsonPath("$.state").value("queued")).andExpect(jsonPath("$.result").doesNotExist());
        send(post("/api/v1/jobs/" + proof.number() + "/cancel"), "").andExpect(status().isOk());
        var proofs = dsl.fetchCount(DSL.table("verification"));
        Permissions.asStockbook(() -> {
            first.run(LongWork.SILENT);
            proof.run();
            return true;
        });
        send(get("/api/v1/jobs/" + first.number()), "").andExpect(jsonPath("$.state").value("done"));
        send(get("/api/v1/jobs/" + proof.number()), "").andExpect(jsonPath("$.state").value("cancelled")).andExpect(jsonPath("$.result").doesNotExist());
        assertThat(dsl.fetchCount(DSL.table("verification"))).isEqualTo(proofs);
    }

    @Test
    void a_test_report_posts_nothing_and_says_what_would_be_skipped() throws Exception {
        dsl.execute("UPDATE gl_account SET blocked = true WHERE no = '5000'");
        try {
            send(post("/api/v1/inventoryCostPostings"), "{\"test\": true, \"itemNumbers\": \"A0001\"}").andExpect(status().isOk())
                    .andExpect(jsonPath("$.skipped[0].errors[0].code").value("finance.account-blocked"))
                    .andExpect(jsonPath("$.skipped[0].errors[0].message").value("Account 5000 is blocked."))
                    .andExpect(jsonPath("$.entriesPosted").value(1));
        } finally {
            dsl.execute("UPDATE gl_account SET blocked = false WHERE no = '5000'");
        }
        send(get("/api/v1/pendingValueEntries?filter=itemNumber eq 'A0001'&count=true"), "").andExpect(jsonPath("$.count").value(Matchers.greaterThan(2)));
        send(post("/api/v1/inventoryCostPostings"), "{\"method\": \"perPostingGroup\"}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("reconciliation.document-no-rule"));
    }

    @Test
    void a_cost_is_explained_to_programs_and_drawn_for_people() throws Exception {
        var item = company.items("WHY", 2).getLast();
        company.trade(List.of(item), 1);
        Permissions.asStockbook(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(item), false), LongWork.SILENT));
        var sale = dsl.fetchSingle("SELECT min(e.entry_no) FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = ?", item.code()).get(0, Long.class);
        send(get("/api/v1/costExplanations?itemLedgerEntryNumber=" + sale), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.final").value(true)).andExpect(jsonPath("$.root.amount").value(2.5))
                .andExpect(jsonPath("$.root.causes[0].event").value("moved")).andExpect(jsonPath("$.root.causes[0].causes[0].knownLater").value(true));
        mvc.perform(get("/cost-explained?itemLedgerEntryNumber=" + sale).with(authentication(signedIn()))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("<svg class=\"chain\"")));
        send(get("/api/v1/costExplanations?itemLedgerEntryNumber=999999999"), "").andExpect(status().isNotFound());
        send(get("/api/v1/costExplanations?wrong=1"), "").andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items-to-adjust", "/cost-adjustment-runs", "/pending-cost", "/post-inventory-cost", "/inventory-cost-postings", "/books-proven",
        "/nightly-cost-work", "/cost-explained", "/cost-explained?itemNumber=A0001", "/cost-explained?itemNumber=nonsense%27--", "/cost-specification",
        "/inventory-valuation", "/inventory-reconciliation", "/cost-specification?asOf=2026-02-01&knownAt=2030-01-01", "/"})
    void every_page_of_costs_opens(String page) throws Exception {
        mvc.perform(get(page).with(authentication(signedIn()))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(">column."))));
    }

    /** Spec: reconciliation, section 2: one account for several types cannot be told apart, so they are shown and compared together. */
    @Test
    void types_that_share_an_account_are_reconciled_together() throws Exception {
        var shared = "UPDATE inventory_posting_setup SET inventory_interim_account_id = (SELECT id FROM gl_account WHERE no = ?)";
        dsl.execute(shared, "1300");
        try {
            send(get("/api/v1/inventoryGlReconciliations?asOf=2027-01-01"), "").andExpect(status().isOk())
                    .andExpect(jsonPath("$.value[0].accountType").value("inventory"))
                    .andExpect(jsonPath("$.value[0].sharesAccountsWith[0]").value("inventoryInterim"))
                    .andExpect(jsonPath("$.value[1].accountType").value("inventoryInterim"))
                    .andExpect(jsonPath("$.value[1].sharesAccountsWith[0]").value("inventory"));
            mvc.perform(get("/inventory-reconciliation?asOf=2027-01-01").with(authentication(signedIn()))).andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("Together, because they share accounts")));
        } finally {
            dsl.execute(shared, "1305");
        }
    }

    @Test
    void figures_of_reports_agree() throws Exception {
        send(get("/api/v1/inventoryGlReconciliations?asOf=2027-01-01"), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.warnings[0]").exists()).andExpect(jsonPath("$.value.length()").value(Matchers.greaterThan(3)));
        send(get("/api/v1/inventoryValuations?asOf=2027-01-01"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].itemNumber").exists());
        send(get("/api/v1/costSpecifications?asOf=2027-01-01"), "").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].directAmount").exists());
        send(get("/api/v1/costSpecifications?asOf=yesterday"), "").andExpect(status().isBadRequest());
    }

    @Test
    void the_night_is_set_up_and_typing_errors_do_not_vanish() throws Exception {
        send(patch("/api/v1/setups/nightlyCostWork"), "{\"startsAt\": \"03:30\", \"verifyBooks\": \"false\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.startsAt").value("03:30")).andExpect(jsonPath("$.verifyBooks").value(false));
        send(patch("/api/v1/setups/nightlyCostWork"), "{\"startAt\": \"03:30\"}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("api.unknown-field"));
        send(patch("/api/v1/setups/nightlyCostWork"), "{\"startsAt\": \"later\"}").andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v1/costAdjustmentRuns|{}", "/api/v1/inventoryCostPostings|{}", "/api/v1/verifications|{}",
        "/api/v1/costingMethodChanges|{\"itemNumber\": \"A0001\", \"oldNumber\": \"X\", \"costingMethod\": \"fifo\"}",
        "/api/v1/itemsToAdjust/A0001/exclude|{\"exclusionReason\": \"no\"}"})
    void a_viewer_may_not(String address, String body) throws Exception {
        var viewer = new SignedInUser("viewer", "Viewer", Language.ENGLISH, PermissionSet.VIEWER);
        mvc.perform(post(address).with(authentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", List.of()))).with(csrf().asHeader())
                        .contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isForbidden());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(authentication(signedIn())).with(csrf().asHeader()).contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON).content(body));
    }

    private static UsernamePasswordAuthenticationToken signedIn() {
        return UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of());
    }
}
