package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list longer than a page shows its first rows before they are all counted and summed (spec: ui, section 5). */
class LongListTest extends InTheShop {
    /** Where everything stands but the words that say how many rows there are. */
    private static final String PLACES = "() => [...document.querySelectorAll('.bar > :not(.count), #rows th, #rows tbody tr:first-child td, #totals, #totals td')]"
            + ".map(one => { const box = one.getBoundingClientRect(); return [box.x, box.y, box.width, box.height].join(' '); }).join('; ')";

    @BeforeAll
    void furnish() {
        shop.manyItems();
    }

    @Test
    void totals_come_when_the_page_stands_and_move_nothing() {
        var page = shop.user(1440, "en");
        var held = new ArrayList<Route>();
        page.route(Pattern.compile("fragment=summary"), held::add);
        page.navigate(shop.address() + "/items?sort=-number");
        page.waitForCondition(() -> !held.isEmpty());
        page.waitForSelector("#pane .cnt:not(:empty)");
        assertThat(page.locator("#rows tbody tr:not(.further)").count()).isGreaterThanOrEqualTo(100);
        assertThat(page.locator(".bar .count")).hasText("more than 100 rows");
        assertThat(page.locator("#totals .lead")).hasText("more than 100 rows");
        assertThat(page.locator("#totals .n").first()).hasText("…");
        var places = page.evaluate(PLACES);

        held.getFirst().resume();
        assertThat(page.locator(".bar .count")).hasText("120 rows");
        assertThat(page.locator("#totals .lead")).hasText("120 rows, sums in EUR");
        assertThat(page.locator("#totals td", new Page.LocatorOptions().setHasText("…"))).hasCount(0);
        assertThat(page.evaluate(PLACES)).isEqualTo(places);
        assertThat(page.getByRole(AriaRole.STATUS).getByText("120 rows")).isVisible();

        page.locator("tr.further").scrollIntoViewIfNeeded();
        assertThat(page.locator("#rows tbody tr")).hasCount(120);
        assertThat(held).hasSize(1);
        assertThat(shop.complaints()).isEmpty();
    }

    @Test
    void a_list_that_is_narrowed_to_a_page_says_at_once_how_many_rows_it_has() {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + "/items?search=glove");
        assertThat(page.locator(".bar .count")).hasText("60 rows");
        assertThat(page.locator("#totals .lead")).hasText("60 rows, sums in EUR");
        assertThat(page.locator("[hx-get*='fragment=summary']")).hasCount(0);
    }
}
