package org.stockbook.commandline;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.stockbook.organisation.AddFirstUser;
import org.stockbook.platform.security.Permissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Opens throw-away books that nobody works with yet, asks what a browser asks first, and ends. The launcher has the virtual machine watch this and keep the classes that were
 * needed in the start-up cache.
 */
@Command(name = "rehearse", hidden = true, description = "Opens new books, asks for some pages and ends; for the start-up cache.")
final class RehearseCommand implements Callable<Integer> {
    private static final String LOGIN = "rehearsal";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> PAGES = List.of("/", "/items", "/item-ledger-entries", "/value-entries", "/");

    private final Program program;

    @Mixin
    private BooksOption books = new BooksOption();

    @Mixin
    private WebOptions web = new WebOptions();

    RehearseCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var running = WebProgram.start(program, web.with(books.settings()));
        try (var rooms = running.rooms(); var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build()) {
            var user = Permissions.asStockbook(() -> rooms.getBean(AddFirstUser.class).addIfNone(LOGIN))
                    .orElseThrow(() -> new Refused("somebody works with these books already. A rehearsal needs an empty folder: --data FOLDER"));
            var address = web.url(running.port());
            signIn(browser, address, user);
            for (var page : PAGES) {
                asked(browser, HttpRequest.newBuilder(URI.create(address + page)));
            }
            running.makeTheRest();
        }
        return 0;
    }

    private static void signIn(HttpClient browser, String address, AddFirstUser.FirstUser user) throws IOException, InterruptedException {
        var token = TOKEN.matcher(asked(browser, HttpRequest.newBuilder(URI.create(address + "/sign-in"))));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in has no token");
        }
        var form = "username=" + user.login() + "&password=" + user.password() + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        asked(browser, HttpRequest.newBuilder(URI.create(address + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    private static String asked(HttpClient browser, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        if (answer.statusCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
