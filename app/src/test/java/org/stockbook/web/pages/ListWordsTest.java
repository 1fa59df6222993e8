package org.stockbook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Rows;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.Page;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** What lists can be filtered to, and what stands beside their rows (spec: ui, sections 4.5 and 5). */
@ShopTest
class ListWordsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private List<Page> pages;

    @Autowired
    private ListWords words;

    @Autowired
    private Texts texts;

    @BeforeEach
    void open() {
        shop.open();
    }

    /** A word without a text would be shown as its key, on the page and on paper. */
    @Test
    void every_word_of_every_column_has_a_text_in_every_language() {
        var missing = new TreeSet<String>();
        Permissions.asStockbook(() -> {
            pages.stream().filter(ListPage.class::isInstance).map(ListPage.class::cast).forEach(page -> {
                var offered = words.of(page, Rows.NONE);
                page.columns().stream().filter(column -> column.kind() == Kind.CHOICE).forEach(column -> offered.getOrDefault(column.name(), FilterPane.Offered.NOTHING).all().stream()
                        .map(word -> "choice." + column.name() + "." + word).filter(key -> !texts.has(key)).forEach(key -> missing.add(page.path() + ": " + key)));
            });
            return true;
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void a_ledger_offers_words_and_codes_that_its_first_page_does_not_show() throws Exception {
        assertThat(page("/item-ledger-entries?entryType=sale", PermissionSet.ACCOUNTANT)).contains("name=\"entryType\" value=\"purchase\"").contains("name=\"locationCode\" value=\"WAREHOUSE\"");
        assertThat(page("/posted-sales-documents", PermissionSet.SELLER)).contains("name=\"documentType\" value=\"salesCreditMemo\"").doesNotContain("value=\"purchaseReceipt\"");
    }

    @Test
    void what_rows_are_narrowed_to_is_said_in_the_dates_of_the_reader() throws Exception {
        var danish = mvc.perform(get("/general-ledger-entries?postingDate=2026-11-01..2026-11-22").cookie(new Cookie("stockbook-language", "da")).with(Shop.as(PermissionSet.ACCOUNTANT)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(danish).contains("01.11.2026..22.11.2026");
    }

    @Test
    void facts_of_a_row_are_for_those_who_may_know_them() throws Exception {
        assertThat(page("/facts/items/1000", PermissionSet.ACCOUNTANT)).contains("Stock by location").contains("/item-availability?itemNumber=1000").contains("Unit cost");
        assertThat(page("/facts/items/1000", PermissionSet.WAREHOUSE_WORKER)).contains("Stock by location").doesNotContain("Unit cost");
        assertThat(page("/facts/vendors/V10000", PermissionSet.BUYER)).contains("Balance");
        mvc.perform(get("/facts/vendors/V10000").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isNotFound());
        mvc.perform(get("/facts/payment-terms/14D").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isNotFound());
    }

    @Test
    void availability_ends_with_stock_and_all_that_is_planned() throws Exception {
        assertThat(page("/item-availability?itemNumber=1000", PermissionSet.SELLER)).contains("By date").contains("WAREHOUSE");
        assertThat(page("/item-statistics?itemNumber=1000&span=quarter", PermissionSet.ACCOUNTANT)).contains("Total");
        assertThat(page("/low-stock", PermissionSet.BUYER)).contains("Reorder point");
    }

    private String page(String address, PermissionSet set) throws Exception {
        return mvc.perform(get(address).with(Shop.as(set))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
