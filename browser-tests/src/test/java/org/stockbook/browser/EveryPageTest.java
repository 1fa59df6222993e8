package org.stockbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec: ui, acceptance U4. */
class EveryPageTest extends InTheShop {
    /** A text that is missing shows its key. */
    private static final Pattern KEY = Pattern.compile("\\b(?:column|page|choice|grid|figure|counter|parameter|proof|area|hint|empty|list|start)\\.[a-z]");
    private static final Path PICTURES = Path.of("target", "pictures");
    /** Some 500 pictures are for people who want to look at them, and take their time. */
    private static final boolean WITH_PICTURES = System.getenv("STOCKBOOK_PICTURES") != null;

    /**
     * What cannot be read whole: text cut off by its box without a title that has all of it, text that leaves its box in a picture, values
     * longer than their field, and a page wider than the window; and buttons that look like the browser's own.
     */
    private static final String CUT = """
            () => {
              const cut = [];
              const hidden = element => !element.checkVisibility({ visibilityProperty: true }) || element.closest(".sr, svg, [title]");
              for (const element of document.body.querySelectorAll("*")) {
                const isField = element.matches("input:not([type=checkbox]), select");
                if (!isField && (element.childElementCount || !element.textContent.trim()) || element.scrollWidth <= element.clientWidth + 1 || hidden(element)) continue;
                const style = getComputedStyle(element);
                if (isField || style.display !== "inline" && style.overflowX !== "visible" && style.overflowX !== "auto") cut.push(element.tagName + " " + (element.value ?? element.textContent).trim());
              }
              for (const box of document.querySelectorAll(".chain a")) {
                const edge = box.querySelector("rect").getBoundingClientRect().right;
                for (const text of box.querySelectorAll("text")) if (text.getBoundingClientRect().right > edge) cut.push("picture " + text.textContent);
              }
              for (const button of document.querySelectorAll("button")) {
                if (!hidden(button) && getComputedStyle(button).borderStyle === "outset") cut.push("the browser's own button " + button.textContent);
              }
              if (document.documentElement.scrollWidth > innerWidth + 1) cut.push("the page is " + document.documentElement.scrollWidth + " wide");
              return cut;
            }""";

    /** A date as others write it. */
    private static final Pattern FOREIGN_DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    /** French has a space before its colon. */
    private static final Pattern FOREIGN_COLON = Pattern.compile("\\p{L}: ");

    /** An address without a page; a browser complains of it by itself. */
    private static final String NOWHERE = "/nowhere";

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"en, 1440", "fr-CA, 1440", "da, 1440", "fr-CA, 390"})
    void opens_complete_and_without_complaint(String language, int width) {
        var page = shop.user(width, language);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);

        for (var path : paths(page)) {
            var answer = page.navigate(shop.address() + path);
            page.waitForTimeout(150);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(KEY.matcher(page.locator("body").innerText()).results().map(found -> found.group()).toList()).as("missing texts of %s in %s", path, language).isEmpty();
            assertThat((List<?>) page.evaluate(CUT)).as("what is cut on %s in %s", path, language).isEmpty();
            // The guide tells programs' calls, with dates as programs write them.
            if (language.equals("da") && !path.startsWith("/help")) {
                assertThat(page.locator("body").innerText()).as("dates of %s", path).doesNotContainPattern(FOREIGN_DATE);
            }
            if (language.equals("fr-CA") && !path.startsWith("/help")) {
                assertThat(page.locator("body").innerText()).as("colons of %s", path).doesNotContainPattern(FOREIGN_COLON);
            }
            assertThat(page.locator("h1").count()).as("headings of %s", path).isEqualTo(1);
            if (WITH_PICTURES) {
                var name = (path.equals("/") ? "start" : path.substring(1).replace('/', '-')) + "." + language + "." + width + ".png";
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
            }
        }

        for (var path : List.of("/items/HELMET-1", "/items/new", "/vendors/GK", "/sales-orders/new", "/items/import", "/setup/company", "/stock?itemNumber=HELMET-1")) {
            page.navigate(shop.address() + path);
            page.waitForTimeout(150);
            assertThat((List<?>) page.evaluate(CUT)).as("what is cut on %s in %s", path, language).isEmpty();
            if (language.equals("fr-CA")) {
                assertThat(page.locator("body").innerText()).as("colons of %s", path).doesNotContainPattern(FOREIGN_COLON);
            }
        }
        page.navigate(shop.address() + "/item-units/HELMET-1%2CPCS");
        assertThat(page.locator("h1").innerText()).as("a key of two parts").isEqualTo("HELMET-1 · PCS");
        assertThat(shop.complaints().stream().filter(complaint -> !complaint.startsWith(shop.address() + NOWHERE))).isEmpty();
    }

    /** Spec: ui, section 11: rules of WCAG 2.2 AA that a script can check. */
    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"light", "dark"})
    void keeps_the_rules_of_accessibility(String theme) {
        var page = shop.user(1440, "en");
        page.context().addCookies(List.of(new Cookie("stockbook-theme", theme).setUrl(shop.address())));
        var broken = new ArrayList<String>();
        for (var path : paths(page)) {
            page.navigate(shop.address() + path);
            page.waitForTimeout(150);
            Accessibility.violations(page).forEach(violation -> broken.add(path + ": " + violation));
        }
        for (var path : List.of("/vendors/GK", "/customers/C10", "/customers/new", "/items/HELMET-1", "/sales-orders/new", "/purchase-quotes/new", "/setup/company", NOWHERE)) {
            page.navigate(shop.address() + path);
            page.waitForTimeout(300);
            Accessibility.violations(page).forEach(violation -> broken.add(path + ": " + violation));
        }

        assertThat(broken).isEmpty();
    }

    /** Spec: ui, section 1.1: what a browser with an empty cache loads for the first page. */
    @Test
    void the_first_page_is_light() {
        var page = shop.visitor(1440);
        var sizes = new ConcurrentHashMap<String, Integer>();
        page.onRequestFinished(request -> sizes.put(request.url(), request.sizes().responseBodySize + request.sizes().responseHeadersSize));
        page.navigate(shop.address() + "/sign-in");
        page.fill("#username", OpenShop.LOGIN);
        page.fill("#password", OpenShop.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(shop.address() + "/");
        page.waitForLoadState(LoadState.NETWORKIDLE);

        var bytes = sizes.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("first load: " + sizes.size() + " requests, " + bytes + " bytes");
        assertThat(bytes).isLessThanOrEqualTo(350 * 1024);
    }

    /** Every page of the palette. */
    @SuppressWarnings("unchecked")
    private static List<String> paths(Page page) {
        return (List<String>) page.evaluate("() => JSON.parse(document.getElementById('pages').textContent).map(page => page.link)");
    }
}
