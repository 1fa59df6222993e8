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
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.stockbook.items.attributes.AttributeFilter;
import org.stockbook.items.attributes.AttributeFilter.Test;
import org.stockbook.items.attributes.ItemAttributes.Attribute;
import org.stockbook.kernel.items.AttributeType;
import org.stockbook.platform.rows.RowsRefused;

/** Conditions on attributes as the keys of the items that meet them. */
final class AttributeConditions {
    private AttributeConditions() {}

    /** Who asks for the items that fit: a page, which looks at one item after the other and may stop early, or sums, which need each of them. */
    enum Need { SOME, ALL }

    /**
     * The keys of the items that fit. The values that fit are looked up first and stand in the statement: the database then knows how many items to
     * expect. Where one item is looked at after the other, its attribute tells the database that it has one value at most; where all are needed,
     * the values alone say as much, and the index of values answers without the rows.
     *
     * @param conditions at least one
     * @param known      attributes by name in small letters
     */
    static Select<Record1<Long>> holders(DSLContext database, List<AttributeFilter.Condition> conditions, Map<String, Attribute> known, Need need) {
        var holder = ITEM_HAS_ATTRIBUTE.as("holder" + conditions.size());
        var condition = conditions.getFirst();
        var others = conditions.subList(1, conditions.size());
        var attribute = Optional.ofNullable(known.get(condition.attribute().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new RowsRefused("items.attribute-unknown", Map.of("attribute", condition.attribute(), "value", condition.attribute())));
        var any = DSL.or(condition.alternatives().stream().map(alternative -> holds(attribute.type(), AttributeFilter.test(attribute.type(), alternative))).toList());
        var values = database.select(ITEM_ATTRIBUTE_VALUE.ID).from(ITEM_ATTRIBUTE_VALUE)
                .where(ITEM_ATTRIBUTE_VALUE.ITEM_ATTRIBUTE_ID.eq(attribute.id())).and(any).fetchArray(ITEM_ATTRIBUTE_VALUE.ID);
        return DSL.select(holder.ITEM_ID).from(holder)
                .where(need == Need.SOME ? holder.ITEM_ATTRIBUTE_ID.eq(DSL.inline(attribute.id())) : DSL.noCondition())
                .and(holder.ITEM_ATTRIBUTE_VALUE_ID.eq(DSL.any(DSL.inline(values))))
                .and(others.isEmpty() ? DSL.noCondition() : holder.ITEM_ID.in(holders(database, others, known, need)));
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
