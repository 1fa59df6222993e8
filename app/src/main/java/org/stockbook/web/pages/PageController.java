package org.stockbook.web.pages;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.CardPage;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.ReportPage;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;

/** Shows every declared page. */
@Controller
class PageController {
    private static final String PATH = "[a-z0-9]+(?:-[a-z0-9]+)*";

    private final Shells shells;
    private final Templates templates;
    private final Permissions permissions;
    private final ListRenderer lists;
    private final ReportRenderer reports;
    private final WorksheetRenderer worksheets;

    PageController(Shells shells, Templates templates, Permissions permissions, ListRenderer lists, ReportRenderer reports, WorksheetRenderer worksheets) {
        this.shells = shells;
        this.templates = templates;
        this.permissions = permissions;
        this.lists = lists;
        this.reports = reports;
        this.worksheets = worksheets;
    }

    @GetMapping("/{path:" + PATH + "}")
    ResponseEntity<String> page(@PathVariable String path, @RequestParam MultiValueMap<String, String> parameters) {
        var given = ListAddress.joined(parameters);
        var page = shells.page(path).orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(page.permission());
        return switch (page) {
            case ListPage list -> list(list.visibleTo(shells.view().user()), given);
            case ReportPage report -> templates.page("report", Map.of("shell", shells.of(page), "report", reports.model(report, shells.view(), given), "path", path));
            case WorksheetPage worksheet -> templates.page("worksheet", Map.of("shell", shells.of(page), "worksheet", worksheets.model(worksheet, shells.view(), given)));
            case DocumentPage _, CardPage _ -> throw Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
        };
    }

    private ResponseEntity<String> list(ListPage page, Map<String, String> given) {
        var address = ListAddress.of(page, given);
        if (given.containsKey("filterColumn")) {
            var filtered = address.with(given.getOrDefault("filterColumn", ""), given.getOrDefault("filterExpression", "").strip());
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(filtered.link())).build();
        }
        if (given.getOrDefault("fragment", "").equals("counts")) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.join("\n", lists.counts(page, shells.view())));
        }
        if (given.getOrDefault("fragment", "").equals("words")) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.join("\n", lists.wordCounts(page, shells.view(), address)));
        }
        if (given.getOrDefault("fragment", "").equals("addresses")) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.join("\n", lists.addresses(page, shells.view(), address)));
        }
        if (given.getOrDefault("fragment", "").equals("summary")) {
            return templates.page("summary", Map.of("summary", lists.summary(page, shells.view(), address, given.getOrDefault("decimals", ""))));
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
}
