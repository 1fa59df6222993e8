package org.stockbook.documents.web.availability;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.documents.figures.PlannedMovements;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** Stock and what documents will bring and take, by place and by date (spec: availability, sections 2 and 3; items, section 14). */
@Configuration(proxyBeanMethods = false)
class ItemAvailabilityPages {
    private static final int MOST = 500;

    @Bean
    @Order(13)
    ReportPage itemAvailabilityPage(InventoryRows stock, PlannedMovements planned) {
        return new ReportPage("item-availability", Area.STOCK, Permission.READ_INVENTORY,
                List.of(ReportParameter.code("itemNumber", "items"), ReportParameter.code("locationCode", "locations")), request -> request.text("itemNumber").isEmpty()
                        ? new Report(Optional.of(Message.of(Tone.NEUTRAL, "availability.choose")), Optional.empty(), List.of(), List.of(), List.of())
                        : report(request, stock, planned));
    }

    @Bean
    @Order(14)
    ListPage plannedMovementsPage(PlannedMovements planned) {
        return new ListPage("planned-movements", Area.STOCK, Permission.READ_INVENTORY, "plannedMovements", planned.lines(), List.of(
                PageColumn.of("plannedDate", Kind.DATE),
                PageColumn.of("documentKind", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(ItemAvailabilityPages::document),
                PageColumn.text("partnerName").with(Trait.FILLING),
                PageColumn.code("itemNumber").linked(row -> "/items/" + encoded(row.text("itemNumber"))),
                PageColumn.code("variantCode"),
                PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE)),
                List.of(Sort.ascending("plannedDate")), List.of());
    }

