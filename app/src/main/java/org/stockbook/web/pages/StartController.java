package org.stockbook.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stockbook.web.Area;
import org.stockbook.web.Problem;
import org.stockbook.web.Report;
import org.stockbook.web.StartChart;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.View;
import org.stockbook.web.pages.StartModel.Counter;
import org.stockbook.web.pages.StartModel.Panel;
import org.stockbook.web.parts.ChartModel;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;

/** Shows the start page. */
@Controller
class StartController {
    private final Shells shells;
    private final Templates templates;
    private final ReportRenderer reports;
    private final StartContents start;

    StartController(Shells shells, Templates templates, ReportRenderer reports, StartContents start) {
        this.shells = shells;
        this.templates = templates;
        this.reports = reports;
        this.start = start;
    }

    @GetMapping("/")
    ResponseEntity<String> start() {
        var view = shells.view();
        var shell = shells.of(view, new Shells.Heading(view.text("page.start"), Area.HOME, List.of(new Crumb(view.text(Area.HOME.key()), "")), ""));
        var model = new StartModel(view.formats().dateInFull(view.workDate()),
                start.counters().map(counter -> counter(view, counter)).toList(),
                start.panels().map(panel -> panel(view, panel)).toList(), start.charts().map(StartChart::name).toList());
        return templates.page("start", Map.of("shell", shell, "start", model));
    }

    /** A chart, drawn when it comes into view. */
    @GetMapping("/start/charts/{name}")
    ResponseEntity<String> chart(@PathVariable String name) {
        var view = shells.view();
        var chart = start.charts().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        return templates.page("chart", Map.of("assets", shells.assets(), "chart", ChartModel.of(view, chart.chart().get()),
                "moreText", view.text("page." + chart.more().page()), "moreLink", chart.more().link(), "tableText", view.text("chart.table")));
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
