package org.stockbook.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stockbook.StockbookApplication;
import org.stockbook.platform.database.ScratchDatabase;

/** The program on a database of its own and a real Chromium before it; one for all tests of a class. */
final class OpenShop implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final String LOGIN = "anna";
    static final String PASSWORD = "correct horse battery staple";
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    private final ScratchDatabase database = ScratchDatabase.create();
    private final ConfigurableApplicationContext rooms;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    OpenShop() {
        BicycleShop.furnish(database.dsl());
        rooms = new SpringApplication(StockbookApplication.class).run("--server.port=0", "--server.address=localhost", "--stockbook.nightly-work=false", "--logging.level.root=WARN",
                "--spring.main.banner-mode=off", "--stockbook.database.url=" + database.address().urlWithPassword());
        rooms.getBean(JdbcClient.class).sql("insert into app_user (login, display_name, password_hash, permission_set) values (?, 'Anna Keller', ?, 'ADMINISTRATOR')")
                .params(LOGIN, rooms.getBean(PasswordEncoder.class).encode(PASSWORD)).update();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
    }

    static boolean canOpen() {
        return Files.isExecutable(CHROMIUM);
    }

    /** Holds items as a posting does, so that others who want them wait until the work is done. */
    void holding(List<String> items, Runnable work) {
        database.dsl().transaction(transaction -> {
            transaction.dsl().execute("select 1 from item_cost where item_id in (select id from item where no = any (?)) for update", (Object) items.toArray(String[]::new));
            work.run();
        });
    }

    /** What is costed late, so that there is work left to do. */
    void costLater() {
        database.dsl().execute("update inventory_setup set automatic_cost_adjustment = 'NEVER'");
    }

    /** More items than a page of a list shows at first. */
    void manyItems() {
        database.dsl().execute("insert into item (no, description, base_unit_of_measure_id, inventory_posting_group_id, general_product_group_id) "
                + "select 'GLOVE-' || n, 'Glove ' || n, base_unit_of_measure_id, inventory_posting_group_id, general_product_group_id from item, generate_series(1, 60) n where no = 'HELMET-1'");
    }

    String address() {
        return "http://localhost:" + ((WebServerApplicationContext) rooms).getWebServer().getPort();
    }

    /** A new visitor who is not signed in; what the page complains about is kept. */
    Page visitor(int width) {
        var page = context(width, "").newPage();
        listenTo(page);
        return page;
    }

    /** A user on the start page. */
    Page user(int width, String language) {
        var context = context(width, language);
        var page = context.newPage();
        listenTo(page);
        page.navigate(address() + "/sign-in");
        page.fill("#username", LOGIN);
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address() + "/");
        return page;
    }

    private BrowserContext context(int width, String language) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
        if (!language.isEmpty()) {
            context.addCookies(List.of(new Cookie("stockbook-language", language).setUrl(address())));
        }
        return context;
    }

    private void listenTo(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        rooms.close();
        database.close();
    }
}
