package org.stockbook.documents.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Criterion.Operator;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.Views;

/** What buyers and sellers find on the start page: what waits for them, and the orders to deliver next (spec: ui, section 2.3). */
@Configuration(proxyBeanMethods = false)
class DocumentStartPages {
    private static final int SHOWN = 8;

    private final DocumentRows rows;
    private final Views views;

    DocumentStartPages(DocumentRows rows, Views views) {
        this.rows = rows;
        this.views = views;
    }

    @Bean
    StartCounter receivedNotInvoicedCounter() {
        return counter(42, Permission.READ_PURCHASING, new Shown("received-not-invoiced", Tone.INFO, DocumentResource.PURCHASE_ORDERS, "notInvoiced=%3C%3E0", "notInvoiced"),
                new Criterion.Comparison("notInvoiced", Operator.NOT_EQUAL, BigDecimal.ZERO));
    }

    @Bean
    StartCounter shippedNotInvoicedCounter() {
        return counter(44, Permission.READ_SALES, new Shown("shipped-not-invoiced", Tone.INFO, DocumentResource.SALES_ORDERS, "notInvoiced=%3C%3E0", "notInvoiced"),
                new Criterion.Comparison("notInvoiced", Operator.NOT_EQUAL, BigDecimal.ZERO));
    }

    @Bean
    StartCounter ordersToReleaseCounter() {
        return counter(46, Permission.CHANGE_SALES, new Shown("orders-to-release", Tone.WARNING, DocumentResource.SALES_ORDERS, "status=open", "amount"), Criterion.equal("status", "open"));
    }

    private StartCounter counter(int order, Permission permission, Shown shown, Criterion criterion) {
        return new StartCounter(order, shown.name(), permission, () -> {
            var found = rows.open(shown.resource().side() + "_" + shown.resource().kind()).read(RowRequest.of(criterion).page(0, 1).totalling(Set.of(shown.sum())));
            var sum = Amount.rounded(found.totals().getOrDefault(shown.sum(), BigDecimal.ZERO));
            var link = "/" + DocumentPages.path(shown.resource()) + "?" + shown.query();
            return new StartCounter.Count(found.count(), shown.tone(), link, sum.isZero() ? "" : "counter.amount", Map.of("amount", sum));
        });
    }

    /** How a counter looks, where it leads, and the column of that list which it sums up. */
    private record Shown(String name, Tone tone, DocumentResource resource, String query, String sum) {}

    /** Sales orders by the day on which they are wanted; what is late stands first. */
    @Bean
    StartPanel nextDeliveriesPanel() {
        return new StartPanel(18, Permission.READ_SALES, () -> {
            var wanted = new Criterion.Comparison("handledPercent", Operator.LESS, BigDecimal.valueOf(100));
            var next = rows.open("SALES_ORDER").read(RowRequest.of(wanted).orderedBy(List.of(Sort.ascending("requestedDate"), Sort.ascending("number"))).page(0, SHOWN));
            var today = views.current().workDate();
            var late = next.rows().stream().filter(row -> row.value("requestedDate").filter(date -> date instanceof LocalDate day && day.isBefore(today)).isPresent()).count();
            var title = late == 0 ? Message.of(Tone.NEUTRAL, "start.next-deliveries") : new Message(Tone.WARNING, "start.late-deliveries", Map.of("count", late), "");
            var foreign = next.rows().stream().anyMatch(row -> !row.text("currencyCode").isEmpty());
            var columns = Stream.of(PageColumn.code("number").linked(row -> "/sales-orders/" + DocumentPages.encoded(row.text("number"))),
                    PageColumn.text("partnerName").with(Trait.FILLING), PageColumn.of("requestedDate", Kind.DATE), PageColumn.code("currencyCode").with(Trait.MUTED), PageColumn.of("amount", Kind.AMOUNT))
                    .filter(column -> foreign || !column.name().equals("currencyCode")).toList();
            return new StartPanel.Content(title, List.of(),
                    List.of(new Report.Table("next-deliveries", Optional.empty(), columns, next.rows().stream().map(Report.Line::of).toList())), List.of());
        }, new CardPage.Related("sales-orders", "/sales-orders"));
    }
}
