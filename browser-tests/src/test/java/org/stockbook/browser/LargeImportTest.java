package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of many rows are taken while nobody waits: how far they are, stopping them, and every row that cannot be (spec: api, section 5.1; ui, section 6, long work). */
class LargeImportTest extends InTheShop {
    private static final int ROWS = 20_000;
    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void a_large_file_is_followed_from_page_to_page_until_it_is_taken() {
        var page = importPage("en", "light");
        page.setInputFiles("#file", file("PART-", ""));
        page.locator("[value=take]").click();
        assertThat(page.locator("#job-progress progress")).isVisible();
        assertThat(page.locator("#job-progress")).containsText("of 20,000 rows");
        picture(page, "import-progress-en-light");

        page.navigate(shop.address() + "/vendors");
        assertThat(page.locator("#job")).containsText("/ 20,000");
        page.locator("#job a").click();
        page.waitForURL("**/items/import?job=*");
        assertThat(page.locator("#result .banner.success")).containsText("Taken: 20,000 rows, 20,000 new", SOON);
        assertThat(page.locator("#job")).isHidden();
        page.navigate(shop.address() + "/items/PART-20000");
        assertThat(page.locator("h1")).containsText("PART-20000");
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, light, Show more", "fr-CA, dark, Afficher la suite", "da, dark, Vis flere"})
    void every_bad_row_is_listed_in_words_and_the_file_stays_chosen(String language, String theme, String more) throws Exception {
        var page = importPage(language, theme);
        page.setInputFiles("#file", file("BAD-", "much"));
        page.locator("[value=check]").click();
        var rows = page.locator("#result tbody tr");
        assertThat(rows).hasCount(500, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
        assertThat(rows.first()).containsText("much");
        page.locator("#result button", new Page.LocatorOptions().setHasText(more)).click();
        assertThat(rows).hasCount(667);
        picture(page, "import-bad-rows-" + language + "-" + theme);
        var downloaded = page.waitForDownload(() -> page.locator("#result .bar button").first().click());
        assertThat(Files.readAllLines(downloaded.path())).hasSize(668);
        assertThat(page.evaluate("document.getElementById('file').files[0].name")).isEqualTo("items.csv");
        assertThat(page.locator("[value=take]")).isEnabled();
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void an_import_is_stopped_and_leaves_nothing() {
        var page = importPage("en", "dark");
        page.setInputFiles("#file", file("NEVER-", ""));
        page.locator("[value=take]").click();
        page.locator("#job-progress button").click();
        assertThat(page.locator("#result .banner.warning")).containsText("Nothing was taken", SOON);
        assertThat(page.request().get(shop.address() + "/api/v1/items/number:NEVER-1").status()).isEqualTo(404);
        assertThat(complaints()).isEmpty();
    }

    /** As it always was: who hands in a few rows is told at once. */
    @Test
    void a_small_file_is_answered_at_once() {
        var page = importPage("en", "light");
        page.setInputFiles("#file", new FilePayload("few.csv", "text/csv", "number,displayName\nFEW-1,Few\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("[value=take]").click();
        assertThat(page.locator("#result .banner.success")).containsText("Taken: 1 rows, 1 new");
        assertThat(page.url()).doesNotContain("job=");
        page.setInputFiles("#file", new FilePayload("few.csv", "text/csv", "number,grossWeight\nFEW-2,much\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("[value=take]").click();
        assertThat(page.locator("#result tbody tr")).hasCount(1);
    }

    /** The browser reports every answer that refuses something, also where the page says why. */
    private List<String> complaints() {
        return shop.complaints().stream().filter(complaint -> !complaint.contains("status of 422")).toList();
    }

    private Page importPage(String language, String theme) {
        var page = shop.user(1440, language);
        page.context().addCookies(List.of(new Cookie("stockbook-theme", theme).setUrl(shop.address())));
        page.navigate(shop.address() + "/items/import");
        return page;
    }

    /** @param everyThirtieth what its gross weight is said to be; none where it is empty */
    private static FilePayload file(String prefix, String everyThirtieth) {
        var rows = new StringBuilder("number,displayName,grossWeight\n");
        for (var row = 1; row <= ROWS; row++) {
            rows.append(prefix).append(row).append(",Part of many,").append(row % 30 == 1 ? everyThirtieth : "").append('\n');
        }
        return new FilePayload("items.csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    /** What is wrong with a file is told in its order and in the words of pages, also on a phone. */
    @Test
    void bad_rows_of_a_file_stand_in_its_order_under_the_names_of_fields() {
        var page = shop.user(390, "da");
        page.navigate(shop.address() + "/items/import");
        var rows = "number;displayName;baseUnitOfMeasureCode;unitPrice\n9001;Kurv;STK;249\n9002;Klokke;PCS;billig\n9003;Fod;PCS;89\n";
        page.setInputFiles("#file", new FilePayload("varer.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        page.locator("#import .btn.primary").click();

        assertThat(page.locator("#result tbody tr td:nth-child(1)")).hasText(new String[] {"2", "3"});
        assertThat(page.locator("#result tbody tr td:nth-child(2)")).hasText(new String[] {"Enhed", "Pris"});
        assertThat(page.locator("#result tbody tr").first()).containsText("Enheden STK findes ikke");
        assertThat(page.locator("#result tbody tr").last()).containsText("Kan ikke læses: “billig” er ikke et tal.");
        assertThat((Boolean) page.evaluate("() => document.querySelector('#result table').getBoundingClientRect().right <= innerWidth")).isTrue();
    }
}
