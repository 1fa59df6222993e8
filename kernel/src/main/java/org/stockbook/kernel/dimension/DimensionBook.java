package org.stockbook.kernel.dimension;

import java.util.Set;
import org.stockbook.kernel.code.DimensionCode;

/**
 * The company's dimensions as far as posting must know them (spec: finance, section 9).
 *
 * @param dimensions those that are not blocked
 * @param usable the values that are of type Standard and not blocked
 * @param excluded pairs of dimensions that never stand together
 * @param excludedValues pairs of values that never stand together
 */
public record DimensionBook(Set<DimensionCode> dimensions, Set<DimensionValue> usable, Set<Pair<DimensionCode>> excluded, Set<Pair<DimensionValue>> excludedValues) {
    public DimensionBook {
        dimensions = Set.copyOf(dimensions);
        usable = Set.copyOf(usable);
        excluded = Set.copyOf(excluded);
        excludedValues = Set.copyOf(excludedValues);
    }

    /** Two things whose order does not matter: the smaller one comes first. */
    public record Pair<T extends Comparable<T>>(T first, T second) {
        public Pair {
            if (first.compareTo(second) > 0) {
                throw new IllegalArgumentException("the smaller one comes first: " + second);
            }
        }

        public static <T extends Comparable<T>> Pair<T> of(T one, T other) {
            return one.compareTo(other) <= 0 ? new Pair<>(one, other) : new Pair<>(other, one);
        }
    }
}
