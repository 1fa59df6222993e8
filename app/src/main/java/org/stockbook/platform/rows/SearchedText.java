package org.stockbook.platform.rows;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A text of each row in which words are searched. */
@FunctionalInterface
public interface SearchedText {
    /** So many keys are named one by one: the database then knows how few rows they leave. */
    int FEW = 100;

    /**
     * Whether the text of a row is like a pattern.
     *
     * @param pattern in small letters, in which {@code !} stands before what means itself
     */
    Condition like(DSLContext database, String pattern);

    static SearchedText of(Field<?> text) {
        return (_, pattern) -> DSL.lower(text.cast(SQLDataType.VARCHAR)).like(pattern, '!');
    }

    /** A text that most rows have not: it is then looked at no further. */
    static SearchedText ofSome(Field<String> text) {
        return of(text).where(text.ne(""));
    }

    /**
     * A text of another table, which has far fewer rows: it is searched there, once and not for each row that names it.
     *
     * @param key of the other table's row
     * @param id the same there
     */
    static SearchedText beside(Field<Long> key, TableField<?, Long> id, TableField<?, String> text) {
        return (database, pattern) -> {
            var alike = DSL.select(id).from(id.getTable()).where(of(text).like(database, pattern));
            var found = database.fetchValues(alike.limit(FEW + 1));
            if (found.isEmpty()) {
                return DSL.falseCondition();
            }
            return found.size() <= FEW ? key.in(found) : key.in(DSL.select(id).from(id.getTable()).where(of(text).like(database, pattern)));
        };
    }

    /** Only of some rows. */
    default SearchedText where(Condition rows) {
        return (database, pattern) -> rows.and(like(database, pattern));
    }
}
