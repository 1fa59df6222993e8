package org.stockbook.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.exchange.RowFile;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.shell.Shells;

/** Every row of a list as CSV or XLSX, streamed: headings in the reader's language, values never localised (spec: ui, section 10). */
@Controller
class ListExport {
    private final Shells shells;
    private final Permissions permissions;
    private final ListRenderer lists;

    ListExport(Shells shells, Permissions permissions, ListRenderer lists) {
        this.shells = shells;
        this.permissions = permissions;
        this.lists = lists;
    }

    @GetMapping(path = "/{path:[a-z0-9]+(?:-[a-z0-9]+)*}", params = "format")
    void export(@PathVariable String path, @RequestParam Map<String, String> given, HttpServletResponse response) throws IOException {
        var page = shells.page(path).filter(ListPage.class::isInstance).map(ListPage.class::cast).map(list -> list.visibleTo(shells.view().user()))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(page.permission());
        var view = shells.view();
        var request = lists.request(page, view, ListAddress.of(page, given));
        var format = given.getOrDefault("format", "").equals("xlsx") ? RowFile.Format.XLSX : RowFile.Format.CSV;
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(path + "." + format.suffix()).build().toString());
        try (var file = RowFile.write(format, response.getOutputStream(), path)) {
            file.heading(page.columns().stream().map(column -> view.text(column.key())).toList());
            page.rows().stream(request, row -> file.row(page.columns().stream().map(column -> row.value(column.name())).toList()));
        }
    }
}
