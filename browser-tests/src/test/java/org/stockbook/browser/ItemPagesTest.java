package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of items and the card of one (spec: ui, sections 12 and 13). */
class ItemPagesTest extends InTheShop {
    private static final Pattern KEY = Pattern.compile("\\b(?:column|page|choice|figure|section|action|view|card|parameter|empty)\\.[a-z]");
    private static final Path PICTURES = Path.of("target", "pictures");

    private Page at(Page page, String address) {
        page.navigate(shop.address() + address);
        return page;
    }

    @Test
    void an_item_is_made_described_and_found_again() {
        var page = shop.user(1440, "en");
        at(page, "/items/new");
        page.fill("#f-number", "BENCH-1");
        page.fill("#f-displayName", "Garden bench, larch");
        page.fill("#f-baseUnitOfMeasureCode", "PCS");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/items/BENCH-1");
        assertThat(page.locator("h1")).hasText("BENCH-1 Garden bench, larch");

        page.fill("#f-shelfNumber", "A-12");
        page.waitForResponse(answer -> answer.request().method().equals("PATCH") && answer.ok(), () -> page.keyboard().press("Tab"));
        at(page, "/items?search=larch+a-12");
        assertThat(page.locator("table.list tbody tr").first()).containsText("BENCH-1");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("item-list.png")));
    }

    @Test
    void an_item_is_found_by_an_attribute_that_was_given_to_it() {
        var page = shop.user(1440, "en");
        at(page, "/item-attributes/new");
        page.fill("#f-name", "Seats");
        page.selectOption("#f-type", "integer");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/item-attributes/Seats");
        var item = at(page, "/items").locator("table.list tbody tr td a").first().innerText();
        at(page, "/item-attribute-values/new?itemNumber=" + item + "&attributeName=Seats");
        page.fill("#f-value", "4");
        page.keyboard().press("Control+Enter");
        page.waitForURL(address -> !address.contains("/new"));

        at(page, "/items?attributes=Seats:>=3&attributeColumn=Seats");
        assertThat(page.locator("table.list tbody tr")).hasCount(1);
        assertThat(page.locator("table.list tbody tr").first()).containsText(item);
        at(page, "/items/" + item);
        assertThat(page.locator("main")).containsText("Seats");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("item-card.png")).setFullPage(true));
    }

    /** Spec: ui, sections 2.1 and 4.5: the side of a row by keyboard, and it stays open on the next list. */
    @Test
    void what_is_known_beside_a_row_is_shown_and_reached_by_keyboard() {
        var page = shop.user(1440, "en");
        at(page, "/items");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Alt+F2");
        assertThat(page.locator("#rowfacts")).containsText("Stock by location");
        var first = page.locator("#rowfacts .of a").innerText();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#rowfacts .of a")).not().hasText(first);
        page.keyboard().press("F6");
        assertThat(page.locator("#rowfacts a:focus")).hasCount(1);
        page.keyboard().press("F6");
        assertThat(page.locator("table.list tr.cur:focus")).hasCount(1);

        at(page, "/vendors");
        assertThat(page.locator("#rowfacts")).containsText("Balance");
        page.keyboard().press("Alt+F2");
        assertThat(page.locator("#rowfacts")).isHidden();
        assertThat(shop.complaints()).isEmpty();
    }

    /** What one sees down a column of costs: the decimal signs stand below each other, however many decimals follow. */
    @Test
    void decimal_signs_of_a_column_stand_below_each_other() {
        for (var language : List.of("en", "fr-CA", "da")) {
            var page = shop.user(1440, language);
            at(page, "/items");
            var places = (List<?>) page.evaluate("""
                    () => {
                      const heads = [...document.querySelectorAll("table.list thead th")];
                      const costs = heads.findIndex(head => head.querySelector("a")?.href.includes("unitCost"));
                      return [...document.querySelectorAll("table.list tbody tr")].map(row => row.cells[costs]).flatMap(cell => {
                        const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                        for (let text = words.nextNode(); text; text = words.nextNode()) {
                          const sign = text.data.search(/[.,](?=\\d{1,2}$|\\d{4,5}$|\\d{3}$)/);
                          if (sign >= 0) {
                            const range = document.createRange();
                            range.setStart(text, sign);
                            range.setEnd(text, sign + 1);
                            return [Math.round(range.getBoundingClientRect().left)];
                          }
                        }
                        return [];
                      });
                    }""");
            assertThat(places).as("decimal signs in %s", language).hasSizeGreaterThan(20).allMatch(place -> place.equals(places.getFirst()));
            page.context().close();
        }
    }

    @Test
    void lists_and_cards_of_items_are_whole_in_every_language() {
        for (var language : List.of("en", "fr-CA", "da")) {
            var page = shop.user(1440, language);
            var item = at(page, "/items").locator("table.list tbody tr td a").first().innerText();
            for (var path : List.of("/items", "/items/" + item, "/items/new", "/item-categories", "/item-attributes", "/catalog-items", "/catalog-items/new", "/item-references",
                    "/item-references/new", "/stockkeeping-units", "/item-templates", "/item-units", "/item-variants", "/extended-texts/new", "/item-substitutions")) {
                at(page, path);
                assertThat(KEY.matcher(page.locator("body").innerText()).results().map(found -> found.group()).toList()).as("missing texts of %s in %s", path, language).isEmpty();
            }
        }
        assertThat(shop.complaints()).isEmpty();
    }
}
