package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On phones a list begins with its rows: one line for the title and what is done, one for the views, one for searching (spec: ui, section 9). */
class PhoneTest extends InTheShop {
    private static final int WIDTH = 390;
    private static final int MOST_ABOVE_ROWS = 230;
    private static final int MOST_OF_A_HEAD = 104;

    @ParameterizedTest(name = "/{1} in {0}")
    @CsvSource({"en, items", "da, items", "da, vendors", "fr-CA, item-units", "da, items-to-adjust", "fr-CA, cost-adjustment-runs", "fr-CA, item-ledger-entries", "da, item-categories"})
    void a_list_begins_with_its_rows(String language, String path) {
        var page = shop.user(WIDTH, language);
        page.navigate(shop.address() + "/" + path);

        assertThat(page.locator("#rows tbody tr, .empty").first()).isVisible();
        assertThat(page.locator("#rows tbody tr, .empty").first().boundingBox().y).isLessThan(MOST_ABOVE_ROWS);
        assertThat(page.locator(".head").boundingBox().height).isLessThan(MOST_OF_A_HEAD);
        page.context().close();
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"en", "da", "fr-CA"})
    void lists_of_many_columns_fit_a_screen(String language) {
        var page = shop.user(1440, language);
        for (var path : new String[] {"item-ledger-entries", "value-entries", "posted-purchase-documents", "vat-entries", "general-posting-setups", "change-log"}) {
            page.navigate(shop.address() + "/" + path);
            assertThat(page.locator("#rows thead").boundingBox().height).as(path).isLessThan(52);
            assertThat((Integer) page.evaluate("() => { const box = document.querySelector('.scroll'); return box.scrollWidth - box.clientWidth; }")).as("what is beyond the edge of %s", path).isZero();
        }
        page.context().close();
    }
}
