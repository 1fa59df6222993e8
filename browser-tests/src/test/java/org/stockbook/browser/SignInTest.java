package org.stockbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

class SignInTest extends InTheShop {
    @Test
    void sends_strangers_to_the_door_and_leads_them_on_afterwards() {
        var page = shop.visitor(1440);
        page.navigate(shop.address() + "/items");
        assertThat(page.url()).endsWith("/sign-in");

        page.fill("#username", OpenShop.LOGIN);
        page.fill("#password", OpenShop.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/items"));

        assertThat(page.locator("h1").innerText()).isEqualTo("Items");
    }

    @Test
    void refuses_a_wrong_password_in_the_language_of_the_door() {
        var page = shop.visitor(1440);
        page.navigate(shop.address() + "/sign-in");
        page.locator("button[lang=da]").click();
        page.fill("#username", OpenShop.LOGIN);
        page.fill("#password", "wrong");
        page.keyboard().press("Enter");

        assertThat(page.locator("[role=alert]").innerText()).startsWith("Brugernavn og adgangskode passer ikke sammen");
    }

    @Test
    void shows_a_page_without_inline_script_or_style() {
        var page = shop.visitor(1440);
        var policy = page.navigate(shop.address() + "/sign-in").headerValue("content-security-policy");

        assertThat(policy).contains("script-src 'self'").contains("style-src 'self'").doesNotContain("unsafe");
    }

    /** What is typed while the session has ended is kept: signing in happens over the page, and the line is sent again. */
    @Test
    void an_ended_session_is_begun_again_over_the_page_and_loses_nothing() {
        var page = shop.user(1440, "en");
        page.navigate(shop.address() + "/item-journal");
        page.waitForSelector("td.now");
        page.context().clearCookies();

        page.keyboard().type("HELMET-1");
        page.waitForTimeout(500);
        page.keyboard().press("Enter");
        page.fill("#again-login", OpenShop.LOGIN);
        page.fill("#again-password", OpenShop.PASSWORD);
        page.keyboard().press("Enter");

        PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("Saved");
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("#grid")).containsText("HELMET-1");
    }
}
