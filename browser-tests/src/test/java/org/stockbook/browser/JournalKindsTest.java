package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The journals of every kind, worked in by keyboard (spec: ui, acceptance U1; journals, sections 7 and 8). */
class JournalKindsTest extends InTheShop {
    private static final LocatorAssertions.HasTextOptions PATIENT = new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.ContainsTextOptions WAITING = new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private Page journal(String path) {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + path);
        page.waitForSelector("td.now");
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    private static void fill(Page page, String... cells) {
        for (var cell : cells) {
            page.keyboard().type(cell);
            page.keyboard().press("Enter");
        }
    }

    private static void documentNumber(Page page, String number) {
        page.keyboard().press("Home");
        while (!"documentNumber".equals(page.evaluate("() => document.querySelector('td.now') && document.querySelectorAll('#grid thead th')"
                + "[document.querySelector('td.now').cellIndex].dataset.name"))) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().type(number);
        page.keyboard().press("Tab");
    }

    /** Twenty lines in, moved and valued anew without a mouse. */
    @Test
    void twenty_lines_come_in_move_and_get_a_new_value() {
        var goods = journal("/item-journal");
        documentNumber(goods, "T-1");
        for (var line = 1; line <= 20; line++) {
            fill(goods, "HELMET-" + (line + 10), Integer.toString(line));
        }
        assertThat(goods.locator("#line-count")).hasText("20 lines", PATIENT);
        assertThat(goods.locator("#saved")).hasText("Saved", PATIENT);
        picture(goods, "twenty-lines");
        post(goods);

        var moves = journal("/reclassification-journal");
        documentNumber(moves, "T-2");
        fill(moves, "HELMET-20", "EAST", "4");
        assertThat(moves.locator("#line-count")).hasText("1 line", PATIENT);
        assertThat(moves.locator("#saved")).hasText("Saved", PATIENT);
        picture(moves, "reclassification");
        post(moves);

        var values = journal("/revaluation-journal");
        values.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Calculate value")).click();
        values.fill("[data-field=documentNumber] input", "T-3");
        values.fill("[data-field=itemNumber] input", "HELMET-20");
        picture(values, "calculate-value");
        values.locator("dialog .btn.primary").click();
        assertThat(values.locator("#line-count")).hasText("1 line", PATIENT);
        values.waitForSelector("td.now");
        values.keyboard().press("Control+Home");
        values.keyboard().press("Home");
        values.keyboard().press("Enter");
        values.keyboard().press("Enter");
        fill(values, "7.5");
        assertThat(values.locator("tr[data-index='0']")).containsText("75.00", WAITING);
        assertThat(values.locator("#saved")).hasText("Saved", PATIENT);
        picture(values, "revaluation");
        post(values);
        assertThat(shop.complaints()).isEmpty();
    }

    private static void post(Page page) {
        page.keyboard().press("F9");
        assertThat(page.locator(".postpanel .badge.success").first()).hasText("Can be posted", PATIENT);
        page.keyboard().press("F9");
        assertThat(page.locator("#mapping")).containsText("Posted, register", WAITING);
    }

    @Test
    void a_file_with_bad_rows_says_which() {
        var page = journal("/item-journal");
        page.locator("summary:has-text('Actions')").click();
        page.locator("button.opt:has-text('Import')").click();
        page.locator("#import-file").setInputFiles(new FilePayload("rows.csv", "text/csv",
                "itemNumber;quantity;documentNumber\nHELMET-1;2;F1\nNOTHING;1;F1\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("dialog .btn.primary").click();
        assertThat(page.locator("dialog .reasons")).containsText("Row 3", WAITING);
        picture(page, "import");
        page.locator("dialog .bar .btn").nth(2).click();
        assertThat(page.locator("#line-count")).hasText("1 line", PATIENT);
    }
}
