package org.stockbook.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Purchases and sales with the keyboard alone, and two people on one order (spec: ui, acceptance U5). */
class TradeTest extends InTheShop {
    @Test
    void a_purchase_order_is_typed_released_received_and_invoiced_by_keyboard() {
        var page = ordered("purchase-orders", "GK", "HELMET-1", "12");

        page.keyboard().press("Control+F9");
        assertThat(page.locator("#status")).hasText("Released");
        postBothWays(page);

        assertThat(page.locator("#mapping")).containsText("is posted");
        assertThat(page.locator("#path")).containsText("Received 100%");
        page.locator("#mapping a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("G & K Bicycle Corp.");
        assertThat(shop.complaints()).filteredOn(TradeTest::isUnexpected).isEmpty();
    }

    @Test
    void a_sale_goes_out_and_comes_back_by_keyboard() {
        postBothWays(ordered("purchase-orders", "GK", "HELMET-2", "5"));

        var sale = ordered("sales-orders", "C10", "HELMET-2", "2");
        postBothWays(sale);
        assertThat(sale.locator("#mapping")).containsText("is posted");

        var back = ordered("sales-return-orders", "C10", "HELMET-2", "1");
        postBothWays(back);
        assertThat(back.locator("#mapping")).containsText("is posted");
    }

    /** Offer, order, delivery and invoice, return and credit: no mouse from the first key to the last (spec: ui, acceptance; sales, section 2). */
    @Test
    void a_purchase_and_a_sale_go_from_quote_to_return_by_keyboard() {
        var asked = ordered("purchase-quotes", "GK", "HELMET-4", "6");
        becomesAnOrder(asked, "**/purchase-orders/*");
        postBothWays(asked);
        assertThat(asked.locator("#mapping")).containsText("is posted");

        var offered = ordered("sales-quotes", "C10", "HELMET-4", "3");
        becomesAnOrder(offered, "**/sales-orders/*");
        assertThat(offered.locator(cell("availableQuantity"))).hasText("6");
        postBothWays(offered);
        assertThat(offered.locator("#mapping")).containsText("is posted");

        postBothWays(ordered("sales-return-orders", "C10", "HELMET-4", "1"));
        postBothWays(ordered("purchase-return-orders", "GK", "HELMET-4", "2"));
        assertThat(shop.complaints()).filteredOn(TradeTest::isUnexpected).isEmpty();
    }

    /** Spec: availability, section 9; the page of a purchase order of the mockups. */
    @Test
    void an_order_says_who_waits_for_its_goods_and_its_preview_what_that_leaves() {
        var sale = ordered("sales-orders", "C10", "HELMET-31", "9");
        var number = sale.url().substring(sale.url().lastIndexOf('/') + 1);
        var order = ordered("purchase-orders", "GK", "HELMET-31", "12");
        order.reload();
        assertThat(order.locator(".waiting-for-this")).containsText(number);
        assertThat(order.locator(".waiting-for-this dd")).containsText("9 on");
        sale.reload();
        assertThat(sale.locator(".waits-for a").first()).hasText(order.url().substring(order.url().lastIndexOf('/') + 1));

        order.keyboard().press("Shift+F9");
        order.waitForSelector("dialog.postpanel .btn.primary");
        assertThat(order.locator(".postpanel .whole tbody tr td").nth(5)).hasText("0");
        assertThat(order.locator(".postpanel .whole tbody tr td").nth(6)).hasText("3");
        var paper = order.waitForPopup(() -> order.keyboard().press("F9"));
        order.waitForSelector("#mapping.success");
        assertThat(paper.isClosed()).isFalse();
        sale.reload();
        sale.waitForSelector("#facts .dossier");
        assertThat(sale.locator(".waits-for")).hasCount(0);
    }

    /** Something that is gone, was changed by another, or is refused, is answered so on purpose. */
    private static boolean isUnexpected(String complaint) {
        return Stream.of("404", "412", "status of 422").noneMatch(complaint::contains);
    }

    private static void becomesAnOrder(Page page, String address) {
        page.keyboard().press("F9");
        page.waitForURL(address);
        page.waitForSelector("#grid tbody tr td.now");
        assertThat(page.locator("#saved")).hasText("Saved");
    }

    /** Less is there than is wanted: the line says so, and is kept. */
    @Test
    void a_sale_of_what_is_not_there_is_warned_of_and_not_refused() {
        var page = ordered("sales-orders", "C10", "HELMET-40", "9");
        assertThat(page.locator("tr.msg.warning")).containsText("9 are missing");
        assertThat(page.locator(cell("quantity"))).hasText("9");
    }

    /** More than is outstanding stays typed, and the line says so before anybody posts (spec: purchasing, section 2.3). */
    @Test
    void a_line_that_is_to_receive_too_much_says_so_when_it_is_typed() {
        var page = ordered("purchase-orders", "GK", "HELMET-44", "30");
        type(page, "receiveQuantity", "60");
        assertThat(page.locator("tr.msg")).containsText("30 are left");
        page.reload();
        assertThat(page.locator("tr.msg")).containsText("30 are left");
        type(page, "receiveQuantity", "30");
        assertThat(page.locator("tr.msg")).hasCount(0);
    }

    /** What cannot be taken is kept as it was typed, with its reason, and mended where it stands (spec: api, section 5). */
    @Test
    void what_cannot_be_read_or_points_nowhere_stays_in_its_cell_until_it_is_mended() {
        var page = ordered("purchase-orders", "GK", "HELMET-44", "30");
        type(page, "quantity", "a dozen");
        assertThat(page.locator("tr.msg")).containsText("“a dozen”");
        page.reload();
        assertThat(page.locator(cell("quantity") + ".err")).hasText("a dozen");
        type(page, "lineObjectNumber", "NO-SUCH-HELMET");
        page.reload();
        assertThat(page.locator("tr.msg .issue")).hasCount(2);
        assertThat(page.locator(cell("lineObjectNumber") + ".err")).hasText("NO-SUCH-HELMET");
        type(page, "lineObjectNumber", "HELMET-44");
        type(page, "quantity", "12");
        assertThat(page.locator("tr.msg")).hasCount(0);
        page.reload();
        assertThat(page.locator(cell("quantity"))).hasText("12");
    }

    /** What came goes back at exactly its cost (spec: purchasing, section 6). */
    @Test
    void a_return_takes_over_the_posted_lines_that_it_reverses() {
        postBothWays(ordered("purchase-orders", "GK", "HELMET-46", "5"));
        var page = ordered("purchase-return-orders", "GK", "HELMET-47", "1");
        page.locator("[data-act*='get-lines-to-reverse']").first().click();
        assertThat(page.locator("dialog.ask tbody tr").first()).containsText("Purchase receipt");
        page.locator("dialog.ask input").first().check();
        page.locator("dialog.ask .btn.primary").click();
        assertThat(page.locator("#grid")).containsText("HELMET-46");
    }

    /** A reason puts goods where it says; scrap must not name the sale whose cost would come back, and the line says so (spec: sales, section 8). */
    @Test
    void a_return_of_scrap_is_put_elsewhere_and_names_no_sale() {
        postBothWays(ordered("purchase-orders", "GK", "HELMET-53", "5"));
        postBothWays(ordered("sales-orders", "C10", "HELMET-53", "2"));
        var page = ordered("sales-return-orders", "C10", "HELMET-54", "1");
        type(page, "returnReasonCode", "scrap");
        assertThat(page.locator(cell("locationCode"))).hasText("EAST");

        page.locator("[data-act*='get-lines-to-reverse']").first().click();
        page.locator("dialog.ask input").first().check();
        page.locator("dialog.ask .btn.primary").click();
        var reversing = "#grid tbody tr:has-text('HELMET-53') td[data-name='%s']";
        // The page opens itself anew with the column that now holds something.
        assertThat(page.locator(reversing.formatted("appliesFromEntryNumber"))).hasText(Pattern.compile("[0-9]+"));
        type(page, page.locator(reversing.formatted("returnReasonCode")), "SCRAP");
        page.keyboard().press("F9");
        assertThat(page.locator("body")).containsText("takes goods back without value");
        page.keyboard().press("Escape");

        page.locator(reversing.formatted("appliesFromEntryNumber")).click();
        page.keyboard().press("Delete");
        page.keyboard().press("Enter");
        page.waitForTimeout(600);
        postBothWays(page);
        assertThat(page.locator("#mapping")).containsText("is posted");
    }

    /** Whoever asks for a credit memo sees it, and nobody has to look where it went. */
    @Test
    void a_corrective_credit_memo_opens_when_it_is_made() {
        postBothWays(ordered("purchase-orders", "GK", "HELMET-52", "5"));
        var page = ordered("sales-orders", "C10", "HELMET-52", "2");
        postBothWays(page);
        page.locator("#mapping a[href*=salesInvoice]").click();
        page.waitForURL("**/posted-sales-documents/salesInvoice.*");
        page.locator("[data-act*=createCorrectiveCreditMemo]").first().click();

        page.waitForURL("**/sales-credit-memos/*");
        assertThat(page.locator(cell("lineObjectNumber"))).hasText("HELMET-52");
    }

    /** Costs are in local currency, and so is the profit of a sale that is not. */
    @Test
    void a_sale_in_another_currency_is_compared_with_its_cost_at_the_rate_of_the_document() {
        var page = ordered("sales-orders", "C20", "HELMET-50", "2");
        type(page, "unitPrice", "100");
        page.keyboard().press("F7");
        assertThat(page.locator("dialog dl")).containsText("Total, DKK");
        assertThat(page.locator("dialog dt:has-text(', EUR') + dd")).hasText("26.80");
        assertThat(page.locator("dialog dt:text-is('Cost') + dd")).hasText("27.44");
        assertThat(page.locator("dialog dt:text-is('Profit') + dd")).hasText("−0.64");
    }

    /** What is short is sold as something else, from its message or with Alt S (spec: items, section 8). */
    @Test
    void a_short_line_takes_a_substitute_by_keyboard_and_says_what_was_ordered() {
        postBothWays(ordered("purchase-orders", "GK", "HELMET-42", "20"));
        substitutes("HELMET-41", "HELMET-42");
        substitutes("HELMET-42", "HELMET-43");

        var page = ordered("sales-orders", "C10", "HELMET-41", "9");
        assertThat(page.locator("tr.msg.warning button").first()).hasText("Take HELMET-42 (20 available)");
        page.locator(cell("quantity")).click();
        page.keyboard().press("Alt+s");
        assertThat(page.locator("dialog.ask tbody tr")).hasCount(2);
        page.keyboard().press("Enter");
        assertThat(page.locator(cell("lineObjectNumber"))).hasText("HELMET-42");
        assertThat(page.locator(cell("quantity"))).hasText("9");
        assertThat(page.locator("#linefacts")).containsText("Ordered first: HELMET-41");
        assertThat(page.locator("tr.msg")).hasCount(0);
    }

    private void substitutes(String item, String substitute) {
        shop.user(1440, "en").evaluate("""
                values => import(document.querySelector('script[src$="/shell.js"]').src.replace('shell.js', 'api.js')).then(api => api.call('POST', 'itemSubstitutions', values))""",
                Map.of("itemNumber", item, "substituteItemNumber", substitute));
    }

    /** Signed out by somebody else while typing: the page stays, asks once, and keeps what was typed. */
    @Test
    void a_session_that_ends_while_typing_loses_nothing() {
        var page = ordered("purchase-orders", "GK", "HELMET-5", "4");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

        // Slowly, so that what the page reads for the line is refused while somebody is still typing.
        page.locator(cell("quantity")).click();
        page.keyboard().type("44", new Keyboard.TypeOptions().setDelay(400));
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.ask #again-password");
        page.fill("#again-login", OpenShop.LOGIN);
        page.fill("#again-password", OpenShop.PASSWORD);
        // What was typed is on its way only now; until its answer the page still says what it said before.
        page.waitForResponse(answer -> answer.url().endsWith("/bulk") && answer.ok(), () -> page.keyboard().press("Enter"));

        assertThat(page.locator("dialog.ask")).hasCount(0);
        assertThat(page.locator("#saved")).hasText("Saved");
        page.reload();
        assertThat(page.locator(cell("quantity"))).hasText("44");
    }

    @Test
    void two_people_on_one_order_keep_their_fields_and_are_asked_about_the_same_one() {
        var first = ordered("purchase-orders", "GK", "HELMET-3", "7");
        var second = shop.user(1440, "en");
        second.navigate(first.url());
        second.waitForSelector("#grid tbody tr");

        type(first, "quantity", "8");
        type(second, "directUnitCost", "3.50");
        assertThat(second.locator(cell("quantity"))).hasText("8");
        assertThat(second.locator(cell("directUnitCost"))).hasText("3.50");

        second.locator(cell("quantity")).click();
        second.keyboard().type("10");
        type(first, "quantity", "9");
        second.keyboard().press("Enter");
        assertThat(second.locator(".issue")).containsText("somebody else 9");
        second.locator(".issue button").first().click();
        assertThat(second.locator(cell("quantity"))).hasText("10");
        assertThat(second.locator(".issue")).hasCount(0);
    }

    /** Spec: ui, section 6, changed meanwhile. */
    @Test
    void what_another_person_changes_is_shown_at_once_but_never_under_typing_hands() {
        var first = ordered("purchase-orders", "GK", "HELMET-6", "7");
        var second = shop.user(1440, "en");
        second.navigate(first.url());
        second.waitForSelector("#grid tbody tr td.now");

        type(first, "quantity", "8");
        assertThat(second.locator(cell("quantity"))).hasText("8");
        assertThat(second.locator(".notice")).containsText("Anna Keller has changed this document");

        second.locator(cell("directUnitCost")).click();
        second.keyboard().type("4.25");
        second.evaluate("() => document.querySelector('.notice')?.remove()");
        type(first, "quantity", "9");
        assertThat(second.locator(".notice")).containsText("Anna Keller has changed this document");
        assertThat(second.locator("#grid input")).hasValue("4.25");
        second.keyboard().press("Enter");
        assertThat(second.locator(cell("quantity"))).hasText("9");
        assertThat(second.locator(cell("directUnitCost"))).hasText("4.25");

        assertThat(first.locator(cell("directUnitCost"))).hasText("4.25");
        postBothWays(first);
        assertThat(second.locator(".notice")).containsText("posted or deleted");
    }

    /** A new order of one line. */
    private Page ordered(String path, String partner, String item, String quantity) {
        var page = shop.user(1440, "en");
        page.keyboard().press("Control+k");
        page.keyboard().type(path.replace('-', ' '));
        page.waitForSelector("dialog.finder li[data-link='/" + path + "'][aria-selected='true']");
        page.keyboard().press("Enter");
        page.waitForURL("**/" + path);
        page.keyboard().press("Alt+n");
        page.waitForURL("**/new");
        page.waitForSelector("#header input:focus");
        page.keyboard().type(partner);
        page.keyboard().press("Enter");
        page.waitForSelector("td.now");
        page.keyboard().type(item);
        page.waitForTimeout(400);
        page.keyboard().press("Enter");
        page.keyboard().type(quantity);
        page.keyboard().press("Enter");
        assertThat(page.locator(cell("quantity"))).hasText(quantity);
        assertThat(page.locator("#saved")).hasText("Saved");
        return page;
    }

    private static void postBothWays(Page page) {
        page.keyboard().press("F9");
        page.waitForSelector("dialog.postpanel .btn.primary");
        page.keyboard().press("F9");
        page.waitForSelector("#mapping.success");
    }

    private static void type(Page page, String column, String value) {
        type(page, page.locator(cell(column)), value);
    }

    private static void type(Page page, Locator place, String value) {
        place.click();
        page.keyboard().type(value);
        page.keyboard().press("Enter");
        page.waitForTimeout(600);
    }

    private static String cell(String column) {
        return "#grid tbody tr:first-child td[data-name='" + column + "']";
    }
}
