package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spec: ui, acceptance U1 and U2. */
class ItemJournalTest extends InTheShop {
    private static final double SLOW_MACHINE = 30_000;

    private Page page;

    @BeforeEach
    void emptyJournal() {
        page = shop.user(1440, "en");
        page.navigate(shop.address() + "/item-journal");
        page.waitForSelector("td.now");
        page.keyboard().press("Control+a");
        page.keyboard().press("Control+Delete");
        assertThat(page.locator("#line-count")).hasText("0 lines");
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    /** Two lines from nothing to posted without a mouse: item, quantity, Enter; then F9 twice. */
    @Test
    void is_filled_and_posted_by_keyboard_alone() {
        press("Home");
        press("ArrowRight");
        press("ArrowRight");
        type("IJ-1");
        press("Tab");
        type("HELMET-7");
        press("Enter");
        type("12*2");
        press("Enter");
        type("HELMET-9");
        press("Enter");
        type("3");
        press("Enter");

        assertThat(page.locator("#line-count")).hasText("2 lines");
        assertThat(page.locator("tr[data-index='0']")).containsText("Helmet, size 7");
        assertThat(page.locator("tr[data-index='0'] td[data-column='7']")).hasText("24");
        assertThat(page.locator("tr[data-index='1'] td[data-column='2']")).hasText("IJ-1");
        assertThat(page.locator("#saved")).hasText("Saved");

        press("F9");
        assertThat(page.locator(".postpanel .badge.success").first()).hasText("Can be posted");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "preview.png")));
        press("F9");
        assertThat(page.locator("#mapping")).containsText("Posted, register");
        assertThat(page.locator("#line-count")).hasText("0 lines");
    }

    /** 500 rows of which five are bad: nothing is dropped, each error stands at its cell, one step takes it all back. */
    @Test
    void takes_500_pasted_rows_and_marks_the_bad_cells() {
        var rows = IntStream.range(0, 500)
                .mapToObj(row -> (row % 100 == 50 ? "NO-SUCH-ITEM" : "HELMET-" + (1 + row % 60)) + "\t" + (1 + row % 9) + "\tMAIN\tP-1")
                .collect(Collectors.joining("\n", "Item\tQuantity\tLocation\tDocument no.\n", "\n"));
        paste(page, rows);

        assertThat(page.locator("#line-count")).hasText("500 lines");
        assertThat(page.locator("#issue-count")).containsText("5 errors", new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW_MACHINE));
        assertThat(page.locator("td.err")).hasCount(5);
        assertThat(page.locator("tr.msg").first()).containsText("“NO-SUCH-ITEM” does not exist");

        press("F4");
        assertThat(page.locator("td.now")).hasText("NO-SUCH-ITEM");
        press("Control+z");
        assertThat(page.locator("#line-count")).hasText("0 lines");
    }

    @Test
    void keeps_what_cannot_be_read_as_typed() {
        type("HELMET-1");
        press("Enter");
        type("a dozen");
        press("Enter");

        assertThat(page.locator("tr[data-index='0'] td.err[data-column='7']")).hasText("a dozen");
        assertThat(page.locator("tr.msg")).containsText("a dozen");
    }

    /** Words of a description find the item; the marked one is taken. */
    @Test
    void finds_items_by_words_while_typing() {
        type("size 33");
        assertThat(page.locator(".lookup")).containsText("HELMET-33");
        press("Enter");

        assertThat(page.locator("tr[data-index='0']")).containsText("HELMET-33");
    }

    /** SQL and markup are text like any other. */
    @Test
    void shows_markup_as_text() {
        press("Home");
        for (int i = 0; i < 4; i++) {
            press("ArrowRight");
        }
        type("<img src=x onerror=alert(1)>'; drop table item; --");
        press("Tab");

        assertThat(page.locator("tr[data-index='0']")).containsText("<img src=x onerror=alert(1)>'; drop table item; --");
        assertThat(page.locator("img").count()).isZero();
    }
}
