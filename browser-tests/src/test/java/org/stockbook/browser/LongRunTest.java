package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long work in the top bar of every page: how far it is, and stopping it (spec: ui, section 6, long work; acceptance U8). */
class LongRunTest extends InTheShop {
    private static final int ITEMS = 50;
    @BeforeAll
    void furnish() {
        shop.costLater();
    }

    /** The items are worked twenty at a time by two workers: each meets an item that somebody else holds. */
    @Test
    void a_run_is_followed_from_page_to_page_and_stopped() {
        var page = shop.user(1440, "en");
        post(page);
        shop.holding(List.of("HELMET-7", "HELMET-27"), () -> {
            page.navigate(shop.address() + "/items-to-adjust");
            page.locator("[data-act*='adjust']").first().click();
            page.locator("dialog.ask button[type=submit], dialog.ask .btn.primary").first().click();
            page.waitForURL("**/cost-adjustment-runs/*");

            page.navigate(shop.address() + "/items");
            var chip = page.locator("#job");
            assertThat(chip).isVisible();
            assertThat(chip).containsText("/ " + ITEMS);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "run-chip.png")));
            chip.locator("button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice")).containsText("next safe point");
            assertThat(chip).isVisible();
        });
        assertThat(page.locator("#job")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
        assertThat(page.locator(".notice")).isVisible();
        page.locator(".notice button").click();
        page.waitForURL("**/cost-adjustment-runs/*");
        assertThat(page.locator("main")).containsText("Cancelled");
        assertThat(shop.complaints()).isEmpty();
    }

    /** A receipt and an issue of each item, costed later: all of them are to be adjusted. */
    private void post(Page page) {
        page.navigate(shop.address() + "/item-journal");
        page.waitForSelector("td.now");
        paste(page, IntStream.rangeClosed(1, ITEMS).boxed()
                .flatMap(item -> Stream.of("HELMET-" + item + "\tPositive adjmt.\t5\t10\tMAIN\tP-1", "HELMET-" + item + "\tNegative adjmt.\t2\t\tMAIN\tP-1"))
                .collect(Collectors.joining("\n", "Item\tEntry type\tQuantity\tUnit amount\tLocation\tDocument no.\n", "\n")));
        assertThat(page.locator("#line-count")).hasText(2 * ITEMS + " lines");
        assertThat(page.locator("#saved")).hasText("Saved", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        page.keyboard().press("F9");
        assertThat(page.locator(".postpanel .badge.success").first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        page.keyboard().press("F9");
        assertThat(page.locator("#mapping")).containsText("Posted, register", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }
}
