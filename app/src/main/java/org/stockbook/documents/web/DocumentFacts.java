package org.stockbook.documents.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.editing.DocumentVersions;
import org.stockbook.documents.figures.PlannedMovements;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.CardPage;
import org.stockbook.web.CardPage.Fact;
import org.stockbook.web.CardPage.SideFacts;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;

/** What documents know beside an item, a vendor and a customer (spec: ui, section 2.1, side panel; items, section 14). */
@Configuration(proxyBeanMethods = false)
class DocumentFacts {
    private static final int SHOWN = 4;

    @Bean
    SideFacts itemsOnOrder(PlannedMovements planned) {
        return new SideFacts("items", 20, Permission.READ_INVENTORY, number -> {
            var sums = planned.sums().read(RowRequest.of(Criterion.equal("itemNumber", number))).rows();
            var availability = "/item-availability?itemNumber=" + DocumentPages.encoded(number);
            var facts = sums.stream().map(row -> Fact.of(new Message(Tone.NEUTRAL, "facts.planned." + row.text("documentKind"), Map.of("documents", row.figure("documents")), ""),
                    row.figure("quantity"), availability)).toList();
            return facts.isEmpty() ? List.of() : List.of(CardPage.facts(new Message(Tone.NEUTRAL, "facts.on-orders", Map.of(), availability), Kind.QUANTITY, facts));
        });
    }

    /** Pages that are open learn here what others have changed. */
    @Bean
    DocumentPage.Versions documentVersions(DocumentVersions versions) {
        return (collection, numbers) -> {
            var kind = DocumentResource.of(collection).map(resource -> resource.side() + "_" + resource.kind()).orElse("TRANSFER_ORDER");
            return versions.now(kind, numbers).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, found -> new DocumentPage.Version(found.getValue().number(), found.getValue().changedBy())));
        };
    }

    @Bean
    SideFacts vendorsAccount(FindRecord find, DocumentRows rows) {
        return partner(new Partner("vendors", "vendorNumber", "vendor-ledger-entries", "purchase-orders", "PURCHASE_ORDER", "received"), Permission.READ_PURCHASING, find, rows);
    }

    @Bean
    SideFacts customersAccount(FindRecord find, DocumentRows rows) {
        return partner(new Partner("customers", "customerNumber", "customer-ledger-entries", "sales-orders", "SALES_ORDER", "shipped"), Permission.READ_SALES, find, rows);
    }

    /**
     * One side of trade.
     *
     * @param key what its ledger entries call the partner
     * @param kind its orders as stored
     * @param handled what its orders do before they are invoiced
     */
    private record Partner(String path, String key, String entries, String orders, String kind, String handled) {}

    private static SideFacts partner(Partner side, Permission permission, FindRecord find, DocumentRows rows) {
        return new SideFacts(side.path(), 10, permission, number -> find.find(side.path(), Map.of("number", number)).map(partner -> account(side, partner, rows)).orElse(List.of()));
    }

    private static List<Report.Table> account(Partner side, Row partner, DocumentRows rows) {
        var number = DocumentPages.encoded(partner.text("number"));
        var entries = "/" + side.entries() + "?" + side.key() + "=" + number + "&open=true";
        var orders = "/" + side.orders() + "?partnerNumber=" + number;
        var open = rows.open(side.kind()).read(RowRequest.of(Criterion.equal("partnerNumber", partner.text("number"))).orderedBy(List.of(Sort.ascending("requestedDate"))).page(0, SHOWN)
                .totalling(Set.of("amount", "notInvoiced")));
        var account = CardPage.facts(Message.of(Tone.NEUTRAL, "facts.account"), Kind.AMOUNT, List.of(
                Fact.of(Message.of(Tone.NEUTRAL, "facts.balance"), partner.figure("balance"), entries),
                Fact.of(Message.of(Tone.NEUTRAL, "facts.overdue"), partner.figure("overdueAmount"), entries),
                Fact.of(Message.of(Tone.NEUTRAL, "facts." + side.handled() + "-not-invoiced"), open.totals().getOrDefault("notInvoiced", BigDecimal.ZERO), orders + "&notInvoiced=%3C%3E0")));
        var lines = new ArrayList<Fact>(open.rows().stream().map(order -> Fact.of(named(order), order.figure("amount"), "/" + side.orders() + "/" + DocumentPages.encoded(order.text("number")))).toList());
        if (lines.isEmpty()) {
            return List.of(account);
        }
        lines.add(Fact.sum(new Message(Tone.NEUTRAL, "facts.all-orders", Map.of("count", open.count()), ""), open.totals().getOrDefault("amount", BigDecimal.ZERO), orders));
        return List.of(account, CardPage.facts(new Message(Tone.NEUTRAL, "facts.open-orders", Map.of(), orders), Kind.AMOUNT, lines));
    }

    /** An order that is not in local currency says so: the sum below it is. */
    private static String named(Row order) {
        return order.text("currencyCode").isEmpty() ? order.text("number") : order.text("number") + ", " + order.text("currencyCode");
    }
}
