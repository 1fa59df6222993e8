package org.stockbook.items.store.find;

import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE;
import static org.stockbook.platform.database.jooq.Tables.ITEM_ATTRIBUTE_VALUE_TRANSLATION;
import static org.stockbook.platform.database.jooq.Tables.ITEM_HAS_ATTRIBUTE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.items.attributes.AttributeFilter;
import org.stockbook.items.attributes.AttributeFilter.Test;
import org.stockbook.items.attributes.ItemAttributes.Attribute;
import org.stockbook.kernel.items.AttributeType;
import org.stockbook.platform.rows.RowsRefused;

/** Conditions on attributes as conditions on the key of an item. */
final class AttributeConditions {
    private AttributeConditions() {}

    /**
     * The values that fit are looked up first and stand in the statement: the database then knows how many items to expect, and that each has a
     * value only once.
     *
     * @param known attributes by name in small letters
     */
    static Condition of(DSLContext database, List<AttributeFilter.Condition> conditions, Map<String, Attribute> known, Field<Long> item) {
        return DSL.and(conditions.stream().map(condition -> {
            var attribute = Optional.ofNullable(known.get(condition.attribute().toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new RowsRefused("items.attribute-unknown", Map.of("attribute", condition.attribute(), "value", condition.attribute())));
            var any = DSL.or(condition.alternatives().stream().map(alternative -> holds(attribute.type(), AttributeFilter.test(attribute.type(), alternative))).toList());
            return item.in(DSL.select(ITEM_HAS_ATTRIBUTE.ITEM_ID).from(ITEM_HAS_ATTRIBUTE)
                    .where(ITEM_HAS_ATTRIBUTE.ITEM_ATTRIBUTE_ID.eq(DSL.inline(attribute.id())))
                    .and(ITEM_HAS_ATTRIBUTE.ITEM_ATTRIBUTE_VALUE_ID.eq(DSL.any(DSL.inline(database.select(ITEM_ATTRIBUTE_VALUE.ID).from(ITEM_ATTRIBUTE_VALUE)
                            .where(ITEM_ATTRIBUTE_VALUE.ITEM_ATTRIBUTE_ID.eq(attribute.id())).and(any).fetchArray(ITEM_ATTRIBUTE_VALUE.ID))))));
        }).toList());
    }

    private static Condition holds(AttributeType type, Test test) {
        return switch (test) {
            case Test.Like(var pattern) -> DSL.lower(ITEM_ATTRIBUTE_VALUE.VALUE).like(likePattern(pattern), '!');
            case Test.Between(var from, var to) -> compared(type, ">=", from).and(compared(type, "<=", to));
            case Test.Compared(var sign, var value) -> compared(type, sign, value);
        };
    }

    private static String likePattern(String pattern) {
        return pattern.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_").replace('*', '%');
    }

    private static Condition compared(AttributeType type, String sign, String value) {
        if (value.isEmpty()) {
            return DSL.trueCondition();
        }
        return switch (type) {
            case INTEGER, DECIMAL -> compared(ITEM_ATTRIBUTE_VALUE.NUMERIC_VALUE, sign, new BigDecimal(value));
            case DATE -> compared(ITEM_ATTRIBUTE_VALUE.DATE_VALUE, sign, LocalDate.parse(value));
            case OPTION -> DSL.lower(ITEM_ATTRIBUTE_VALUE.VALUE).eq(value.toLowerCase(Locale.ROOT)).or(DSL.exists(DSL.selectOne().from(ITEM_ATTRIBUTE_VALUE_TRANSLATION)
                    .where(ITEM_ATTRIBUTE_VALUE_TRANSLATION.ITEM_ATTRIBUTE_VALUE_ID.eq(ITEM_ATTRIBUTE_VALUE.ID))
                    .and(DSL.lower(ITEM_ATTRIBUTE_VALUE_TRANSLATION.NAME).eq(value.toLowerCase(Locale.ROOT)))));
            case TEXT, BOOLEAN -> compared(ITEM_ATTRIBUTE_VALUE.VALUE, sign, value);
        };
    }

    private static <T> Condition compared(Field<T> field, String sign, T value) {
        return switch (sign) {
            case "<>" -> field.ne(value);
            case ">=" -> field.ge(value);
            case "<=" -> field.le(value);
            case ">" -> field.gt(value);
            case "<" -> field.lt(value);
            default -> field.eq(value);
        };
    }
}
