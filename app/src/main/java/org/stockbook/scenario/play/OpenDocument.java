package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.scenario.company.OpenLineRow;
import org.stockbook.scenario.operation.DocumentLine;
import org.stockbook.scenario.operation.TrackedQuantity;

/** A document that is not wholly posted, with the lines as the scenario wrote them. */
final class OpenDocument {
    private final Map<Integer, DocumentLine> written = new TreeMap<>();
    private final List<ChargeAssignment> charges = new ArrayList<>();
    private String location;
    private Map<String, String> dimensions;
    private Document document;

    OpenDocument(Document document, String location, Map<String, String> dimensions) {
        this.document = document;
        this.location = location;
        this.dimensions = dimensions;
    }

    Document document() {
        return document;
    }

    void become(Document newDocument) {
        document = newDocument;
    }

    String location() {
        return location;
    }

    Map<String, String> dimensions() {
        return dimensions;
    }

    List<ChargeAssignment> charges() {
        return charges;
    }

    void assign(LineNo charge, List<ChargeAssignment> rows) {
        charges.removeIf(row -> row.charge().equals(charge));
        charges.addAll(rows);
    }

    void becomeCharges(List<ChargeAssignment> rows) {
        charges.clear();
        charges.addAll(rows);
    }

    /** The serial and lot numbers of a line, all of them. */
    List<TrackedQuantity> numbers(LineNo line) {
        return Optional.ofNullable(written.get(line.value())).map(DocumentLine::tracking).orElse(List.of());
    }

    /** A line as it stands. */
    Optional<OpenLineRow> row(int no) {
        return document.lines().stream().filter(line -> line.no().value() == no).findFirst().map(line -> {
            var isPurchase = document.header().side() == TradeSide.PURCHASE;
            var isReturn = document.header().kind().isReturn();
            var handled = line.progress().handled().value();
            var price = line.price().unit().value();
            return new OpenLineRow(
                    document.header().kind().name().toLowerCase(Locale.ROOT),
                    document.header().no().code(),
                    no,
                    line.quantity().value(),
                    isPurchase && !isReturn ? handled : BigDecimal.ZERO,
                    !isPurchase && !isReturn ? handled : BigDecimal.ZERO,
                    !isPurchase && isReturn ? handled : BigDecimal.ZERO,
                    isPurchase && isReturn ? handled : BigDecimal.ZERO,
                    line.progress().invoiced().value(),
                    isPurchase ? price : BigDecimal.ZERO,
                    isPurchase ? BigDecimal.ZERO : price,
                    line.costs().unitCost().map(UnitCost::value).orElse(BigDecimal.ZERO));
        });
    }

    void moveTo(String newLocation) {
        location = newLocation;
    }

    void become(Map<String, String> newDimensions) {
        dimensions = newDimensions;
    }

    /** The lines as the scenario has written them so far. */
    List<DocumentLine> written() {
        return List.copyOf(written.values());
    }

    void repriceLines(UnaryOperator<DocumentLine> change) {
        written.replaceAll((_, line) -> change.apply(line));
    }

    void forgetCharges() {
        charges.clear();
    }

    void rename(ItemNo item, ItemNo newNo) {
        written.replaceAll((_, line) -> line.no().filter(item.code()::equals).isPresent() ? withNo(line, newNo.code()) : line);
        document = document.withLines(document.lines().stream()
                .map(line -> line.subject() instanceof LineSubject.OfItem of && of.item().equals(item)
                        ? TradeLines.withSubject(line, new LineSubject.OfItem(newNo, of.variant()))
                        : line)
                .toList());
    }

    private static DocumentLine withNo(DocumentLine line, String no) {
        return changed(line, DocumentLine.nothing(line.line()).withNo(no));
    }

    static DocumentLine withPrice(DocumentLine line, BigDecimal price) {
        return changed(line, DocumentLine.nothing(line.line()).withPrice(price));
    }

    /** Prices and discounts are to be derived again. */
    static DocumentLine withoutPrices(DocumentLine line) {
        return changed(line, DocumentLine.nothing(line.line()).clearing(List.of("unit_price", "line_discount_pct", "unit_cost_lcy")));
    }

    /** A line as it is after a change: what the change leaves empty stays. */
    DocumentLine write(DocumentLine change) {
        return written.merge(change.line(), change, OpenDocument::changed);
    }

    void remove(int line) {
        written.remove(line);
        document = document.withLines(document.lines().stream().filter(one -> one.no().value() != line).toList());
    }

    private static DocumentLine changed(DocumentLine line, DocumentLine change) {
        return new DocumentLine(
                line.line(),
                either(change.type(), cleared(change, "type") ? Optional.empty() : line.type()),
                either(change.no(), cleared(change, "no") ? Optional.empty() : line.no()),
                either(change.variant(), cleared(change, "variant") ? Optional.empty() : line.variant()),
                either(change.location(), cleared(change, "location") ? Optional.empty() : line.location()),
                either(change.uom(), cleared(change, "uom") ? Optional.empty() : line.uom()),
                either(change.quantity(), cleared(change, "quantity") ? Optional.empty() : line.quantity()),
                either(change.price(), cleared(change, "direct_unit_cost", "unit_price") ? Optional.empty() : line.price()),
                either(change.lineDiscountPct(), cleared(change, "line_discount_pct") ? Optional.empty() : line.lineDiscountPct()),
                either(change.indirectCostPct(), cleared(change, "indirect_cost_pct") ? Optional.empty() : line.indirectCostPct()),
                either(change.unitCostLcy(), cleared(change, "unit_cost_lcy") ? Optional.empty() : line.unitCostLcy()),
                either(change.applToItemEntry(), cleared(change, "appl_to_item_entry") ? Optional.empty() : line.applToItemEntry()),
                either(change.applFromItemEntry(), cleared(change, "appl_from_item_entry") ? Optional.empty() : line.applFromItemEntry()),
                either(change.source(), cleared(change, "receipt_no", "shipment_no") ? Optional.empty() : line.source()),
                either(change.sourceLine(), cleared(change, "receipt_line_no", "shipment_line_no") ? Optional.empty() : line.sourceLine()),
                either(change.description(), cleared(change, "description") ? Optional.empty() : line.description()),
                change.dimensions().isEmpty() ? line.dimensions() : change.dimensions(),
                change.tracking().isEmpty() && !cleared(change, "tracking") ? line.tracking() : change.tracking(),
                List.of());
    }

    private static boolean cleared(DocumentLine change, String... names) {
        return List.of(names).stream().anyMatch(change.cleared()::contains);
    }

    private static <T> Optional<T> either(Optional<T> one, Optional<T> other) {
        return one.or(() -> other);
    }
}
