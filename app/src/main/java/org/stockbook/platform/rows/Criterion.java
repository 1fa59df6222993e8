package org.stockbook.platform.rows;

import java.util.List;

/** Which rows are wanted. Values are typed as their column is: String, Long, BigDecimal, LocalDate, Instant or Boolean. */
public sealed interface Criterion {
    /** No restriction. */
    Criterion EVERYTHING = new All(List.of());

    record All(List<Criterion> parts) implements Criterion {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Criterion> parts) implements Criterion {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Criterion part) implements Criterion {}

    record Comparison(String column, Operator operator, Object value) implements Criterion {}

    record OneOf(String column, List<?> values) implements Criterion {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * Text that matches, whatever its case.
     *
     * @param pattern {@code *} stands for any characters, {@code ?} for one
     */
    record Like(String column, String pattern) implements Criterion {}

    /** A part of what a column holds, compared with a whole number: the year of a date, the length of a text. */
    record PartComparison(Part part, String column, Operator operator, long value) implements Criterion {}

    /**
     * Some row of others belongs to this one and is wanted.
     *
     * @param from the column of this row that says which belong to it
     * @param to the column over there that must equal it
     */
    record Some(TableRows others, String from, String to, Criterion wanted) implements Criterion {}

    /** What can be taken out of a value. */
    enum Part {
        LENGTH,
        YEAR,
        MONTH,
        DAY
    }

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** Whether a column of the rows themselves says which of them are wanted. */
    default boolean speaksOf(String column) {
        return switch (this) {
            case All(var parts) -> parts.stream().anyMatch(part -> part.speaksOf(column));
            case Any(var parts) -> parts.stream().anyMatch(part -> part.speaksOf(column));
            case Not(var part) -> part.speaksOf(column);
            case Comparison comparison -> comparison.column().equals(column);
            case PartComparison comparison -> comparison.column().equals(column);
            case OneOf one -> one.column().equals(column);
            case Like like -> like.column().equals(column);
            case Some some -> some.from().equals(column);
        };
    }

    static Criterion all(Criterion first, Criterion second) {
        return first.equals(EVERYTHING) ? second : second.equals(EVERYTHING) ? first : new All(List.of(first, second));
    }

    static Criterion equal(String column, Object value) {
        return new Comparison(column, Operator.EQUAL, value);
    }
}
