package org.stockbook.web.pages;

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
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.Report;
import org.stockbook.web.ReportPage;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.View;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.pages.StartModel.Counter;
import org.stockbook.web.pages.StartModel.Panel;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;

/** Shows every declared page, and the start page. */
@Controller
class PageController {
    private static final String PATH = "[a-z0-9]+(?:-[a-z0-9]+)*";

    private final Shells shells;
    private final Templates templates;
    private final Permissions permissions;
    private final ListRenderer lists;
    private final ReportRenderer reports;
    private final WorksheetRenderer worksheets;
    private final StartContents start;

    PageController(Shells shells, Templates templates, Permissions permissions, ListRenderer lists, ReportRenderer reports, WorksheetRenderer worksheets,
            StartContents start) {
        this.shells = shells;
        this.templates = templates;
        this.permissions = permissions;
        this.lists = lists;
        this.reports = reports;
        this.worksheets = worksheets;
        this.start = start;
    }

    @GetMapping("/{path:" + PATH + "}")
    ResponseEntity<String> page(@PathVariable String path, @RequestParam Map<String, String> given) {
        var page = shells.page(path).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(page.permission());
        return switch (page) {
            case ListPage list -> list(list.visibleTo(shells.view().user()), given);
            case ReportPage report -> templates.page("report", Map.of("shell", shells.of(page), "report", reports.model(report, shells.view(), given), "path", path));
            case WorksheetPage worksheet -> templates.page("worksheet", Map.of("shell", shells.of(page), "worksheet", worksheets.model(worksheet, shells.view(), given)));
            case CardPage _ -> throw Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
        };
    }

    private ResponseEntity<String> list(ListPage page, Map<String, String> given) {
        var address = ListAddress.of(page, given);
        if (given.containsKey("filterColumn")) {
            var filtered = address.with(given.getOrDefault("filterColumn", ""), given.getOrDefault("filterExpression", "").strip());
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(filtered.link())).build();
        }
        var model = lists.model(page, shells.view(), address, skip(given));
        return given.containsKey("fragment")
                ? templates.page("rows", Map.of("model", model))
                : templates.page("list", Map.of("shell", shells.of(page), "model", model));
    }

    private static int skip(Map<String, String> given) {
        try {
            return Math.max(0, Integer.parseInt(given.getOrDefault("skip", "0")));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** One record; its key may hold anything but a slash. */
    @GetMapping("/{path:" + PATH + "}/{key}")
    ResponseEntity<String> record(@PathVariable String path, @PathVariable String key) {
        var page = shells.card(path);
        var record = page.filter(card -> permissions.has(card.permission())).flatMap(card -> card.reader().apply(key));
        if (page.isEmpty() || record.isEmpty()) {
            throw Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
        }
        var view = shells.view();
        var list = new Crumb(view.text("page." + page.get().list()), "/" + page.get().list());
        var shell = shells.of(view, new Shells.Heading(record.get().title(), page.get().area(), List.of(list, new Crumb(key, "")), page.get().list()));
        return templates.page("card", Map.of("shell", shell, "card", card(view, record.get())));
    }

    private CardModel card(View view, CardPage.Record record) {
        var writer = new CellWriter(view);
        var sections = record.sections().stream().map(section -> new CardModel.Section(view.text("section." + section.name()),
                section.fields().stream().map(field -> new CardModel.Field(view.text(field.key()), writer.cell(field, section.values()))).toList())).toList();
        var related = record.related().stream().map(page -> new CardModel.Related(view.text("page." + page.page()), page.link())).toList();
        return new CardModel(record.title(), view.text(record.subtitleKey(), record.subtitleArguments()), reports.figures(view, record.figures()), sections,
                related, reports.tables(view, record.tables()));
    }

    @GetMapping("/")
    ResponseEntity<String> start() {
        var view = shells.view();
        var shell = shells.of(view, new Shells.Heading(view.text("page.start"), Area.HOME, List.of(new Crumb(view.text(Area.HOME.key()), "")), ""));
        var model = new StartModel(view.formats().dateInFull(view.workDate()),
                start.counters().map(counter -> counter(view, counter)).toList(),
                start.panels().map(panel -> panel(view, panel)).toList());
        return templates.page("start", Map.of("shell", shell, "start", model));
    }

    private static Counter counter(View view, StartCounter counter) {
        var count = counter.count().get();
        var zero = count.number() == 0;
        var note = new ReportModel.Note(count.tone(), "", "");
        return new Counter(view.text("counter." + counter.name()), view.formats().integer(count.number()), zero, zero ? "check" : note.icon(),
                zero ? "ok" : note.iconStyle(), count.detailKey().isEmpty() ? "" : view.text(count.detailKey(), count.arguments()), count.link());
    }

    private Panel panel(View view, StartPanel panel) {
        var content = panel.content().get();
        var report = new Report(Optional.empty(), Optional.empty(), content.figures(), content.tables(), content.proofs());
        return new Panel(reports.note(view, Optional.of(content.title())), reports.model(view, List.of(), report), view.text("page." + panel.more().page()),
                panel.more().link());
    }
}
