package org.stockbook.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.exchange.RowFile;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.CardPage;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.Report;
import org.stockbook.web.ReportPage;
import org.stockbook.web.View;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.shell.Shells;

/** Every row of a list, or every table of a report, as CSV or XLSX, streamed: headings in the reader's language, values never localised (spec: ui, section 10). */
@Controller
class ListExport {
    private final Shells shells;
    private final Permissions permissions;
    private final ListRenderer lists;
    private final ReportRenderer reports;

    ListExport(Shells shells, Permissions permissions, ListRenderer lists, ReportRenderer reports) {
        this.reports = reports;
        this.shells = shells;
        this.permissions = permissions;
        this.lists = lists;
    }

    @GetMapping(path = "/{path:[a-z0-9]+(?:-[a-z0-9]+)*}", params = "format")
    void export(@PathVariable String path, @RequestParam Map<String, String> given, HttpServletResponse response) throws IOException {
        var page = shells.page(path).orElseThrow(ListExport::notThere);
        permissions.require(page.permission());
        var view = shells.view();
        var format = given.getOrDefault("format", "").equals("xlsx") ? RowFile.Format.XLSX : RowFile.Format.CSV;
        switch (page) {
            case ListPage list -> {
                var visible = list.visibleTo(view.user());
                var request = lists.request(visible, view, ListAddress.of(visible, given));
                try (var file = open(path, format, response)) {
                    file.heading(visible.columns().stream().map(column -> view.text(column.key())).toList());
                    visible.rows().stream(request, row -> file.row(visible.columns().stream().map(column -> row.value(column.name())).toList()));
                }
            }
            case ReportPage report -> {
                var result = reports.result(report, view, given);
                try (var file = open(path, format, response)) {
                    for (var table : result.tables()) {
                        write(file, table, view, table.equals(result.tables().getFirst()));
                    }
                }
            }
            case WorksheetPage _, CardPage _, DocumentPage _ -> throw notThere();
        }
    }

    private static RowFile open(String path, RowFile.Format format, HttpServletResponse response) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(path + "." + format.suffix()).build().toString());
        return RowFile.write(format, response.getOutputStream(), path);
    }

    /** Figures stay figures; sentences are in the reader's language. Further tables stand below the first one. */
    private static void write(RowFile file, Report.Table table, View view, boolean first) {
        var heads = table.columns().stream().map(column -> view.text(column.key())).toList();
        if (first) {
            file.heading(heads);
        } else {
            file.row(List.of());
            file.row(heads.stream().map(Optional::<Object>of).toList());
        }
        for (var line : table.lines()) {
            file.row(table.columns().stream().map(column -> line.row().value(column.name()).map(value -> value instanceof Report.Message message ? view.text(message) : value)).toList());
        }
    }

    private static Problem notThere() {
        return Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
    }
}
