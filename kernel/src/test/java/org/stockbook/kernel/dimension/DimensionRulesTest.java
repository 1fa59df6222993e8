package org.stockbook.kernel.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DimensionBook.Pair;

/** Spec: finance, examples 15.7 and 15.8. */
class DimensionRulesTest {
    private static final DimensionCode DEPARTMENT = new DimensionCode("DEPT");
    private static final DimensionCode AREA = new DimensionCode("AREA");
    private static final DimensionOwner ITEM = new DimensionOwner(DimensionOwner.Kind.ITEM, "1000");
    private static final DimensionOwner CUSTOMER = new DimensionOwner(DimensionOwner.Kind.CUSTOMER, "C1");
    private static final Set<DimensionValue> VALUES = Set.of(value(DEPARTMENT, "PROD"), value(DEPARTMENT, "SALES"), value(AREA, "10"), value(AREA, "20"), value(AREA, "30"));
    private static final DimensionBook BOOK = new DimensionBook(Set.of(DEPARTMENT, AREA), VALUES, Set.of(), Set.of());
    private static final List<DefaultDimension> DEMANDS = List.of(
            demand(ITEM, DEPARTMENT, "PROD", ValuePosting.SAME_CODE), demand(CUSTOMER, AREA, "30", ValuePosting.CODE_MANDATORY));

    @Test
    void what_every_card_demands_is_given() {
        assertThat(DimensionRules.check(combination(Map.of(DEPARTMENT, "PROD", AREA, "30")), DEMANDS, BOOK)).isEmpty();
    }

    @Test
    void the_same_code_must_be_there() {
        assertThat(codes(combination(Map.of(AREA, "30")), BOOK)).containsExactly("finance.dimension-same-code");
    }

    @Test
    void a_mandatory_dimension_must_be_there() {
        assertThat(codes(combination(Map.of(DEPARTMENT, "PROD")), BOOK)).containsExactly("finance.dimension-mandatory");
    }

    @Test
    void a_blocked_pair_of_values_is_refused_whatever_their_order() {
        var limited = new DimensionBook(Set.of(DEPARTMENT, AREA), VALUES, Set.of(), Set.of(Pair.of(value(DEPARTMENT, "PROD"), value(AREA, "30"))));

        assertThat(codes(combination(Map.of(DEPARTMENT, "PROD", AREA, "30")), limited)).containsExactly("finance.dimension-combination-blocked");
    }

    @Test
    void blocked_dimensions_exclude_each_other_whatever_their_values_and_others_stay() {
        var channel = new DimensionCode("CHANNEL");
        var values = Set.of(value(DEPARTMENT, "PROD"), value(AREA, "30"), value(channel, "WEB"));
        var blocked = new DimensionBook(Set.of(DEPARTMENT, AREA, channel), values, Set.of(Pair.of(DEPARTMENT, channel)), Set.of());

        assertThat(codes(combination(Map.of(DEPARTMENT, "PROD", AREA, "30")), blocked)).isEmpty();
        assertThat(DimensionRules.check(combination(Map.of(DEPARTMENT, "PROD", AREA, "30", channel, "WEB")), DEMANDS, blocked)).containsExactly(
                new DimensionRefusal.Excluded(channel, new DimensionValueCode("WEB"), DEPARTMENT, new DimensionValueCode("PROD")));
    }

    @Test
    void a_value_that_is_blocked_or_a_heading_is_refused() {
        assertThat(codes(combination(Map.of(DEPARTMENT, "PROD", AREA, "99")), BOOK)).containsExactly("finance.dimension-blocked");
    }

    /** Without priorities the header is evaluated first and stays. */
    @Test
    void the_source_evaluated_first_keeps_its_value() {
        var item = List.of(demand(ITEM, AREA, "20", ValuePosting.NONE), demand(ITEM, DEPARTMENT, "PROD", ValuePosting.NONE));

        assertThat(DimensionRules.propose(combination(Map.of(AREA, "10")), List.of(item))).isEqualTo(combination(Map.of(AREA, "10", DEPARTMENT, "PROD")));
    }

    private static List<String> codes(DimensionCombination combination, DimensionBook book) {
        return DimensionRules.check(combination, DEMANDS, book).stream().map(DimensionRefusal::code).toList();
    }

    private static DefaultDimension demand(DimensionOwner owner, DimensionCode dimension, String value, ValuePosting posting) {
        return new DefaultDimension(owner, dimension, Optional.of(new DimensionValueCode(value)), posting, Set.of());
    }

    private static DimensionValue value(DimensionCode dimension, String value) {
        return new DimensionValue(dimension, new DimensionValueCode(value));
    }

    private static DimensionCombination combination(Map<DimensionCode, String> values) {
        return DimensionCombination.of(values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, pair -> new DimensionValueCode(pair.getValue()))));
    }
}
