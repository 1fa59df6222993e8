package org.stockbook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** Sums are of things that can be added, and every amount says what money it is (spec: ui, sections 4.5 and 9). */
@ShopTest
class SumsAndUnitsTest {
    private static final Pattern SUMS = Pattern.compile("<tr id=\"totals\".*?</tr>", Pattern.DOTALL);
    private static final Pattern LATER = Pattern.compile("hx-get=\"([^\"]*fragment=summary[^\"]*)\"");
    private static final Pattern FIGURE = Pattern.compile("class=\"n[^>]*>[−0-9]");
    private static final Pattern HEADS = Pattern.compile("<thead>.*?</thead>", Pattern.DOTALL);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext database;

    @Autowired
    private Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void quantities_are_added_up_where_all_rows_are_of_one_item() throws Exception {
        for (var list : List.of("/item-ledger-entries", "/item-application-entries")) {
            assertThat(figuresBelow(list)).as(list).isZero();
            assertThat(figuresBelow(list + "?itemNumber=1000")).as(list).isPositive();
        }
        assertThat(figuresBelow("/stock")).as("both amounts").isEqualTo(2);
        assertThat(figuresBelow("/stock?itemNumber=1000")).as("both amounts and the quantity").isEqualTo(3);
        assertThat(figuresBelow("/items")).as("the value").isEqualTo(1);
    }

    private long figuresBelow(String address) throws Exception {
        return FIGURE.matcher(sums(address)).results().count();
    }

    /** The line of totals, which comes later where a list is long. */
    private String sums(String address) throws Exception {
        var page = page(address, "en");
        var later = LATER.matcher(page);
        var found = SUMS.matcher(later.find() ? page(later.group(1).replace("&amp;", "&"), "en") : page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void amounts_say_their_currency() throws Exception {
        assertThat(sums("/value-entries")).contains("rows, sums in EUR");
        assertThat(page("/items/1000", "en")).contains("Value, EUR").doesNotContain("Unit cost, EUR");
        assertThat(page("/inventory-valuation", "da")).containsPattern("Værdi[^<]*, EUR");
        assertThat(HEADS.matcher(page("/sales-orders", "en")).results().findFirst().orElseThrow().group()).contains("Currency");
    }

    @Test
    void counters_of_documents_say_what_these_are_worth() throws Exception {
        assertThat(page("/", "en")).containsPattern("Received, not invoiced</span>(?s:.{0,400}?)class=\"s\">[0-9,]+\\.[0-9]{2} EUR<");
        assertThat(page("/", "fr-CA")).containsPattern("class=\"s\">[0-9\\u00a0]+,[0-9]{2} EUR<");
    }

    @Test
    void items_that_call_for_attention_are_marked() throws Exception {
        assertThat(page("/items", "en")).doesNotContain("title=\"At or below the reorder point\"");
        database.execute("update item set reorder_point = 1000 where no = '1000'");
        database.execute("update item set blocked = true where no = '1010'");

        var marked = page("/items", "en");
        database.execute("update item set reorder_point = 0, blocked = false where no in ('1000', '1010')");

        assertThat(marked).containsOnlyOnce("title=\"At or below the reorder point\"").containsOnlyOnce("title=\"Blocked\"");
    }

    @Test
    void words_are_divided_in_headings_and_nowhere_else() throws Exception {
        assertThat(HEADS.matcher(page("/item-ledger-entries", "da")).results().findFirst().orElseThrow().group()).contains("Bogførings\u00addato");

        assertThat(page("/item-ledger-entries?format=csv", "da")).contains("Bogføringsdato").doesNotContain("\u00ad");
    }

    @Test
    void a_card_that_dimensions_are_said_of_is_a_link() throws Exception {
        assertThat(page("/default-dimensions", "en")).contains("href=\"/items/5000\">5000</a>").doesNotContain(">ITEM:5000");
        assertThat(page("/users", "da")).doesNotContainPattern("<td[^>]*>en</td>");
    }

    private String page(String address, String language) throws Exception {
        return mvc.perform(get(URI.create(address)).with(Shop.as(PermissionSet.ADMINISTRATOR)).cookie(new Cookie("stockbook-language", language))).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
