package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The keys of lines, cards and documents do what the list of keys says, and the list says only what they do (spec: ui, section 4.1). */
class KeysTest extends InTheShop {
    @Test
    void lots_and_dimensions_of_a_line_are_typed_where_their_columns_are_left_out() {
        var page = adjusting("HELMET-21");
        page.keyboard().press("Alt+l");
        assertThat(page.locator("dialog.ask h2")).hasText("Lot and serial number, line 1");
        page.keyboard().press("Tab");
        page.keyboard().type("LOT-7");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.ask")).hasCount(0);
        assertThat(cell(page, "lotNumber")).hasText("LOT-7");

        page.keyboard().press("Alt+d");
        assertThat(page.locator("dialog.ask .field")).hasCount(2);
        page.keyboard().type("NOWHERE");
        page.keyboard().press("Enter");
        assertThat(page.locator("#issue-count")).containsText("error");
        page.keyboard().press("Alt+d");
        assertThat(page.locator("dialog.ask input").first()).hasValue("NOWHERE");
        page.keyboard().press("Escape");
        assertThat(page.locator("td.now")).isFocused();

        page.keyboard().press("Control+z");
        page.keyboard().press("Alt+d");
        assertThat(page.locator("dialog.ask input").first()).hasValue("");
    }

    @Test
    void values_of_a_dimension_are_offered_with_their_names_while_typing() {
        var page = adjusting("HELMET-22");
        page.evaluate("""
                async () => {
                  const { call, get } = await import(document.querySelector("script[type=module]").src.replace("shell.js", "api.js"));
                  await call("POST", "dimensions", { code: "AREA", displayName: "Area" });
                  await call("POST", "dimensionValues", { dimensionCode: "AREA", code: "NORTH", displayName: "Up north" });
                  const setup = (await get("generalLedgerSetup")).value[0];
                  await call("PATCH", "generalLedgerSetup/" + setup.id, { globalDimension1Code: "AREA" }, { "If-Match": '"' + setup.etag + '"' });
                }""");
        page.keyboard().press("Alt+d");
        page.keyboard().type("nor");
        assertThat(page.locator(".lookup tr")).hasText("NORTHUp north");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.ask")).hasCount(0);
        page.keyboard().press("Alt+d");
        assertThat(page.locator("dialog.ask input").first()).hasValue("NORTH");
    }

    /** One comes from the card of an item, so the item need not be typed. */
    @Test
    void adjusting_the_stock_of_an_item_takes_the_item_along() {
        var page = adjusting("HELMET-22");
        assertThat(cell(page, "quantity")).hasText("2");
        assertThat(page.locator("#grid tbody tr[data-key]").first()).containsText("Helmet, size 22");
        assertThat(page.url()).doesNotContain("itemNumber");
    }

    @Test
    void the_list_of_keys_names_what_the_page_can_do_and_nothing_else() {
        var journal = adjusting("HELMET-23");
        assertThat(keysOf(journal)).contains("Alt L", "Alt D", "F9", "Shift Space, Ctrl Space, Ctrl A").doesNotContain("Ctrl Enter, Esc");

        var order = opened("/purchase-orders/new");
        assertThat(keysOf(order)).contains("F9", "Ctrl F9", "Ctrl Enter, Esc").doesNotContain("Alt L", "Alt D").doesNotHaveDuplicates();

        var card = opened("/items/HELMET-1");
        assertThat(keysOf(card)).contains("Alt N", "Esc", "Ctrl Enter").doesNotContain("F3", "Alt F3", "Alt C");

        var list = opened("/items");
        list.waitForSelector("table.list tbody tr");
        assertThat(keysOf(list)).contains("F3", "Alt F3", "Alt V", "Alt N").doesNotContain("Ctrl Enter", "Esc");
    }

    @Test
    void escape_goes_back_to_the_list_that_one_came_from_but_never_from_a_cell_that_is_typed_into() {
        var page = opened("/items?sort=-number");
        var list = page.url();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForSelector("#record");
        var description = page.locator("#record [name='description'], #record [name='displayName']").first();
        description.focus();
        page.keyboard().press("End");
        page.keyboard().type(" changed");
        page.keyboard().press("Escape");
        assertThat(description).not().hasValue(Pattern.compile(".* changed"));
        page.keyboard().press("Escape");
        page.waitForURL(list);
        assertThat(shop.complaints()).filteredOn(complaint -> !complaint.contains("404") && !complaint.contains("412")).isEmpty();
    }

    /** Whoever types faster than the network answers has gone on: the list of a cell that was left opens nowhere. */
    @Test
    void a_list_that_comes_late_does_not_open_below_another_cell() {
        var page = adjusting("HELMET-24");
        var late = new ArrayList<Route>();
        page.route("**/api/v1/items?*search=*", late::add);
        page.keyboard().type("HELMET-25");
        page.waitForTimeout(400);
        page.keyboard().press("Enter");
        page.waitForTimeout(200);
        late.forEach(Route::resume);
        page.waitForTimeout(600);

        assertThat(late).isNotEmpty();
        assertThat(page.locator(".lookup")).hasCount(0);
    }

    /** Dimensions head the rows and columns of their matrix; its cells are reached, and what they say is changed, by Tab alone. */
    @Test
    void the_matrix_of_dimensions_is_used_without_a_mouse() {
        var page = opened("/dimension-matrix");
        assertThat(page.locator(".grid thead")).containsText("REGION");
        assertThat(page.locator(".grid tbody tr")).containsText(new String[] {"PROJECT", "REGION"});
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        tabTo(page, "No restriction");
        page.keyboard().press("Enter");
        page.waitForURL("**/dimension-combinations/new?*");
        assertThat(page.locator("#f-dimension1Code")).hasValue("PROJECT");
        assertThat(page.locator("#f-dimension2Code")).hasValue("REGION");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#f-combinationRestriction")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/dimension-combinations/PROJECT*");

        page.navigate(shop.address() + "/dimension-matrix");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        tabTo(page, "Blocked");
        assertThat(page.locator(".grid tbody tr").first()).containsText("Blocked");
    }

    private static void tabTo(Page page, String words) {
        for (var pressed = 0; pressed < 8 && !page.evaluate("() => document.activeElement.textContent.trim()").equals(words); pressed++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(":focus")).hasText(words);
    }

    /** The journal as one reaches it from the card of an item; two pieces are typed. */
    private Page adjusting(String item) {
        var page = opened("/item-journal");
        page.waitForSelector("td.now");
        page.keyboard().press("Control+a");
        page.keyboard().press("Control+Delete");
        assertThat(page.locator("#line-count")).hasText("0 lines");
        page.navigate(shop.address() + "/items/" + item);
        page.locator("button", new Page.LocatorOptions().setHasText("Adjust stock")).click();
        page.waitForURL("**/item-journal*");
        assertThat(page.locator("#line-count")).hasText("1 line");
        assertThat(page.locator("td.now")).hasAttribute("data-name", "quantity");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#saved")).hasText("Saved");
        return page;
    }

    private Page opened(String path) {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + path);
        return page;
    }

    private static List<String> keysOf(Page page) {
        page.waitForTimeout(400);
        page.keyboard().press("Alt+F1");
        page.waitForSelector("dialog.finder kbd");
        return page.locator("dialog.finder kbd").allTextContents();
    }

    private static Locator cell(Page page, String column) {
        return page.locator("#grid tbody tr[data-index='0'] td[data-name='" + column + "']");
    }
}
