package org.stockbook.costs.store;

import static org.stockbook.platform.database.jooq.Tables.INVENTORY_DAILY;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_MONTHLY;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_REGISTER;
import static org.stockbook.platform.database.jooq.Tables.ITEM_VARIANT;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.VALUE_ENTRY;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.costs.Valuations;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.jooq.enums.EntryType;

/** Values stock from the sums by month and day; as known at an earlier moment from the value entries themselves. */
@Repository
class ValuationsInPostgres implements Valuations {
    private final DSLContext database;

    ValuationsInPostgres(DSLContext database) {
        this.database = database;
    }

    /** One query: quantities and amounts before, in and at the end of the period, summed per item before anything of the item is looked up. */
    @Override
    @Transactional(readOnly = true)
    public List<Line> value(Request request) {
        var moved = request.knownAt().map(this::entriesKnownAt).orElseGet(() -> sums(request.from()));
        var source = new Source(moved);
        var place = request.locations().isEmpty() ? DSL.noCondition() : source.location().in(DSL.select(LOCATION.ID).from(LOCATION).where(LOCATION.CODE.in(request.locations())));
        var kind = request.variants().isEmpty() ? DSL.noCondition()
                : source.variant().in(DSL.select(ITEM_VARIANT.ID).from(ITEM_VARIANT).where(ITEM_VARIANT.CODE.in(request.variants())));
        var item = DSL.field(DSL.name("moved_item"), Long.class);
        var group = DSL.field(DSL.name("moved_place"), Long.class);
        var figures = figures(source, request);
        var names = IntStream.range(0, figures.size()).mapToObj(at -> DSL.field(DSL.name("figure_" + at), BigDecimal.class)).toList();
        var places = request.grouping() == Grouping.LOCATION ? source.location() : DSL.inline(0L);
        var byItem = DSL.select(source.item().as(item), DSL.max(places).as(group))
                .select(IntStream.range(0, figures.size()).mapToObj(at -> figures.get(at).as(names.get(at))).toList())
                .from(moved).where(source.date().le(request.to())).and(place).and(kind)
                .groupBy(request.grouping() == Grouping.LOCATION ? List.of(source.item(), source.location()) : List.of(source.item())).asTable("by_item");
        var grouped = grouped(request.grouping(), group);
        return database.select(grouped.code(), grouped.name(), ITEM.NO, ITEM.DESCRIPTION).select(names)
                .from(byItem).join(ITEM).on(ITEM.ID.eq(item)).leftJoin(grouped.table()).on(grouped.condition())
                .orderBy(grouped.code(), ITEM.NO)
                .fetch(ValuationsInPostgres::line);
    }

    /** Before the period, what came and went within it, what is expected and what is in the general ledger at its end. */
    private static List<Field<BigDecimal>> figures(Source source, Request request) {
        var before = source.date().lt(request.from());
        var within = source.date().ge(request.from());
        var quantity = request.withExpected() ? source.quantity() : source.invoiced();
        var amount = request.withExpected() ? source.amount().plus(source.expected()) : source.amount();
        return List.of(
                sum(quantity, before), sum(amount, before),
                sum(quantity, within.and(source.isIncrease())), sum(amount, within.and(source.isIncrease())),
                sum(quantity, within.andNot(source.isIncrease())), sum(amount, within.andNot(source.isIncrease())),
                DSL.sum(source.expected()), DSL.sum(source.posted()));
    }

    /** Where the groups are. */
    private record Grouped(Table<?> table, Condition condition, Field<String> code, Field<String> name) {}

    private static Grouped grouped(Grouping grouping, Field<Long> place) {
        return switch (grouping) {
            case POSTING_GROUP -> new Grouped(INVENTORY_POSTING_GROUP, INVENTORY_POSTING_GROUP.ID.eq(ITEM.INVENTORY_POSTING_GROUP_ID),
                    INVENTORY_POSTING_GROUP.CODE, INVENTORY_POSTING_GROUP.DESCRIPTION);
            case CATEGORY -> new Grouped(ITEM_CATEGORY, ITEM_CATEGORY.ID.eq(ITEM.ITEM_CATEGORY_ID), ITEM_CATEGORY.CODE, ITEM_CATEGORY.DESCRIPTION);
            case LOCATION -> new Grouped(LOCATION, LOCATION.ID.eq(place), LOCATION.CODE, LOCATION.NAME);
        };
    }

    private static Field<BigDecimal> sum(Field<BigDecimal> figure, Condition condition) {
        return DSL.sum(DSL.when(condition, figure).otherwise(BigDecimal.ZERO));
    }

