package org.stockbook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** Lists under a name, words to tick, files of lists and reports, the chart of the start page (spec: ui, sections 2.3, 5 and 7). */
@ShopTest
class ViewsAndFilesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_view_is_kept_shown_shared_and_forgotten_by_its_owner_only() throws Exception {
        mvc.perform(post("/items/views").param("viewName", "Cheap & <b>").param("unitPrice", "<20").param("sort", "-unitPrice").param("shared", "on")
                        .with(csrf()).with(Shop.as(PermissionSet.BUYER)))
                .andExpect(status().isSeeOther()).andExpect(header().string("Location", "/items?unitPrice=%3C20&sort=-unitPrice"));

        var own = page("/items", PermissionSet.BUYER);
        assertThat(own).contains("Cheap &amp; &lt;b&gt;").contains("/items?unitPrice=%3C20&amp;sort=-unitPrice");
        assertThat(page("/items", PermissionSet.SELLER)).contains("Cheap &amp; &lt;b&gt;");
        var forget = forgetLink(page("/items?unitPrice=%3C20&sort=-unitPrice", PermissionSet.BUYER));
        assertThat(page("/items?unitPrice=%3C20&sort=-unitPrice", PermissionSet.SELLER)).doesNotContain("/forget");

        mvc.perform(post(forget).with(csrf()).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isNotFound());
        mvc.perform(post(forget).with(csrf()).with(Shop.as(PermissionSet.BUYER))).andExpect(status().isSeeOther());
        assertThat(page("/items", PermissionSet.SELLER)).doesNotContain("Cheap");
        mvc.perform(post("/items/views").param("viewName", " ").with(csrf()).with(Shop.as(PermissionSet.BUYER))).andExpect(status().is(422));
        mvc.perform(post("/general-ledger-entries/views").param("viewName", "X").with(csrf()).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());
    }

    private static String forgetLink(String page) {
        var found = Pattern.compile("/items/views/\\d+/forget").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void several_words_of_a_column_are_any_of_them() throws Exception {
        var both = page("/items?costingMethod=lifo&costingMethod=specific", PermissionSet.BUYER);
        assertThat(both).contains("Electric bicycle").contains("Folding lock").doesNotContain("City bicycle").contains("LIFO, Specific");
    }

    @Test
    void a_report_is_a_file_with_the_figures_of_the_page() throws Exception {
        var file = mvc.perform(get("/inventory-valuation?format=csv").with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"inventory-valuation.csv\""))
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().count()).isGreaterThan(20);
        assertThat(file.lines().findFirst().orElseThrow()).contains("Description");
        assertThat(file).contains("City bicycle, 7 gears").doesNotContain("card.").doesNotContain("Message[");
        mvc.perform(get("/inventory-valuation?format=xlsx").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isForbidden());
        mvc.perform(get("/item-journal?format=csv").with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(status().isNotFound());
    }

    /** The script fills in what came of the file; a page must not have done so before. */
    @Test
    void the_import_page_leaves_room_for_what_was_taken() throws Exception {
        mvc.perform(get("/items/import").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString()).contains("Taken: {rows} rows"));
    }

    @Test
    void the_chart_equals_the_general_ledger_and_is_for_those_who_may_see_costs() throws Exception {
        assertThat(page("/start/charts/value-over-time", PermissionSet.ACCOUNTANT)).contains("<svg").contains("General ledger").contains("/inventory-valuation?asOf=");
        mvc.perform(get("/start/charts/value-over-time").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isNotFound());
    }

    private String page(String address, PermissionSet set) throws Exception {
        return mvc.perform(get(URI.create(address)).with(Shop.as(set))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
