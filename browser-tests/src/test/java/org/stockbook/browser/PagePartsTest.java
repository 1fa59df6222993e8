package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of pages that open, fold and are chosen, without a mouse (spec: ui, sections 1, 2.1, 4.1 and 4.5). */
class PagePartsTest extends InTheShop {
    private static final LocatorAssertions.HasTextOptions PATIENT = new LocatorAssertions.HasTextOptions().setTimeout(15_000);

    private Page at(String address) {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + address);
        return page;
    }

    @Test
    void a_group_of_a_report_folds_and_keeps_its_sum() {
        var journal = at("/item-journal");
        journal.waitForSelector("td.now");
        journal.keyboard().press("Home");
        journal.keyboard().press("ArrowRight");
        journal.keyboard().press("ArrowRight");
        assertThat(journal.locator("td.now[data-name=documentNumber]")).hasCount(1);
        for (var typed : List.of("T-9", "HELMET-11", "3")) {
            journal.keyboard().type(typed);
            journal.keyboard().press("Enter");
        }
        assertThat(journal.locator("#saved")).hasText("Saved", PATIENT);
        journal.keyboard().press("F9");
        journal.waitForSelector(".postpanel .btn.primary");
        journal.keyboard().press("F9");
        assertThat(journal.locator(".banner.success")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));

        var page = at("/inventory-valuation?groupBy=location");
        var lines = page.locator("tr.group + tr").first();
        assertThat(lines).isVisible();
        var sum = page.locator("tr.group").first().innerText();

        page.locator(".fold").first().focus();
        page.keyboard().press("Enter");
        assertThat(lines).isHidden();
        assertThat(page.locator(".fold").first()).hasAttribute("aria-expanded", "false");
        assertThat(page.locator("tr.group").first()).isVisible();
        assertThat(page.locator("tr.group").first().innerText()).isEqualTo(sum);
        page.keyboard().press("Enter");
        assertThat(lines).isVisible();
        assertThat(shop.complaints()).isEmpty();
    }

    @Test
    void a_card_is_walked_part_by_part() {
        var page = at("/items");
        page.navigate(shop.address() + page.locator("table.list tbody tr td a").first().getAttribute("href"));
        assertThat(page.locator("#parts a[aria-current]")).hasText("Overview");
        page.keyboard().press("Alt+2");
        assertThat(page.locator("#parts a[aria-current]")).hasText("General");
        assertThat(page.locator("#part-0 :focus")).hasCount(1);
        page.keyboard().press("Alt+1");
        assertThat(page.locator("#parts a[aria-current]")).hasText("Overview");
        assertThat(shop.complaints()).isEmpty();
    }

    @Test
    void the_columns_of_a_journal_are_chosen_and_its_facts_put_away() {
        var page = at("/item-journal");
        var reason = page.locator("#grid th[data-name=reasonCode]");
        assertThat(reason).isVisible();
        assertThat(page.locator("#grid th[data-name=lotNumber]")).isInViewport();

        page.locator("#grid-settings summary").focus();
        page.keyboard().press("Enter");
        page.locator("#grid-settings input[value=reasonCode]").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        assertThat(reason).hasCount(0);
        page.waitForSelector("td.now");
        assertThat(page.locator("#grid th[data-name=quantity]")).isVisible();

        page.keyboard().press("Alt+F2");
        assertThat(page.locator("#facts")).isHidden();
        page.keyboard().press("Alt+F2");
        assertThat(page.locator("#facts")).isVisible();
        assertThat(shop.complaints()).isEmpty();
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"en", "da"})
    void a_line_with_an_error_does_not_push_the_actions_of_a_journal_below_its_title(String language) {
        var page = shop.user(1440, language);
        page.navigate(shop.address() + "/reclassification-journal");
        page.waitForSelector("td.now");
        page.keyboard().press("Control+a");
        page.keyboard().press("Control+Delete");
        var actions = page.locator(".head > .menu");
        var before = actions.boundingBox().y;
        for (var typed : List.of("HELMET-20", "NOWHERE", "4")) {
            page.keyboard().type(typed);
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("#issue-count")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        assertThat(actions.boundingBox().y).isEqualTo(before);
        page.context().close();
    }

    /** The longest words that stand there: French, with errors and warnings together. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"reclassification-journal", "revaluation-journal", "recurring-journal", "item-journal"})
    void errors_and_warnings_together_do_not_either(String journal) {
        var page = shop.user(1440, "fr-CA");
        page.navigate(shop.address() + "/" + journal);
        page.waitForSelector("td.now");
        page.evaluate("""
                async () => {
                  const script = [...document.querySelectorAll("script[type=module]")].map(one => one.src).find(address => address.includes("/assets/"));
                  const { countIssues } = await import(new URL("grid-page.js", script));
                  const issues = [...Array(12).fill({ severity: "error" }), ...Array(11).fill({ severity: "warning" })];
                  countIssues(issues, (key, count) => count + (key === "count.errors" ? " erreurs" : " avertissements"));
                }""");

        var title = page.locator("h1").boundingBox();
        var actions = page.locator(".head > .menu").boundingBox();
        assertThat(page.locator("#issue-count")).containsText("12 erreurs");
        assertThat(actions.y).isLessThan(title.y + title.height);
        assertThat(page.locator("#saved")).isVisible();
        page.context().close();
    }

    @Test
    void the_views_of_a_list_say_how_many_rows_they_have() {
        var page = at("/items");
        assertThat(page.locator("#views a[aria-current] .cnt")).hasText(Pattern.compile("[1-9][0-9]*"));
        assertThat(page.locator("#views .cnt")).hasCount(6);
        assertThat(shop.complaints()).isEmpty();
    }
}
