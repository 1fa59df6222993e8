package org.stockbook.inventory.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.web.FindEntries.Found;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** Everything that was posted under a number: one line per ledger that the reader may see, with the number of rows, each opening them (spec: ui, section 5). */
@Configuration(proxyBeanMethods = false)
class FindEntriesPage {

    @Bean
    @Order(32)
    ReportPage entriesFound(FindEntries entries) {
        return new ReportPage("find-entries", Area.FINANCE, Permission.READ_INVENTORY,
                List.of(ReportParameter.code("documentNumber", ""), ReportParameter.optionalDate("postingDate"), ReportParameter.code("externalDocumentNumber", ""),
                        ReportParameter.code("serialNumber", ""), ReportParameter.code("lotNumber", ""), ReportParameter.code("vendorNumber", "vendors"),
                        ReportParameter.code("customerNumber", "customers")),
                request -> report(request, entries));
    }

    private static Report report(ReportRequest request, FindEntries entries) {
        var search = new EntrySearch(request.text("documentNumber"), request.date("postingDate").orElse(null), request.text("externalDocumentNumber"),
                request.text("serialNumber"), request.text("lotNumber"), request.text("vendorNumber"), request.text("customerNumber"));
        if (search.texts().isEmpty()) {
            return Report.of(List.of());
        }
        var columns = List.of(PageColumn.text("ledger").with(Trait.FILLING).linked(row -> row.text("link")),
                PageColumn.of("entries", Kind.COUNT).linked(row -> row.text("link")));
        return Report.of(List.of(new Report.Table("found", Optional.empty(), columns, entries.find(search).stream().map(FindEntriesPage::line).toList())));
    }

    private static Report.Line line(Found found) {
        var link = "/" + found.list().path() + found.values().entrySet().stream().map(value -> value.getKey() + "=" + Links.encoded(value.getValue().toString()))
                .collect(Collectors.joining("&", "?", ""));
        return Report.Line.of(new Row(Map.of("ledger", Message.of(Tone.NEUTRAL, found.list().titleKey()), "entries", found.count(), "link", link)));
    }
}
