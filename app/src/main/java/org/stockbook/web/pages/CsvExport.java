package org.stockbook.web.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Problem;
import org.stockbook.web.shell.Shells;

/** Every row of a list as CSV, streamed: headings in the reader's language, values never localised (spec: ui, section 10). */
@Controller
class CsvExport {
    private final Shells shells;
    private final Permissions permissions;
    private final ListRenderer lists;

    CsvExport(Shells shells, Permissions permissions, ListRenderer lists) {
        this.shells = shells;
        this.permissions = permissions;
        this.lists = lists;
    }

    @GetMapping(path = "/{path:[a-z0-9]+(?:-[a-z0-9]+)*}", params = "format=csv")
    ResponseEntity<StreamingResponseBody> export(@PathVariable String path, @RequestParam Map<String, String> given) {
        var page = shells.page(path).filter(ListPage.class::isInstance).map(ListPage.class::cast).map(list -> list.visibleTo(shells.view().user()))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(page.permission());
        var view = shells.view();
        var request = lists.request(page, view, ListAddress.of(page, given));
        StreamingResponseBody body = output -> {
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
                csv.writeRecord(page.columns().stream().map(column -> view.text(column.key())).toList());
                page.rows().stream(request, row -> csv.writeRecord(page.columns().stream().map(column -> plain(column, row)).toList()));
            }
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(path + ".csv").build().toString())
                .body(body);
    }

    /** Texts that a spreadsheet would run as a formula are made harmless. */
    private static String plain(PageColumn column, Row row) {
        var value = row.value(column.name()).orElse("");
        if (value instanceof BigDecimal figure) {
            return figure.stripTrailingZeros().scale() <= 0 ? figure.setScale(0).toPlainString() : figure.stripTrailingZeros().toPlainString();
        }
        var text = value.toString();
        return column.kind().isWritten() && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
