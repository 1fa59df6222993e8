package org.stockbook.documents.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.kernel.availability.Peg;
import org.stockbook.kernel.availability.PlannedMovement;
import org.stockbook.kernel.availability.StockOutlook;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;

/** How the stock of items goes on, place by place, and who waits for whom; two queries for all items of a document (spec: availability, section 3). */
@Service
public class Outlooks {
    private static final String ITEM = "itemNumber";

    private final InventoryRows stock;
    private final PlannedMovements planned;

    Outlooks(InventoryRows stock, PlannedMovements planned) {
        this.stock = stock;
        this.planned = planned;
    }

    /** Where goods are. */
    public record Place(String item, String variant, String location) {
        static Place of(Row row) {
            return new Place(row.text(ITEM), row.text("variantCode"), row.text("locationCode"));
        }
    }

    /** A demand that waits for a supply, at a place; the kinds of both documents are words of the API. */
    public record Waiting(Place place, Peg peg, String demandKind, String supplyKind) {}

    /** Of all places where an item is or will be. */
    @Transactional(readOnly = true)
    public Map<Place, StockOutlook> of(Collection<String> items) {
        return of(items, rows(planned.lines(), new Criterion.OneOf(ITEM, List.copyOf(items))));
    }

    private Map<Place, StockOutlook> of(Collection<String> items, List<Row> movements) {
        var onHand = rows(stock.stock(), new Criterion.OneOf(ITEM, List.copyOf(items))).stream()
                .collect(Collectors.toMap(Place::of, row -> row.figure("quantity"), BigDecimal::add, LinkedHashMap::new));
        var moved = movements.stream().collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.mapping(Outlooks::movement, Collectors.toList())));
        moved.keySet().forEach(place -> onHand.putIfAbsent(place, BigDecimal.ZERO));
        var outlooks = new LinkedHashMap<Place, StockOutlook>();
        onHand.forEach((place, quantity) -> outlooks.put(place, new StockOutlook(Quantity.of(quantity), moved.getOrDefault(place, List.of()))));
        return outlooks;
    }

    /** Who waits for the goods of a document, and what its own lines wait for; three queries, whatever the number of lines. */
    @Transactional(readOnly = true)
    public List<Waiting> around(DocumentNo document) {
        var items = rows(planned.lines(), Criterion.equal("documentNumber", document.code())).stream().map(row -> row.text(ITEM)).distinct().toList();
        if (items.isEmpty()) {
            return List.of();
        }
        var movements = rows(planned.lines(), new Criterion.OneOf(ITEM, items));
        var kinds = movements.stream().collect(Collectors.toMap(row -> row.text("documentNumber"), row -> row.text("documentKind"), (first, _) -> first));
        Function<PlannedMovement, String> kind = movement -> kinds.getOrDefault(movement.document().code(), "");
        var found = new ArrayList<Waiting>();
        of(items, movements).forEach((place, outlook) -> outlook.pegs().stream()
                .filter(peg -> !peg.demand().document().equals(peg.supply().document()))
                .filter(peg -> peg.demand().document().equals(document) || peg.supply().document().equals(document))
                .forEach(peg -> found.add(new Waiting(place, peg, kind.apply(peg.demand()), kind.apply(peg.supply())))));
        return found;
    }

    /** The earliest ones, where there are more than anybody plans with. */
    private static List<Row> rows(RowSource source, Criterion criterion) {
        return source.read(RowRequest.of(criterion).page(0, RowRequest.COUNTED)).rows();
    }

    private static PlannedMovement movement(Row row) {
        return new PlannedMovement(row.date("plannedDate").orElse(LocalDate.MIN), new DocumentNo(row.text("documentNumber")), Quantity.rounded(row.figure("quantity")));
    }
}
