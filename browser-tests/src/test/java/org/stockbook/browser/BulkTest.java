package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Many rows of a list at once, each with what came of it (spec: ui, sections 4.1 and 4.5). */
class BulkTest extends InTheShop {
    @Test
    void rows_are_ticked_by_keys_and_blocked_together() {
        var page = list("/items");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator("#bulk b")).hasText("Ticked: 2");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator("#bulk b")).hasText("Ticked: 3");
        page.keyboard().press("Space");
        var ticked = page.locator("#rows tr.ticked td:first-child a").allTextContents();
        assertThat(ticked).hasSize(2);

        act(page, "block");
        assertThat(page.locator("dialog .outcomes .ok")).hasCount(2);
        closed(page);
        page.navigate(shop.address() + "/items?blocked=true");
        assertThat(page.locator("#rows td:first-child a")).hasText(ticked.toArray(String[]::new));

        page.locator("#tick-all").check();
        act(page, "unblock");
        closed(page);
        assertThat(page.locator("#rows td:first-child a")).hasCount(0);
    }

    @Test
    void what_is_refused_says_why_and_stays_ticked() {
        var page = list("/items");
        page.locator("#rows .tick input").nth(1).check();
        page.locator("#bulk [data-bulk='change']").click();
        page.selectOption("dialog [name='bulk-field']", "itemCategoryCode");
        page.fill("dialog input[name='itemCategoryCode']", "NO-SUCH");
        page.locator("dialog .btn.primary").click();
        assertThat(page.locator("dialog .outcomes .bad")).containsText("NO-SUCH");
        assertThat(page.locator("dialog [role='status']")).hasText("Done: 0, not done: 1");
        page.locator("dialog .bar .btn").click();
        assertThat(page.locator("#bulk b")).hasText("Ticked: 1");
        page.keyboard().press("Escape");
        assertThat(page.locator("#bulk")).isHidden();
    }

    @Test
    void all_rows_of_the_filter_are_ticked_also_those_that_are_not_on_the_page_yet() {
        var page = list("/general-posting-setups");
        var rows = Integer.parseInt(page.locator(".bar .count").textContent().replaceAll("\\D", ""));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Control+a");
        assertThat(page.locator("#bulk b")).hasText("Ticked: " + rows);
        var answer = (String) page.evaluate("() => fetch('/items?fragment=addresses').then(answer => answer.text())");
        assertThat(answer.split("\n")).allMatch(line -> line.startsWith("number:")).doesNotHaveDuplicates();
    }

    @Test
    void documents_are_released_and_deleted_one_by_one() {
        var page = list("/purchase-orders");
        order(page, "MANY-1", true);
        order(page, "MANY-2", false);
        page.navigate(shop.address() + "/purchase-orders?number=MANY*");
        page.locator("#tick-all").check();
        act(page, "release");
        // The one without lines is refused and says why.
        assertThat(page.locator("dialog .outcomes .ok")).hasCount(1);
        assertThat(page.locator("dialog .outcomes .bad")).hasText(Pattern.compile(".+"));
        closed(page);
        assertThat(page.locator("#rows .badge")).hasText(new String[] {"Open", "Released"});

        page.locator("#tick-all").check();
        page.locator("#bulk [data-bulk='reopen']").click();
        closed(page);
        page.locator("#tick-all").check();
        page.locator("#bulk [data-bulk='delete']").click();
        page.locator("dialog .btn.primary").click();
        assertThat(page.locator("dialog .outcomes .ok")).hasCount(2);
        closed(page);
        assertThat(page.locator("#rows td:first-child a")).hasCount(0);
        assertThat(shop.complaints().stream().filter(complaint -> !complaint.contains("422"))).isEmpty();
    }

    @Test
    void nothing_is_posted_before_all_was_seen() {
        var page = list("/purchase-orders");
        order(page, "SEEN-1", true);
        order(page, "SEEN-2", false);
        page.navigate(shop.address() + "/purchase-orders?number=SEEN*");
        page.locator("#tick-all").check();
        act(page, "post");
        page.locator("dialog .btn.primary").click();
        assertThat(page.locator("dialog .outcomes .ok")).hasText(Pattern.compile("Item entries: 1, debit in the general ledger: [1-9].*"));
        assertThat(page.locator("dialog .outcomes .bad")).hasText(Pattern.compile(".+"));
        assertThat(page.locator("dialog [role='status']")).hasText("Ready: 1, not ready: 1");
        page.locator("dialog .bar .btn", new Page.LocatorOptions().setHasText("Close")).click();
        assertThat(page.locator("#bulk b")).hasText("Ticked: 2");

        act(page, "post");
        page.locator("dialog .btn.primary").click();
        assertThat(page.locator("dialog [role='status']")).hasText("Ready: 1, not ready: 1");
        page.locator("dialog .btn.primary").click();
        assertThat(page.locator("dialog [role='status']")).hasText("Done: 1, not done: 0");
        closed(page);
        assertThat(page.locator("#rows td:first-child a")).hasText(new String[] {"SEEN-2"});
    }

    private void order(Page page, String number, boolean withLine) {
        page.evaluate("""
                async ([number, withLine]) => {
                  const { call } = await import(document.querySelector("script[type=module]").src.replace("shell.js", "api.js"));
                  const lines = withLine ? [{ lineType: "item", lineObjectNumber: "HELMET-1", quantity: 2, directUnitCost: 8 }] : [];
                  await call("POST", "purchaseOrders", { number, vendorNumber: "GK", externalDocumentNumber: number, purchaseOrderLines: lines }, { "Idempotency-Key": number });
                }""", List.of(number, withLine));
    }

    private Page list(String path) {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + path);
        return page;
    }

    private static void act(Page page, String name) {
        page.locator("#bulk [data-bulk='" + name + "']").click();
    }

    private static void closed(Page page) {
        assertThat(page.locator("dialog .bar .btn")).hasText("Close");
        page.waitForNavigation(() -> page.locator("dialog .bar .btn").click());
    }
}
