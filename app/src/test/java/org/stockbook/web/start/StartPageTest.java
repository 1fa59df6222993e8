package org.stockbook.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** The start page: arranged by each user, proven and closed from it (spec: ui, section 2.3). */
@ShopTest
class StartPageTest {
    private static final String POSTINGS = "Last postings</h2>";
    private static final String RECONCILIATION = "general ledger</h2>";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void cards_stand_and_hide_as_each_user_has_arranged_them() throws Exception {
        var delivered = page(PermissionSet.ACCOUNTANT);
        assertThat(delivered.indexOf(RECONCILIATION)).isPositive().isLessThan(delivered.indexOf(POSTINGS));
        assertThat(delivered).contains("href=\"/items-to-adjust\"");

        mvc.perform(post("/start/arrangement").param("cards", "panel.item-registers").param("cards", "panel.inventory-reconciliation").param("cards", "panel.of-nobody")
                .param("hidden", "counter.items-not-adjusted").param("hidden", "chart.value-over-time").with(csrf()).with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(status().isSeeOther());

        var arranged = page(PermissionSet.ACCOUNTANT);
        assertThat(arranged.indexOf(POSTINGS)).isPositive().isLessThan(arranged.indexOf(RECONCILIATION));
        assertThat(arranged).doesNotContain("/start/charts/value-over-time").doesNotContain("class=\"counter\" href=\"/items-to-adjust\"").doesNotContain("of-nobody");
        assertThat(page(PermissionSet.ADMINISTRATOR)).contains("/start/charts/value-over-time");

        mvc.perform(post("/start/arrangement").with(csrf()).with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(status().isSeeOther());
        assertThat(page(PermissionSet.ACCOUNTANT)).isEqualTo(delivered);
    }

    @Test
    void who_may_proves_the_books_and_closes_the_month_from_here() throws Exception {
        assertThat(page(PermissionSet.ACCOUNTANT)).contains("verify-now").containsAnyOf("Never proven", "Books proven", "in the last proof").containsAnyOf("new-inventory-period", "close-inventory-period");
        assertThat(page(PermissionSet.SELLER)).doesNotContain("verify-now").doesNotContain("close-inventory-period");
    }

    private String page(PermissionSet set) throws Exception {
        return mvc.perform(get("/").with(Shop.as(set))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("<meta name=\"csrf\"[^>]*>", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
