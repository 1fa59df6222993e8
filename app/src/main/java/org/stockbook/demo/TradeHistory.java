package org.stockbook.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.platform.exchange.CsvFile;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.exchange.ImportRecords;
import org.stockbook.platform.exchange.MappedRows.MappedRow;
import org.stockbook.platform.exchange.Mapping;
import org.stockbook.platform.exchange.RowMapper;

/** What a company bought and sold, as files say it; the mapping names their columns. */
final class TradeHistory {
    /** Collections of a mapping that begin so belong here. */
    static final String PREFIX = "history.";

    private final Map<String, List<MappedRow>> rows = new HashMap<>();

    private TradeHistory() {}

    /** @throws FileRefused if a file cannot be read, or a value in it */
    static TradeHistory read(Path folder, Mapping mapping) {
        var history = new TradeHistory();
        mapping.files().stream().filter(file -> file.collection().startsWith(PREFIX)).forEach(file -> {
            var path = ImportRecords.pathOf(folder, file);
            var read = RowMapper.map(CsvFile.read(path, file.format()), file, mapping.tables());
            read.issues().stream().findFirst().ifPresent(issue -> {
                throw new FileRefused(path.toString(), "bad-rows",
                        Map.of("count", read.issues().size(), "line", issue.line(), "column", issue.column(), "value", issue.value(), "code", issue.code()));
            });
            history.rows.computeIfAbsent(file.collection().substring(PREFIX.length()), _ -> new ArrayList<>()).addAll(read.rows());
        });
        return history;
    }

    private List<MappedRow> of(String name) {
        return rows.getOrDefault(name, List.of());
    }

    static BigDecimal figure(MappedRow row, String field) {
        return row.text(field).isEmpty() ? BigDecimal.ZERO : new BigDecimal(row.text(field));
    }

    /** Quantity per item, all places added up, in the order of the file. */
    Map<String, BigDecimal> openingStock() {
        var stock = new LinkedHashMap<String, BigDecimal>();
        of("openingStock").forEach(row -> stock.merge(row.text("itemNumber"), figure(row, "quantity"), BigDecimal::add));
        return stock;
    }

    /** The price of the first vendor of each item. */
    Map<String, BigDecimal> vendorPrices() {
        var prices = new HashMap<String, BigDecimal>();
        of("vendorPrices").forEach(row -> prices.putIfAbsent(row.text("itemNumber"), figure(row, "price")));
        return prices;
    }

    /** Purchase orders with their lines. */
    List<Order> purchaseOrders() {
        var lines = new HashMap<String, List<OrderLine>>();
        of("purchases").forEach(row -> lines.computeIfAbsent(row.text("documentNumber"), _ -> new ArrayList<>()).add(new OrderLine(
                row.text("itemNumber"), figure(row, "ordered"), figure(row, "received"), figure(row, "rejected"), figure(row, "unitPrice"), "")));
        return of("purchaseOrders").stream().map(row -> new Order(
                row.text("documentNumber"), LocalDate.parse(row.text("date")), row.text("partnerNumber"), row.text("status"),
                figure(row, "freight"), figure(row, "tax"), lines.getOrDefault(row.text("documentNumber"), List.of()))).toList();
    }

    /** Sales orders with their lines, in the order of the file; one that two partners share is an order of each. */
    List<Order> salesOrders() {
        var lines = new LinkedHashMap<String, Map<String, List<MappedRow>>>();
        of("sales").forEach(row -> lines.computeIfAbsent(row.text("documentNumber"), _ -> new LinkedHashMap<>())
                .computeIfAbsent(row.text("partnerNumber"), _ -> new ArrayList<>()).add(row));
        var orders = new ArrayList<Order>();
        lines.forEach((number, shares) -> {
            var share = 0;
            for (var rows : shares.values()) {
                orders.add(salesOrder(number + (share == 0 ? "" : "-" + share), rows));
                share++;
            }
        });
        return orders;
    }

    private static Order salesOrder(String number, List<MappedRow> rows) {
        var first = rows.getFirst();
        return new Order(
                number, LocalDate.parse(first.text("date")), first.text("partnerNumber"), "complete", BigDecimal.ZERO, BigDecimal.ZERO,
                rows.stream().map(row -> new OrderLine(row.text("itemNumber"), figure(row, "quantity"), figure(row, "quantity"), BigDecimal.ZERO,
                        figure(row, "unitPrice"), row.text("territory"))).toList());
    }

    /** An order; freight and tax in local currency. */
    record Order(String number, LocalDate date, String partner, String status, BigDecimal freight, BigDecimal tax, List<OrderLine> lines) {
        Order {
            lines = List.copyOf(lines);
        }
    }

    /** A line of an order. */
    record OrderLine(String item, BigDecimal ordered, BigDecimal handled, BigDecimal rejected, BigDecimal unitPrice, String territory) {}

    /** What was received and kept, on the day it was shipped. */
    List<Event> purchases() {
        var dates = new HashMap<String, LocalDate>();
        of("purchaseOrders").forEach(row -> dates.put(row.text("documentNumber"), LocalDate.parse(row.text("date"))));
        return of("purchases").stream().map(row -> new Event(
                        Optional.ofNullable(dates.get(row.text("documentNumber")))
                                .orElseThrow(() -> new FileRefused(PREFIX + "purchases", "order-missing", Map.of("order", row.text("documentNumber")))),
                        Kind.PURCHASE, row.text("documentNumber"), row.text("itemNumber"), "", figure(row, "received").subtract(figure(row, "rejected")), figure(row, "unitPrice")))
                .filter(event -> event.quantity().signum() > 0)
                .toList();
    }

    List<Event> sales() {
        return of("sales").stream().map(row -> new Event(LocalDate.parse(row.text("date")), Kind.SALE, row.text("documentNumber"), row.text("itemNumber"),
                row.text("territory"), figure(row, "quantity"), figure(row, "unitPrice"))).toList();
    }

    /** Returns have no document of their own, so their row in the file is their number. */
    List<Event> returns() {
        return of("returns").stream().map(row -> new Event(LocalDate.parse(row.text("date")), Kind.RETURN, "RET-%05d".formatted(row.line()), row.text("itemNumber"),
                row.text("territory"), figure(row, "quantity"), BigDecimal.ZERO)).toList();
    }

    /** In the order in which they count on one day. */
    enum Kind {
        PURCHASE,
        SALE,
        RETURN
    }

    /** Something that happened; the quantity is above zero. */
    record Event(LocalDate date, Kind kind, String document, String item, String territory, BigDecimal quantity, BigDecimal unitPrice) {}
}
