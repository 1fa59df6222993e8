package org.stockbook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.Page;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** Rows come first; how many there are of a long list, and what they sum to, when the page stands (spec: ui, section 5). */
@ShopTest
class ListSummaryTest {
    private static final Pattern SUMMARY = Pattern.compile("role=\"status\" hx-get=\"([^\"]+)\" hx-trigger=\"load\">([^<]+)<");
    private static final Pattern FURTHER = Pattern.compile("class=\"further\" hx-get=\"([^\"]+)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private List<Page> pages;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void a_long_list_shows_its_first_rows_and_says_where_the_rest_is_summed() throws Exception {
        var page = page("/value-entries?sort=-costAmountActual");
        assertThat(page.split("<tr tabindex", -1)).hasSize(RowRequest.PAGE + 1);
        assertThat(totals(page)).contains("more than 100 rows").contains("…");

        var summary = page(summary(page));
        var all = Permissions.asStockbook(() -> valueEntries().rows().read(RowRequest.of(Criterion.EVERYTHING).totalling(valueEntries().totalled())));
        assertThat(all.count()).isGreaterThan(RowRequest.PAGE);
        assertThat(summary).startsWith(String.format("%,d rows", all.count())).contains("hx-swap-oob=\"innerHTML\"");
        assertThat(totals(summary)).contains(String.format("%,d rows", all.count())).contains(String.format("%,.2f", all.totals().get("costAmountActual"))).doesNotContain("…");
        assertThat(totals(summary).split("<td", -1)).hasSameSizeAs(totals(page).split("<td", -1));
    }

    @Test
    void a_summary_counts_what_the_list_is_narrowed_to() throws Exception {
        var summary = page(summary(page("/value-entries?search=1000&columns=itemNumber,valuedQuantity,costAmountActual&valueEntryType=directCost")));
        var narrowed = RowRequest.of(Criterion.equal("valueEntryType", "directCost")).searching("1000").totalling(valueEntries().totalled());
        var read = Permissions.asStockbook(() -> valueEntries().rows().read(narrowed));
        assertThat(summary).startsWith(String.format("%,d rows", read.count()));
        assertThat(totals(summary)).contains(String.format("%,.2f", read.totals().get("costAmountActual"))).doesNotContain("…");
    }

    @Test
    void rows_follow_each_other_until_there_are_no_more() throws Exception {
        var next = "/value-entries?search=1000";
        var rows = 0;
        while (!next.isEmpty()) {
            var part = page(next);
            rows += part.split("<tr tabindex", -1).length - 1;
            var further = FURTHER.matcher(part);
            next = further.find() ? further.group(1).replace("&amp;", "&") : "";
        }
        var counted = Permissions.asStockbook(() -> valueEntries().rows().read(RowRequest.of(Criterion.EVERYTHING).searching("1000")).count());
        assertThat((long) rows).isEqualTo(counted).isGreaterThan(RowRequest.PAGE);
    }

    @Test
    void a_list_on_one_page_has_its_totals_at_once() throws Exception {
        var page = page("/items");
        assertThat(page).doesNotContain("fragment=summary").containsPattern("role=\"status\" hx-trigger=\"load\">\\d+ rows<");
        assertThat(totals(page)).doesNotContain("…");
    }

    private ListPage valueEntries() {
        return pages.stream().filter(ListPage.class::isInstance).map(ListPage.class::cast).filter(page -> page.path().equals("value-entries")).findFirst().orElseThrow();
    }

    private static String summary(String page) {
        var found = SUMMARY.matcher(page);
        assertThat(found.find()).isTrue();
        assertThat(found.group(2)).isEqualTo("more than 100 rows");
        return found.group(1).replace("&amp;", "&");
    }

    private static String totals(String page) {
        return page.substring(page.indexOf("<tr id=\"totals\""), page.indexOf("</tr>", page.indexOf("<tr id=\"totals\"")));
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(Shop.as(PermissionSet.ACCOUNTANT))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
