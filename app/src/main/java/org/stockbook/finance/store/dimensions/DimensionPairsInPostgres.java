package org.stockbook.finance.store.dimensions;

import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_COMBINATION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE_COMBINATION;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.stockbook.finance.dimensions.DimensionPairs;
import org.stockbook.platform.database.jooq.enums.DimensionCombinationRule;

/** Pairs of dimensions and of values, by their codes. */
@Component
class DimensionPairsInPostgres implements DimensionPairs {
    private final DSLContext database;

    DimensionPairsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<Named> dimensions() {
        return database.select(DIMENSION.CODE, DIMENSION.NAME).from(DIMENSION).orderBy(DIMENSION.CODE).fetch(row -> new Named(row.value1(), row.value2()));
    }

    @Override
    public List<Pair> pairs() {
        var first = DIMENSION.as("first");
        var second = DIMENSION.as("second");
        return database.select(first.CODE, second.CODE, DIMENSION_COMBINATION.RULE)
                .from(DIMENSION_COMBINATION)
                .join(first).on(first.ID.eq(DIMENSION_COMBINATION.FIRST_DIMENSION_ID))
                .join(second).on(second.ID.eq(DIMENSION_COMBINATION.SECOND_DIMENSION_ID))
                .orderBy(first.CODE, second.CODE)
                .fetch(row -> new Pair(row.value1(), row.value2(), row.value3() == DimensionCombinationRule.LIMITED));
    }

    @Override
    public List<ValuePair> valuePairs() {
        var pair = DIMENSION_VALUE_COMBINATION;
        var first = DIMENSION.as("first");
        var second = DIMENSION.as("second");
        var one = DIMENSION_VALUE.as("one");
        var other = DIMENSION_VALUE.as("other");
        return database.select(first.CODE, one.CODE, second.CODE, other.CODE)
                .from(pair)
                .join(one).on(one.ID.eq(pair.FIRST_DIMENSION_VALUE_ID))
                .join(other).on(other.ID.eq(pair.SECOND_DIMENSION_VALUE_ID))
                .join(first).on(first.ID.eq(one.DIMENSION_ID))
                .join(second).on(second.ID.eq(other.DIMENSION_ID))
                .orderBy(first.CODE, second.CODE, one.CODE, other.CODE)
                .fetch(row -> new ValuePair(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
