package org.stockbook.documents.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TotalFilters;

/** What of an item is and will be there: its stock with what open documents bring and take, seen in several ways (spec: availability, sections 2 and 3). */
@Service
public class ItemAvailability {
    private static final String ITEM = "itemNumber";
    private static final String LOCATION = "locationCode";
    private static final String VARIANT = "variantCode";
    private static final String DATE = "plannedDate";
    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unitOfMeasureCode";
    /** Quantities are exact to so many decimals (spec: ledger, section 8). */
    private static final int SCALE = 5;

    private final InventoryRows stock;
    private final PlannedMovements planned;
    private final RecordTypes types;

    ItemAvailability(InventoryRows stock, PlannedMovements planned, RecordTypes types) {
        this.stock = stock;
        this.planned = planned;
        this.types = types;
    }

    /** How it is seen. */
    public enum By {
        PERIOD,
        EVENT,
        LOCATION,
        VARIANT,
        UNIT
    }

    /** How long a period is. */
    public enum Span {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate last(LocalDate first) {
            return switch (this) {
                case DAY -> first;
                case WEEK -> first.plusWeeks(1).minusDays(1);
                case MONTH -> first.plusMonths(1).minusDays(1);
                case QUARTER -> first.plusMonths(3).minusDays(1);
                case YEAR -> first.plusYears(1).minusDays(1);
            };
        }
    }

    /**
     * What is asked.
     *
     * @param span how long periods are, where it is seen by period
     * @param filters which places, variants and planned days count; what is planned before the first of the days counts as there
     */
    public record Request(String item, By by, Span span, TotalFilters filters) {}

    /** Whether there is such an item. */
    @Transactional(readOnly = true)
    public boolean knows(String item) {
        return card(item).isPresent();
    }

    /** Rows in their order; quantities in base units except by unit, issues below zero. Two queries, whatever the number of documents. */
    @Transactional(readOnly = true)
    public List<Row> rows(Request request) {
        var counts = request.filters();
        Predicate<Row> here = row -> (counts.locations().isEmpty() || counts.locations().contains(row.text(LOCATION)))
                && (counts.variants().isEmpty() || counts.variants().contains(row.text(VARIANT)));
        var balances = all(stock.stock(), request.item(), List.of()).stream().filter(here).toList();
        var movements = all(planned.lines(), request.item(), List.of(Sort.ascending(DATE))).stream().filter(here)
                .filter(row -> counts.to().isEmpty() || row.date(DATE).filter(day -> day.isAfter(counts.to().get())).isEmpty()).toList();
        return switch (request.by()) {
            case LOCATION -> by(LOCATION, balances, movements);
            case VARIANT -> by(VARIANT, balances, movements);
            case EVENT -> events(balances, movements, request);
            case PERIOD -> periods(balances, movements, request);
            case UNIT -> units(balances, movements, request.item());
        };
    }

    private static List<Row> all(RowSource source, String item, List<Sort> order) {
        var rows = new ArrayList<Row>();
        source.stream(RowRequest.of(Criterion.equal(ITEM, item)).orderedBy(order), rows::add);
        return rows;
    }

    /** What is there and what comes and goes. */
    private record Level(BigDecimal inventory, BigDecimal receipts, BigDecimal issues) {
        static final Level NOTHING = new Level(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        static Level there(Row row) {
            return new Level(row.figure(QUANTITY), BigDecimal.ZERO, BigDecimal.ZERO);
        }

        static Level planned(Row row) {
            return new Level(BigDecimal.ZERO, row.figure(QUANTITY).max(BigDecimal.ZERO), row.figure(QUANTITY).min(BigDecimal.ZERO));
        }

        Level plus(Level other) {
            return new Level(inventory.add(other.inventory), receipts.add(other.receipts), issues.add(other.issues));
        }

        BigDecimal projected() {
            return inventory.add(receipts).add(issues);
        }

        Level in(BigDecimal quantityPerUnit) {
            Function<BigDecimal, BigDecimal> units = quantity -> quantity.divide(quantityPerUnit, SCALE, RoundingMode.HALF_UP);
            return new Level(units.apply(inventory), units.apply(receipts), units.apply(issues));
        }

        Row row(Map<String, ?> of) {
            var values = new LinkedHashMap<String, Object>(of);
            values.put("inventory", inventory);
            values.put("plannedReceipts", receipts);
            values.put("plannedIssues", issues);
            values.put("projectedInventory", projected());
            return new Row(values);
        }
    }

