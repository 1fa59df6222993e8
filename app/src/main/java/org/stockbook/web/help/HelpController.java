package org.stockbook.web.help;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.i18n.Language;
import org.stockbook.web.Area;
import org.stockbook.web.Page;
import org.stockbook.web.Problem;
import org.stockbook.web.View;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;

/** Shows the guide (spec: ui, section 5, F1). Everybody who is signed in may read it. */
@Controller
class HelpController {
    private final Shells shells;
    private final Templates templates;
    private final Guide guide;

    HelpController(Shells shells, Templates templates, Guide guide) {
        this.shells = shells;
        this.templates = templates;
        this.guide = guide;
    }

    /**
     * The index, or what the guide says about a page and a field.
     *
     * @param page the address of a page without its slash, or empty
     * @param field its label as the reader sees it, or empty
     * @param language whose index; empty for the reader's own
     */
    @GetMapping("/help")
    ResponseEntity<String> index(@RequestParam(defaultValue = "") String page, @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String language) {
        var view = shells.view();
        var about = title(view, page).flatMap(title -> guide.about(view.language(), title, field));
        return about.map(place -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place.link())).<String>build())
                .orElseGet(() -> show(view, Language.ofTag(language).orElse(view.language()), Guide.INDEX));
    }

    @GetMapping("/help/{article:[a-z]+}")
    ResponseEntity<String> article(@PathVariable String article) {
        var view = shells.view();
        return show(view, view.language(), article);
    }

    private Optional<String> title(View view, String path) {
        var page = shells.page(path).or(() -> shells.card(path)).or(() -> shells.document(path));
        return page.map(Page::titleKey).map(view::text);
    }

    private ResponseEntity<String> show(View view, Language language, String name) {
        var article = guide.find(language, name).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        var isIndex = name.equals(Guide.INDEX);
        var crumbs = isIndex ? List.of(new Crumb(view.text("page.help"), "")) : List.of(new Crumb(view.text("page.help"), "/help"), new Crumb(article.title(), ""));
        var shell = shells.of(view, new Shells.Heading(article.title(), Area.HOME, crumbs, "help"));
        var others = guide.in(language).stream().map(one -> new HelpModel.Entry(one.title(), one.link(), one.link().equals(Guide.link(name)))).toList();
        return templates.page("help", Map.of("shell", shell, "help", new HelpModel(article.html(), article.language().tag(), others)));
    }
}
