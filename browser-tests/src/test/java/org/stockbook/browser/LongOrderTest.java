package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An order of many lines: what is done to one of them costs nothing for the others (spec: ui, section 6). */
class LongOrderTest extends InTheShop {
    private static final int LINES = 500;
    private static final int HELMETS = 59;
    private static final double SLOW_MACHINE = 60_000;

    /** Rows that are drawn, moved, taken out or put in from now on. */
    private static final String WATCH = "() => { window.touched = new Set(); const note = node => { const row = node.nodeType === 1 ? node.closest('tr') "
            + ": node.parentElement?.closest('tr'); if (row) window.touched.add(row); }; new MutationObserver(all => all.forEach(one => { note(one.target); "
            + "[...one.addedNodes, ...one.removedNodes].forEach(note); })).observe(document.querySelector('#grid tbody'), "
            + "{ subtree: true, childList: true, characterData: true, attributes: true }); }";

    private static final String TOUCHED = "() => window.touched.size";

    /** Milliseconds of script and layout for each of some keys. */
    private static final String KEYS = "() => { const one = key => { const from = performance.now(); document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
            + "{ key, bubbles: true, cancelable: true })); document.body.offsetHeight; return performance.now() - from; }; "
            + "return Array.from({ length: 21 }, (_, at) => one(at % 2 ? 'ArrowDown' : 'ArrowUp')).sort((a, b) => a - b)[10]; }";

    /** Milliseconds of painting after each of some keys. */
    private static final String FRAMES = "async () => { const taken = []; for (let at = 0; at < 21; at++) { document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
            + "{ key: at % 2 ? 'ArrowDown' : 'ArrowUp', bubbles: true, cancelable: true })); await new Promise(done => requestAnimationFrame(() => { const from = performance.now(); "
            + "const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { taken.push(performance.now() - from); done(); }; port2.postMessage(0); })); } "
            + "return taken.sort((a, b) => a - b)[10]; }";

    @Test
    void what_is_done_to_one_line_touches_only_lines_of_its_item() {
        var page = ordered();

        page.evaluate(WATCH);
        page.locator("tr[data-index='400'] td[data-name='quantity']").click();
        page.keyboard().type("7");
        page.keyboard().press("Enter");
        saved(page);
        page.waitForTimeout(3_000);   // what is available comes later
        assertThat((Integer) page.evaluate(TOUCHED)).isBetween(1, 2 * (1 + LINES / HELMETS) + 4);   // lines of the same helmet are told what is left, in rows of their own

        page.evaluate(WATCH);
        page.locator("tr[data-index='" + LINES + "'] td[data-name='lineObjectNumber']").click();
        page.keyboard().type("HELMET-60");
        page.waitForTimeout(400);
        page.keyboard().press("Enter");
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        saved(page);
        page.waitForTimeout(3_000);
        assertThat((Integer) page.evaluate(TOUCHED)).isBetween(2, 10);
        System.out.println("a key takes " + page.evaluate(KEYS) + " ms, its painting " + page.evaluate(FRAMES) + " ms");
    }

    /** One line with each helmet in turn. */
    private Page ordered() {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + "/sales-orders");
        page.keyboard().press("Alt+n");
        page.waitForURL("**/new");
        page.waitForSelector("#header input:focus");
        page.keyboard().type("C10");
        page.keyboard().press("Enter");
        page.waitForSelector("td.now");
        paste(page, IntStream.range(0, LINES)
                .mapToObj(row -> "HELMET-" + (1 + row % HELMETS) + "\t" + (1 + row % 9))
                .collect(Collectors.joining("\n", "lineObjectNumber\tquantity\n", "\n")));
        saved(page);
        page.waitForTimeout(2_000);
        var from = System.nanoTime();
        page.reload();
        page.waitForSelector("tr[data-index='" + (LINES - 1) + "']");
        page.waitForSelector("td.now");
        System.out.println("opened after " + (System.nanoTime() - from) / 1_000_000 + " ms");
        page.waitForTimeout(3_000);
        return page;
    }

    private static void saved(Page page) {
        page.waitForTimeout(300);
        assertThat(page.locator("#saved")).hasText("Saved", new LocatorAssertions.HasTextOptions().setTimeout(SLOW_MACHINE));
    }
}
