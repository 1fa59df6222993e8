package org.stockbook.inventory.web;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** Programs find what was posted under a number (spec: finance, section 12; api, section 11). */
@ShopTest
class EntrySearchTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    private ResultActions search(PermissionSet who, String body) throws Exception {
        return mvc.perform(post("/api/v1/entrySearches").with(csrf()).with(Shop.as(who)).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private String rows(String address) throws Exception {
        return mvc.perform(get(address).with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    @Test
    void a_document_is_found_in_every_ledger_that_may_be_read_with_the_filter_that_reads_as_many_rows() throws Exception {
        var invoice = JsonPath.<Map<String, Object>>read(rows("/api/v1/postedSalesDocuments?filter=documentType eq 'salesInvoice'&top=1"), "$.value[0]");
        var wanted = "{\"documentNumber\": \"%s\", \"postingDate\": \"%s\"}".formatted(invoice.get("number"), invoice.get("postingDate"));

        search(PermissionSet.SELLER, wanted).andExpect(status().isOk())
                .andExpect(jsonPath("$.value[*].collection").value(hasItem("postedSalesDocuments")))
                .andExpect(jsonPath("$.value[*].collection").value(not(hasItem("generalLedgerEntries"))));
        var answer = search(PermissionSet.ACCOUNTANT, wanted).andExpect(status().isOk())
                .andExpect(jsonPath("$.value[*].collection").value(hasItems("postedSalesDocuments", "generalLedgerEntries", "customerLedgerEntries", "valueEntries", "vatEntries")))
                .andReturn().getResponse().getContentAsString();
        for (var found : JsonPath.<List<Map<String, Object>>>read(answer, "$.value")) {
            mvc.perform(get("/api/v1/" + found.get("collection")).param("filter", (String) found.get("filter")).param("count", "true").with(Shop.as(PermissionSet.ACCOUNTANT)))
                    .andExpect(status().isOk()).andExpect(jsonPath("$.count").value(found.get("count")));
        }
    }

    @Test
    void partners_are_found_where_rows_name_them_and_nothing_is_no_fault() throws Exception {
        search(PermissionSet.ACCOUNTANT, "{\"customerNumber\": \"C10000\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.value[*].collection").value(containsInAnyOrder("postedSalesDocuments", "customerLedgerEntries")));
        search(PermissionSet.ACCOUNTANT, "{\"externalDocumentNumber\": \"it's not there\"}").andExpect(status().isOk()).andExpect(jsonPath("$.value").value(empty()));
    }

    @Test
    void a_search_for_nothing_and_what_nobody_understands_are_refused() throws Exception {
        search(PermissionSet.VIEWER, "{\"postingDate\": \"2026-01-15\"}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("common.field-required"));
        search(PermissionSet.VIEWER, "{\"colour\": \"red\"}").andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.unknown-field"))
                .andExpect(jsonPath("$.detail").value("“colour” is not known here."));
        search(PermissionSet.VIEWER, "{\"documentNumber\": \"X\", \"postingDate\": \"yesterday\"}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.detail").value("“yesterday” cannot be read as postingDate."));
    }
}
