package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The filters beside a list say how many rows each of their words would leave (spec: ui, section 5; the page of items of the mockups). */
class FilterPaneTest extends InTheShop {
    @Test
    void each_word_says_how_many_rows_it_would_leave_and_several_can_be_chosen() {
        var page = list("/items");
        var all = Integer.parseInt(page.locator(".bar .count").textContent().replaceAll("\\D", ""));
        assertThat(sum(page, "costingMethod")).isEqualTo(all);
        assertThat(sum(page, "blocked")).isEqualTo(all);

        var used = page.locator("#pane [name='costingMethod']").all().stream().filter(box -> count(box) > 0).map(box -> box.getAttribute("value")).limit(2).toList();
        var wanted = used.stream().mapToInt(word -> count(box(page, "costingMethod", word))).sum();
        for (var word : used) {
            box(page, "costingMethod", word).check();
            page.waitForURL("**" + word + "**");
        }
        counted(page);
        assertThat(page.locator(".bar .count")).containsText(Integer.toString(wanted));
        assertThat(sum(page, "blocked")).isEqualTo(wanted);
        // The words of the chosen column still say what each of them would bring.
        assertThat(sum(page, "costingMethod")).isEqualTo(all);
    }

    @Test
    void the_places_that_figures_count_are_ticked_and_kept_with_a_view() {
        var page = list("/items");
        page.locator("#pane [name='locationFilter']").first().check();
        page.waitForURL("**locationFilter=**");
        page.locator("#pane [name='locationFilter'][value=\"''\"]").check();
        assertThat(page.locator(".chip.total")).containsText("No location");

        page.locator("#keep-view summary").click();
        page.fill("#view-name", "Two places");
        page.keyboard().press("Enter");
        page.waitForSelector("#views a[aria-current]:has-text('Two places')");
        page.navigate(shop.address() + "/items");
        page.locator("#views a", new Page.LocatorOptions().setHasText("Two places")).click();
        assertThat(page.locator("#pane [name='locationFilter']:checked")).hasCount(2);
        assertThat(shop.complaints()).isEmpty();
    }

    private Page list(String path) {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + path);
        counted(page);
        return page;
    }

    private static void counted(Page page) {
        page.waitForSelector("#pane .cnt:not(:empty)");
    }

    private static Locator box(Page page, String column, String word) {
        return page.locator("#pane [name='" + column + "'][value='" + word + "']");
    }

    private static int count(Locator box) {
        return Integer.parseInt(box.locator("xpath=..").locator(".cnt").textContent().replaceAll("\\D", ""));
    }

    private static int sum(Page page, String column) {
        return page.locator("#pane [name='" + column + "']").all().stream().mapToInt(FilterPaneTest::count).sum();
    }
}