    private static Level sum(List<Row> balances, List<Row> movements) {
        var there = balances.stream().map(Level::there).reduce(Level.NOTHING, Level::plus);
        return movements.stream().map(Level::planned).reduce(there, Level::plus);
    }

    private static List<Row> by(String column, List<Row> balances, List<Row> movements) {
        var levels = new TreeMap<String, Level>();
        balances.forEach(row -> levels.merge(row.text(column), Level.there(row), Level::plus));
        movements.forEach(row -> levels.merge(row.text(column), Level.planned(row), Level::plus));
        return levels.entrySet().stream().map(level -> level.getValue().row(Map.of(column, level.getKey()))).toList();
    }

    private static List<Row> events(List<Row> balances, List<Row> movements, Request request) {
        var projected = sum(balances, before(movements, request)).projected();
        var rows = new ArrayList<Row>();
        for (var movement : within(movements, request)) {
            projected = projected.add(movement.figure(QUANTITY));
            var values = new LinkedHashMap<String, Object>(movement.values());
            values.remove(ITEM);
            values.put("projectedInventory", projected);
            rows.add(new Row(values));
        }
        return rows;
    }

    /** From the first period in which something is planned to the last; periods without any are shown too, unless nothing is planned at all. */
    private static List<Row> periods(List<Row> balances, List<Row> movements, Request request) {
        var planned = new TreeMap<LocalDate, Level>();
        within(movements, request).forEach(row -> row.date(DATE).ifPresent(day -> planned.merge(request.span().first(day), Level.planned(row), Level::plus)));
        var rows = new ArrayList<Row>();
        var projected = sum(balances, before(movements, request)).projected();
        if (planned.isEmpty()) {
            return rows;
        }
        for (var first = planned.firstKey(); !first.isAfter(planned.lastKey()); first = request.span().last(first).plusDays(1)) {
            var level = new Level(projected, BigDecimal.ZERO, BigDecimal.ZERO).plus(planned.getOrDefault(first, Level.NOTHING));
            rows.add(level.row(Map.of("periodFrom", first, "periodTo", request.span().last(first))));
            projected = level.projected();
        }
        return rows;
    }

    private static List<Row> before(List<Row> movements, Request request) {
        return movements.stream().filter(row -> isBefore(row, request)).toList();
    }

    private static List<Row> within(List<Row> movements, Request request) {
        return movements.stream().filter(row -> !isBefore(row, request)).toList();
    }

    private static boolean isBefore(Row row, Request request) {
        return request.filters().from().flatMap(from -> row.date(DATE).filter(day -> day.isBefore(from))).isPresent();
    }

    private List<Row> units(List<Row> balances, List<Row> movements, String item) {
        var sum = sum(balances, movements);
        var units = new TreeMap<String, BigDecimal>();
        all(types.rows(types.of("itemUnitsOfMeasure")), item, List.of()).forEach(row -> units.put(row.text("code"), row.figure("quantityPerUnit")));
        card(item).map(row -> row.text("baseUnitOfMeasureCode")).filter(code -> !code.isEmpty()).ifPresent(base -> units.putIfAbsent(base, BigDecimal.ONE));
        return units.entrySet().stream().filter(unit -> unit.getValue().signum() > 0)
                .map(unit -> sum.in(unit.getValue()).row(Map.of(UNIT, unit.getKey(), "quantityPerUnit", unit.getValue()))).toList();
    }

    private Optional<Row> card(String item) {
        return types.rows(types.of("items")).read(RowRequest.of(Criterion.equal("number", item)).page(0, 1)).rows().stream().findFirst();
    }
}