    private static Report report(ReportRequest request, InventoryRows stock, PlannedMovements planned) {
        var here = Criterion.equal("itemNumber", request.text("itemNumber"));
        var criterion = request.text("locationCode").isEmpty() ? here : Criterion.all(here, Criterion.equal("locationCode", request.text("locationCode")));
        var balances = stock.stock().read(RowRequest.of(criterion).page(0, MOST)).rows();
        var movements = planned.lines().read(RowRequest.of(criterion).page(0, MOST)).rows();
        var onHand = sum(balances, "quantity");
        var events = events(onHand, movements);
        var receipts = movements.stream().map(row -> row.figure("quantity")).filter(quantity -> quantity.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
        var issues = movements.stream().map(row -> row.figure("quantity")).filter(quantity -> quantity.signum() < 0).reduce(BigDecimal.ZERO, BigDecimal::add);
        var item = encoded(request.text("itemNumber"));
        var figures = List.of(
                new Report.Figure("on-hand", Map.of(), onHand, Kind.QUANTITY, "/item-ledger-entries?itemNumber=" + item),
                new Report.Figure("planned-receipts", Map.of(), receipts, Kind.QUANTITY, "/planned-movements?itemNumber=" + item + "&quantity=%3E0"),
                new Report.Figure("planned-issues", Map.of(), issues, Kind.QUANTITY, "/planned-movements?itemNumber=" + item + "&quantity=%3C0"),
                new Report.Figure("projected", Map.of(), onHand.add(receipts).add(issues), Kind.QUANTITY, ""));
        var report = new Report(Optional.of(finding(events)), Optional.empty(), figures, List.of(byPlace(balances, movements), byDate(events)), List.of());
        return events.isEmpty() ? report : report.showing(steps(request.workDate(), onHand, events, BigDecimal.ZERO));
    }

    /** How the stock of an item goes on, on its card. */
    @Bean
    CardPage.Drawn itemsAvailability(InventoryRows stock, PlannedMovements planned, FindRecord find) {
        return new CardPage.Drawn("items", Permission.READ_INVENTORY, (number, workDate) -> {
            var here = RowRequest.of(Criterion.equal("itemNumber", number)).page(0, MOST);
            var movements = planned.lines().read(here).rows();
            if (movements.isEmpty()) {
                return Optional.empty();
            }
            var onHand = sum(stock.stock().read(here).rows(), "quantity");
            var limit = find.find("items", Map.of("number", number)).map(item -> item.figure("reorderPoint")).orElse(BigDecimal.ZERO);
            return Optional.of(steps(workDate, onHand, events(onHand, movements), limit));
        }, number -> new CardPage.Related("item-availability", "/item-availability?itemNumber=" + encoded(number)));
    }

    /** What is on hand and not promised to anybody yet. */
    @Bean
    CardPage.KeyFigures itemsAvailable(InventoryRows stock, PlannedMovements planned) {
        return new CardPage.KeyFigures("items", Permission.READ_INVENTORY, number -> {
            var here = RowRequest.of(Criterion.equal("itemNumber", number)).page(0, MOST);
            var promised = planned.lines().read(here).rows().stream().map(row -> row.figure("quantity")).filter(quantity -> quantity.signum() < 0).reduce(BigDecimal.ZERO, BigDecimal::add);
            return List.of(new Report.Figure("available", Map.of(), sum(stock.stock().read(here).rows(), "quantity").add(promised), Kind.QUANTITY,
                    "/item-availability?itemNumber=" + encoded(number)));
        });
    }

    private static Report.Steps steps(LocalDate workDate, BigDecimal onHand, List<Row> events, BigDecimal limit) {
        return new Report.Steps(finding(events), workDate, onHand, events.stream()
                .map(event -> new Report.Steps.Step((LocalDate) event.value("plannedDate").orElse(workDate), event.figure("quantity"), event.text("documentNumber"), document(event)))
                .toList(), limit);
    }

    /** When the first movement leaves less than nothing, and how much is missing at worst. */
    private static Message finding(List<Row> events) {
        var worst = events.stream().map(row -> row.figure("projected")).reduce(BigDecimal.ZERO, BigDecimal::min);
        return events.stream().filter(row -> row.figure("projected").signum() < 0).findFirst()
                .map(first -> new Message(Tone.WARNING, "availability.short", Map.of("quantity", worst.negate(), "date", first.value("plannedDate").orElse("")), ""))
                .orElse(Message.of(Tone.SUCCESS, "availability.enough"));
    }

    private static List<Row> events(BigDecimal onHand, List<Row> movements) {
        var events = new ArrayList<Row>();
        var projected = onHand;
        for (var movement : movements) {
            projected = projected.add(movement.figure("quantity"));
            var values = new LinkedHashMap<String, Object>(movement.values());
            values.put("projected", projected);
            events.add(new Row(values));
        }
        return events;
    }

    private static Report.Table byDate(List<Row> events) {
        return new Report.Table("events", Optional.of(Message.of(Tone.NEUTRAL, "availability.by-date")), List.of(
                PageColumn.of("plannedDate", Kind.DATE),
                PageColumn.of("documentKind", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(ItemAvailabilityPages::document),
                PageColumn.text("partnerName").with(Trait.FILLING),
                PageColumn.code("variantCode"),
                PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY),
                PageColumn.of("projected", Kind.QUANTITY).with(Trait.BALANCE)), events.stream().map(Report.Line::of).toList());
    }

    private static Report.Table byPlace(List<Row> balances, List<Row> movements) {
        var places = new TreeMap<String, Place>();
        balances.forEach(row -> places.merge(place(row), new Place(row.figure("quantity"), BigDecimal.ZERO, BigDecimal.ZERO), Place::plus));
        movements.forEach(row -> places.merge(place(row), new Place(BigDecimal.ZERO, row.figure("quantity").max(BigDecimal.ZERO), row.figure("quantity").min(BigDecimal.ZERO)), Place::plus));
        return new Report.Table("places", Optional.of(Message.of(Tone.NEUTRAL, "availability.by-place")), List.of(
                PageColumn.text("place").with(Trait.FILLING),
                PageColumn.of("onHand", Kind.QUANTITY).with(Trait.BALANCE),
                PageColumn.of("plannedReceipts", Kind.QUANTITY),
                PageColumn.of("plannedIssues", Kind.QUANTITY),
                PageColumn.of("projected", Kind.QUANTITY).with(Trait.BALANCE)), places.entrySet().stream().map(one -> Report.Line.of(one.getValue().row(one.getKey()))).toList());
    }

    private static String place(Row row) {
        return (row.text("locationCode") + " " + row.text("variantCode")).strip();
    }

    private record Place(BigDecimal onHand, BigDecimal receipts, BigDecimal issues) {
        Place plus(Place other) {
            return new Place(onHand.add(other.onHand), receipts.add(other.receipts), issues.add(other.issues));
        }

        Row row(String name) {
            Object shown = name.isEmpty() ? Message.of(Tone.NEUTRAL, "grid.facts.no-location") : name;
            return new Row(Map.of("place", shown, "onHand", onHand, "plannedReceipts", receipts, "plannedIssues", issues, "projected", onHand.add(receipts).add(issues)));
        }
    }

    private static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream().map(row -> row.figure(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The kind in words is the path of its page: purchaseOrder becomes purchase-orders. */
    private static String document(Row row) {
        return "/" + row.text("documentKind").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "s/" + encoded(row.text("documentNumber"));
    }
}
