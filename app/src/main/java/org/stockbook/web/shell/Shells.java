package org.stockbook.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.CompanyBanner;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.Page;
import org.stockbook.web.View;
import org.stockbook.web.Views;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shell.MenuEntry;
import org.stockbook.web.shell.Shell.RailEntry;
import org.stockbook.web.shell.Shell.Token;
import tools.jackson.databind.json.JsonMapper;

/** Builds the frame of each page from the declared pages and the rights of the user. */
@Component
public class Shells {
    private static final List<String> SCRIPT_TEXTS = List.of("palette.pages", "palette.records", "palette.actions", "palette.nothing", "palette.placeholder", "shell.offline",
            "shell.failed", "shell.try-again", "shell.close", "shell.cancel", "session.ended", "sign-in.title", "sign-in.login", "sign-in.password", "sign-in.submit",
            "sign-in.failed", "action.done", "action.choose-row", "shown-once", "shell.jobs", "shell.job-done", "shell.job-failed", "shell.open", "list.no-facts", "shell.job-cancel", "shell.job-stopping");

    private final Views views;
    private final Assets assets;
    private final HttpServletRequest request;
    private final ObjectProvider<Page> declared;
    private final ObjectProvider<CompanyBanner> company;
    private final HelpArticles help;
    private final JsonMapper json;

    Shells(Views views, Assets assets, HttpServletRequest request, ObjectProvider<Page> declared, ObjectProvider<CompanyBanner> company, HelpArticles help, JsonMapper json) {
        this.views = views;
        this.assets = assets;
        this.request = request;
        this.declared = declared;
        this.company = company;
        this.help = help;
        this.json = json;
    }

    /** The folder of styles and scripts. */
    public String assets() {
        return assets.folder();
    }

    public View view() {
        return views.current();
    }

    /** The page at an address, if there is one. */
    public Optional<Page> page(String path) {
        return declared.stream().filter(Page::inMenu).filter(page -> page.path().equals(path)).findFirst();
    }

    /** The page of one record at an address, if there is one. */
    public Optional<CardPage> card(String path) {
        return declared.stream().filter(CardPage.class::isInstance).map(CardPage.class::cast).filter(page -> page.path().equals(path)).findFirst();
    }

    /** The page of documents at an address, if there is one. */
    public Optional<DocumentPage> document(String path) {
        return declared.stream().filter(DocumentPage.class::isInstance).map(DocumentPage.class::cast).filter(page -> page.path().equals(path)).findFirst();
    }

    /** The frame of a declared page. */
    public Shell of(Page page) {
        var view = view();
        var title = view.text(page.titleKey());
        var area = view.text(page.area().key());
        var crumbs = area.equals(title) ? List.of(new Crumb(title, "")) : List.of(new Crumb(area, "/#" + page.area().icon()), new Crumb(title, ""));
        return of(view, new Heading(title, page.area(), crumbs, page.path()));
    }

    /** The frame of any page. */
    public Shell of(View view, Heading heading) {
        var banner = Optional.ofNullable(company.getIfAvailable());
        return new Shell(view, heading.title(), heading.area(), heading.crumbs(), rail(view, heading.area(), heading.path()), assets.folder(), token(), banner.map(CompanyBanner::name).orElse("Stockbook"),
                view.currency().get(), json.writeValueAsString(pagesAsData(view)), textsAsData(view),
                view.workDate().equals(LocalDate.now(Clock.systemDefaultZone())));
    }

    /** Where a page stands: its title, its area of the rail, the way to it, and its address. */
    public record Heading(String title, Area area, List<Crumb> crumbs, String path) {}

    private List<RailEntry> rail(View view, Area current, String path) {
        var byArea = readable(view).collect(Collectors.groupingBy(Page::area));
        var rail = new ArrayList<RailEntry>();
        rail.add(new RailEntry(Area.HOME, view.text(Area.HOME.key()), current == Area.HOME, List.of(new MenuEntry(view.text("page.start"), "/", current == Area.HOME))));
        Arrays.stream(Area.values()).filter(byArea::containsKey).forEach(area -> rail.add(new RailEntry(area, view.text(area.key()), area == current,
                byArea.getOrDefault(area, List.of()).stream()
                        .map(page -> new MenuEntry(view.text(page.titleKey()), "/" + page.path(), page.path().equals(path)))
                        .toList())));
        return rail;
    }

    private Stream<Page> readable(View view) {
        return declared.orderedStream().filter(Page::inMenu).filter(page -> view.user().may(page.permission()));
    }

    private List<Map<String, String>> pagesAsData(View view) {
        var start = Map.of("title", view.text("page.start"), "area", view.text(Area.HOME.key()), "link", "/");
        var pages = new ArrayList<>(List.of(start));
        readable(view).sorted(Comparator.comparing(Page::area)).forEach(page -> pages.add(Map.of(
                "title", view.text(page.titleKey()), "area", view.text(page.area().key()), "link", "/" + page.path(),
                "collection", page instanceof ListPage list ? list.collection() : "")));
        help.in(view.language()).forEach(article -> pages.add(Map.of("title", article.title(), "area", view.text("page.help"), "link", article.link(), "collection", "")));
        return pages;
    }

    private String textsAsData(View view) {
        var formats = view.formats();
        var data = new LinkedHashMap<String, Object>();
        data.put("texts", SCRIPT_TEXTS.stream().collect(Collectors.toMap(Function.identity(), view::text)));
        data.put("keys", view.texts().templates(view.language(), "shell."));
        data.put("login", view.user().login());
        data.put("letters", Map.of("today", view.text("grid.letter.today"), "workDate", view.text("grid.letter.work-date")));
        data.put("decimalSign", formats.decimalSign());
        data.put("currency", view.currency().get());
        data.put("groupingSign", formats.groupingSign());
        data.put("datePattern", formats.datePattern());
        data.put("workDate", view.workDate().toString());
        data.put("today", LocalDate.now(Clock.systemDefaultZone()).toString());
        return json.writeValueAsString(data);
    }

    private Token token() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Token(token.getHeaderName(), token.getParameterName(), token.getToken())
                : new Token("X-CSRF-TOKEN", "_csrf", "");
    }
}
