package org.stockbook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.database.Statements;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** What many captions, headings, rows or cards of a page need is asked of the database together, not for each of them. */
@ShopTest
class AskedOnceTest {
    /** Rows, their count and what only some of them show each come by themselves, and each asks for the rights of the user. */
    private static final int PARTS = 3;

    /** Beside its own, a card of the start page reads with the same statements as another one. */
    private static final int START_PAGE = 40;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private DSLContext dsl;

    @BeforeEach
    void open() {
        shop.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items", "/item-ledger-entries", "/value-entries", "/general-ledger-entries", "/purchase-orders", "/sales-orders", "/vendors", "/trial-balance", "/item-journal", "/inventory-valuation", "/item-registers"})
    void a_list_asks_for_its_parts(String page) {
        var asked = Statements.of(dsl, () -> read(page));
        assertThat(repeated(asked)).as(page + " asked " + asked.size()).isEmpty();
    }

    @Test
    void the_start_page_asks_once_for_what_its_cards_share() {
        assertThat(Statements.of(dsl, () -> read("/"))).hasSizeLessThanOrEqualTo(START_PAGE);
    }

    private void read(String page) {
        try {
            mvc.perform(get(page).with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk());
        } catch (Exception failed) {
            throw new AssertionError(page, failed);
        }
    }

    private static List<String> repeated(List<String> asked) {
        return asked.stream().distinct().filter(sql -> Collections.frequency(asked, sql) > PARTS).map(sql -> Collections.frequency(asked, sql) + " times: " + sql).toList();
    }
}
