package org.stockbook.web.start;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.Problem;
import org.stockbook.web.Report;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.View;
import org.stockbook.web.pages.ReportModel;
import org.stockbook.web.pages.ReportRenderer;
import org.stockbook.web.parts.ActionRenderer;
import org.stockbook.web.parts.ChartModel;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;
import org.stockbook.web.start.StartArrangements.Arrangement;
import org.stockbook.web.start.StartModel.Counter;
import org.stockbook.web.start.StartModel.Panel;
import tools.jackson.databind.json.JsonMapper;

/** Shows the start page, and keeps how its reader arranges it. */
@Controller
class StartController {
    private final Shells shells;
    private final Templates templates;
    private final Rendering rendering;
    private final StartContents start;
    private final StartArrangements arrangements;
    private final Permissions permissions;

    StartController(Shells shells, Templates templates, Rendering rendering, StartContents start, StartArrangements arrangements, Permissions permissions) {
        this.shells = shells;
        this.templates = templates;
        this.rendering = rendering;
        this.start = start;
        this.arrangements = arrangements;
        this.permissions = permissions;
    }

    /** What makes values ready to be shown. */
    @Component
    record Rendering(ReportRenderer reports, ActionRenderer actions, JsonMapper json) {}

    @GetMapping("/")
    ResponseEntity<String> start() {
        var view = shells.view();
        var shell = shells.of(view, new Shells.Heading(view.text("page.start"), Area.HOME, List.of(new Crumb(view.text(Area.HOME.key()), "")), ""));
        var arrangement = arrangements.of(permissions.login());
        var counters = start.counters(arrangement);
        var cards = start.cards(arrangement);
        var model = new StartModel(view.formats().dateInFull(view.workDate()), start.headlines().map(headline -> headline(view, headline)).toList(),
                counters.stream().filter(card -> arrangement.shows(card.name())).flatMap(card -> card instanceof StartContents.Card.OfCounter(var counter) ? Stream.of(counter(view, counter)) : Stream.empty()).toList(),
                cards.stream().filter(card -> arrangement.shows(card.name())).map(card -> card(view, card)).toList(),
                rendering.json().writeValueAsString(Stream.concat(counters.stream(), cards.stream()).map(card -> Map.of("name", card.name(), "text", view.text(card.titleKey()),
                        "counter", card instanceof StartContents.Card.OfCounter, "shown", arrangement.shows(card.name()))).toList()));
        return templates.page("start", Map.of("shell", shell, "start", model));
    }

    /** Cards in their new order and those that are hidden, by name; none at all goes back to the order of the program. */
    @PostMapping("/start/arrangement")
    ResponseEntity<Void> arrange(@RequestParam(defaultValue = "") List<String> cards, @RequestParam(defaultValue = "") List<String> hidden) {
        var login = permissions.login();
        var known = Stream.concat(start.counters(Arrangement.OF_THE_PROGRAM).stream(), start.cards(Arrangement.OF_THE_PROGRAM).stream()).map(StartContents.Card::name).toList();
        if (cards.isEmpty() && hidden.isEmpty()) {
            arrangements.forget(login);
        } else {
            arrangements.keep(login, new Arrangement(cards.stream().filter(known::contains).distinct().toList(), hidden.stream().filter(known::contains).distinct().toList()));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/")).build();
    }

    /** A chart, drawn when it comes into view. */
    @GetMapping("/start/charts/{name}")
    ResponseEntity<String> chart(@PathVariable String name) {
        var view = shells.view();
        var chart = start.charts().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        return templates.page("chart", Map.of("assets", shells.assets(), "chart", ChartModel.of(view, chart.chart().get()),
                "moreText", more(view, chart.more()), "moreLink", chart.more().link(), "tableText", view.text("chart.table")));
    }

    private StartModel.Headline headline(View view, StartPanel.Headline headline) {
        return new StartModel.Headline(rendering.reports().note(view, Optional.of(headline.state().get())), rendering.actions().models(view, List.of(headline.action())));
    }

    private static Counter counter(View view, StartCounter counter) {
        var count = counter.count().get();
        var zero = count.number() == 0;
        var note = new ReportModel.Note(count.tone(), "", "");
        var calm = zero && count.known();
        return new Counter(view.text("counter." + counter.name()), count.known() ? view.formats().integer(count.number()) : "–", zero, calm ? "check" : note.icon(),
                calm ? "ok" : note.iconStyle(), detail(view, count), count.link());
    }

    /** What is below a number; amounts are in the currency of the books. */
    private static String detail(View view, StartCounter.Count count) {
        var arguments = new HashMap<String, Object>(count.arguments());
        arguments.put("currency", view.currency().get());
        return count.detailKey().isEmpty() ? "" : view.text(count.detailKey(), arguments).strip();
    }

    private StartModel.Card card(View view, StartContents.Card card) {
        return switch (card) {
            case StartContents.Card.OfChart(var chart) -> new StartModel.Card(chart.name(), List.of());
            case StartContents.Card.OfPanel(var panel) -> new StartModel.Card("", List.of(panel(view, panel)));
            case StartContents.Card.OfCounter _ -> new StartModel.Card("", List.of());
        };
    }

    private Panel panel(View view, StartPanel panel) {
        var content = panel.content().get();
        var report = new Report(Optional.empty(), Optional.empty(), content.figures(), content.tables(), content.proofs());
        return new Panel(rendering.reports().note(view, Optional.of(content.title())), rendering.reports().model(view, List.of(), report), rendering.actions().models(view, content.actions()),
                more(view, panel.more()), panel.more().link());
    }

    /** The page behind a card, by its short name where it has one. */
    private static String more(View view, CardPage.Related more) {
        var own = "more." + more.page();
        return view.text(view.texts().has(own) ? own : "page." + more.page());
    }
}
