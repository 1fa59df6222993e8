package org.stockbook.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What all tests in the browser begin and end with: one open shop for the class. Without Chromium they are skipped and say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InTheShop {
    private static final String PASTE = "text => { const data = new DataTransfer(); data.setData('text/plain', text); "
            + "document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }";

    protected OpenShop shop;

    @BeforeAll
    void openShop() {
        assumeTrue(OpenShop.canOpen(), "Chromium is not installed");
        shop = new OpenShop();
    }

    @AfterAll
    void closeShop() {
        if (shop != null) {
            shop.close();
        }
    }

    /** As a spreadsheet would hand it over: cells between tabs, rows between line ends. */
    static void paste(Page page, String rows) {
        page.evaluate(PASTE, rows);
    }
}
