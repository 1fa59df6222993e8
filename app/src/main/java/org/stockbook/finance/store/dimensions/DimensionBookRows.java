package org.stockbook.finance.store.dimensions;

import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_COMBINATION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE_COMBINATION;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DimensionBook;
import org.stockbook.kernel.dimension.DimensionBook.Pair;
import org.stockbook.kernel.dimension.DimensionValue;
import org.stockbook.platform.database.jooq.enums.DimensionCombinationRule;
import org.stockbook.platform.database.jooq.enums.TotalingType;

/** Dimensions, values and combinations. */
record DimensionBookRows(DSLContext database) {

    DimensionBook load() {
        var dimensions = database.select(DIMENSION.ID, DIMENSION.CODE, DIMENSION.BLOCKED).from(DIMENSION).fetch();
        Map<Long, DimensionCode> codes = dimensions.stream().collect(Collectors.toMap(row -> row.value1(), row -> new DimensionCode(row.value2())));
        var open = dimensions.stream().filter(row -> !row.value3()).map(row -> new DimensionCode(row.value2())).collect(Collectors.toSet());
        var values = database.select(DIMENSION_VALUE.ID, DIMENSION_VALUE.DIMENSION_ID, DIMENSION_VALUE.CODE, DIMENSION_VALUE.BLOCKED, DIMENSION_VALUE.TOTALING_TYPE)
                .from(DIMENSION_VALUE)
                .fetch();
        Map<Long, DimensionValue> valuesById = values.stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> new DimensionValue(of(codes, row.value2()), new DimensionValueCode(row.value3()))));
        var usable = values.stream()
                .filter(row -> !row.value4() && row.value5() == TotalingType.STANDARD)
                .map(row -> of(valuesById, row.value1()))
                .collect(Collectors.toSet());
        return new DimensionBook(open, usable, excluded(codes), excludedValues(valuesById));
    }

    private Set<Pair<DimensionCode>> excluded(Map<Long, DimensionCode> codes) {
        return database.select(DIMENSION_COMBINATION.FIRST_DIMENSION_ID, DIMENSION_COMBINATION.SECOND_DIMENSION_ID)
                .from(DIMENSION_COMBINATION)
                .where(DIMENSION_COMBINATION.RULE.eq(DimensionCombinationRule.BLOCKED))
                .fetchSet(row -> Pair.of(of(codes, row.value1()), of(codes, row.value2())));
    }

    private Set<Pair<DimensionValue>> excludedValues(Map<Long, DimensionValue> values) {
        return database.select(DIMENSION_VALUE_COMBINATION.FIRST_DIMENSION_VALUE_ID, DIMENSION_VALUE_COMBINATION.SECOND_DIMENSION_VALUE_ID)
                .from(DIMENSION_VALUE_COMBINATION)
                .fetchSet(row -> Pair.of(of(values, row.value1()), of(values, row.value2())));
    }

    private static <T> T of(Map<Long, T> byKey, long key) {
        return Optional.ofNullable(byKey.get(key)).orElseThrow();
    }
}
