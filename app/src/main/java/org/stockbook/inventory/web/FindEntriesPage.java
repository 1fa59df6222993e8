package org.stockbook.inventory.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** Every entry of a document: one line per ledger that the reader may see, with the number of entries, each opening them (spec: ui, section 5). */
@Configuration(proxyBeanMethods = false)
class FindEntriesPage {

    @Bean
    @Order(32)
    ReportPage findEntries(ObjectProvider<ListPage> lists, Permissions permissions) {
        return new ReportPage("find-entries", Area.FINANCE, Permission.READ_INVENTORY,
                List.of(ReportParameter.code("documentNumber", ""), ReportParameter.optionalDate("postingDate")), request -> {
            if (request.text("documentNumber").isEmpty()) {
                return Report.of(List.of());
            }
            var columns = List.of(PageColumn.text("ledger").with(Trait.FILLING).linked(row -> row.text("link")),
                    PageColumn.of("entries", Kind.COUNT).linked(row -> row.text("link")));
            var lines = lists.orderedStream().filter(ListPage::holdsEntriesOfDocuments).filter(list -> permissions.has(list.permission()))
                    .flatMap(list -> found(request, list).stream()).toList();
            return Report.of(List.of(new Report.Table("found", Optional.empty(), columns, lines)));
        });
    }

    private static Optional<Report.Line> found(ReportRequest request, ListPage list) {
        var criterion = Criterion.equal("documentNumber", request.text("documentNumber"));
        var dated = request.date("postingDate").map(date -> Criterion.all(criterion, Criterion.equal("postingDate", date))).orElse(criterion);
        var count = list.rows().read(RowRequest.of(dated).page(0, 1)).count();
        var link = "/" + list.path() + "?documentNumber=" + Links.encoded(request.text("documentNumber"))
                + request.date("postingDate").map(date -> "&postingDate=" + date).orElse("");
        return count == 0 ? Optional.empty()
                : Optional.of(Report.Line.of(new Row(Map.of("ledger", Message.of(Tone.NEUTRAL, list.titleKey()), "entries", count, "link", link))));
    }
}