    private static Line line(Record row) {
        return new Line(text(row, 0), text(row, 1), new ItemNo(text(row, 2)), text(row, 3), movement(row, 4), movement(row, 6), movement(row, 8),
                figure(row, 10), figure(row, 11));
    }

    private static Movement movement(Record row, int at) {
        return new Movement(figure(row, at), figure(row, at + 1));
    }

    private static BigDecimal figure(Record row, int at) {
        return Optional.ofNullable(row.get(at, BigDecimal.class)).orElse(BigDecimal.ZERO);
    }

    private static String text(Record row, int at) {
        return Optional.ofNullable(row.get(at, String.class)).orElse("");
    }

    /** Whole months before the one in which the period begins, and the days from then on. */
    private Table<?> sums(LocalDate from) {
        var month = INVENTORY_MONTHLY;
        var day = INVENTORY_DAILY;
        var firstDay = from.withDayOfMonth(1);
        return DSL.select(month.ITEM_ID.as("item"), month.LOCATION_ID.as("place"), month.VARIANT_ID.as("kind"), month.FIRST_DAY.as("moved_on"),
                        DSL.inline(EntryType.PURCHASE).as("movement"), month.QUANTITY.as("moved"), month.INVOICED_QUANTITY.as("invoiced"), month.COST_AMOUNT_ACTUAL.as("cost"),
                        month.COST_AMOUNT_EXPECTED.as("cost_expected"), month.COST_POSTED_TO_GL.as("in_ledger"))
                .from(month).where(month.FIRST_DAY.lt(firstDay))
                .unionAll(DSL.select(day.ITEM_ID.as("item"), day.LOCATION_ID.as("place"), day.VARIANT_ID.as("kind"), day.POSTING_DATE.as("moved_on"), day.ITEM_LEDGER_ENTRY_TYPE.as("movement"),
                        day.QUANTITY.as("moved"), day.INVOICED_QUANTITY.as("invoiced"), day.COST_AMOUNT_ACTUAL.as("cost"), day.COST_AMOUNT_EXPECTED.as("cost_expected"), day.COST_POSTED_TO_GL.as("in_ledger"))
                .from(day).where(day.POSTING_DATE.ge(firstDay)))
                .asTable("moved_stock");
    }

    private Table<?> entriesKnownAt(Instant moment) {
        var entry = VALUE_ENTRY;
        return DSL.select(entry.ITEM_ID.as("item"), entry.LOCATION_ID.as("place"), entry.VARIANT_ID.as("kind"), entry.POSTING_DATE.as("moved_on"), entry.ITEM_LEDGER_ENTRY_TYPE.as("movement"),
                        entry.ITEM_LEDGER_ENTRY_QUANTITY.as("moved"), entry.INVOICED_QUANTITY.as("invoiced"), entry.COST_AMOUNT_ACTUAL.as("cost"), entry.COST_AMOUNT_EXPECTED.as("cost_expected"),
                        entry.COST_POSTED_TO_GL.as("in_ledger"))
                .from(entry).join(ITEM_REGISTER).on(ITEM_REGISTER.NO.eq(entry.ITEM_REGISTER_NO))
                .where(ITEM_REGISTER.CREATED_AT.le(moment.atOffset(ZoneOffset.UTC))).asTable("moved_stock");
    }

    /** The columns that both sources have. */
    private record Source(Table<?> moved) {
        Field<Long> item() {
            return column("item", Long.class);
        }

        Field<Long> location() {
            return column("place", Long.class);
        }

        Field<Long> variant() {
            return column("kind", Long.class);
        }

        Field<LocalDate> date() {
            return column("moved_on", LocalDate.class);
        }

        Field<BigDecimal> quantity() {
            return column("moved", BigDecimal.class);
        }

        Field<BigDecimal> invoiced() {
            return column("invoiced", BigDecimal.class);
        }

        Field<BigDecimal> amount() {
            return column("cost", BigDecimal.class);
        }

        Field<BigDecimal> expected() {
            return column("cost_expected", BigDecimal.class);
        }

        Field<BigDecimal> posted() {
            return column("in_ledger", BigDecimal.class);
        }

        /** Receipts of every kind, and the receiving side of transfers; later corrections of their cost belong to them. */
        Condition isIncrease() {
            var movement = column("movement", EntryType.class);
            return movement.in(EntryType.PURCHASE, EntryType.POSITIVE_ADJUSTMENT, EntryType.OUTPUT, EntryType.ASSEMBLY_OUTPUT)
                    .or(movement.eq(EntryType.TRANSFER).and(quantity().gt(BigDecimal.ZERO)));
        }

        private <T> Field<T> column(String name, Class<T> type) {
            return Optional.ofNullable(moved.field(name, type)).orElseThrow();
        }
    }
}
