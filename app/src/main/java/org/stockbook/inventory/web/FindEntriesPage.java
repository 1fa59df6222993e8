package org.stockbook.inventory.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.finance.FinanceRows;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** Every entry of a document: one line per ledger with the number of entries, each opening them (spec: ui, section 5). */
@Configuration(proxyBeanMethods = false)
class FindEntriesPage {

    @Bean
    @Order(32)
    ReportPage findEntries(InventoryRows inventory, FinanceRows finance) {
        return new ReportPage("find-entries", Area.FINANCE, Permission.READ_INVENTORY,
                List.of(ReportParameter.code("documentNumber", ""), ReportParameter.optionalDate("postingDate")), request -> {
            if (request.text("documentNumber").isEmpty()) {
                return Report.of(List.of());
            }
            var columns = List.of(PageColumn.of("ledger", Kind.CHOICE).with(Trait.FILLING).linked(row -> row.text("link")),
                    PageColumn.of("entries", Kind.COUNT).linked(row -> row.text("link")));
            var lines = Stream.of(
                            found(request, "itemLedgerEntries", "item-ledger-entries", inventory.itemLedgerEntries()),
                            found(request, "valueEntries", "value-entries", inventory.valueEntries()),
                            found(request, "generalLedgerEntries", "general-ledger-entries", finance.generalLedgerEntries()))
                    .flatMap(Optional::stream).toList();
            return Report.of(List.of(new Report.Table("found", Optional.empty(), columns, lines)));
        });
    }

    private static Optional<Report.Line> found(ReportRequest request, String ledger, String path, RowSource rows) {
        var criterion = Criterion.equal("documentNumber", request.text("documentNumber"));
        var dated = request.date("postingDate").map(date -> Criterion.all(criterion, Criterion.equal("postingDate", date))).orElse(criterion);
        var count = rows.read(RowRequest.of(dated).page(0, 1)).count();
        var link = "/" + path + "?documentNumber=" + Links.encoded(request.text("documentNumber"))
                + request.date("postingDate").map(date -> "&postingDate=" + date).orElse("");
        return count == 0 ? Optional.empty() : Optional.of(Report.Line.of(new Row(Map.of("ledger", ledger, "entries", count, "link", link))));
    }
}
